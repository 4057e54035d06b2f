// SPDX-License-Identifier: Apache-2.0
// PROV-JSON: reports, their frozen texts, claims and incidents are entities; taking in, reading, joining and grading are
// activities; what read them is a software agent, and who graded an incident a person, whom it does not name.
#include "relata/export/form.h"
#include "relata/export/json_writer.h"
#include "relata/profiles/graph_profiles.h"
#include "relata/profiles/profile_row.h"

namespace relata {
namespace {

// The members of an object as JSON, "" to leave one out.
std::string members_of(std::initializer_list<std::pair<std::string_view, std::string_view>> all) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::line);
  json.begin_object();
  for (const auto& [key, value] : all) {
    if (value.empty()) continue;
    json.key(key);
    if (key == "prov:type") {
      json.begin_object().key("$").string(value);
      json.key("type").string("prov:QUALIFIED_NAME").end_object();
    } else {
      json.string(value);
    }
  }
  json.end_object();
  return out;
}

constexpr std::string_view kReader = "relata:agent/reader";

}  // namespace

void GraphProfile::record(std::string_view section, const std::string& id, std::string members) {
  records_[std::string(section)].try_emplace(id, std::move(members));
}

std::uint64_t GraphProfile::add_provenance(const CaseIncident& given) {
  const std::string incident = "relata:incident/" + text_of(given.incident->id);
  record("entity", incident,
         members_of({{"prov:type", "relata:Incident"}, {"prov:label", name_of(*given.incident)}}));
  record("wasGeneratedBy", "_:join/" + incident,
         members_of({{"prov:entity", incident}, {"prov:activity", "relata:activity/join"}}));
  if (given.assessment->decided) {
    const std::string grading = "relata:activity/grade/" + text_of(given.incident->id);
    record("activity", grading, members_of({{"prov:type", "relata:Grading"}}));
    record("used", "_:" + grading,
           members_of({{"prov:activity", grading}, {"prov:entity", incident}}));
    record("agent", "relata:agent/person", members_of({{"prov:type", "prov:Person"}}));
    record("wasAssociatedWith", "_:" + grading,
           members_of({{"prov:activity", grading}, {"prov:agent", "relata:agent/person"}}));
  }
  for (const CaseAccount& told : given.accounts) {
    const std::string report = "relata:report/" + hex(told.report->id);
    const std::string text = "relata:text/" + hex(told.report->id);
    const std::string claim = "relata:claim/" + text_of(told.account->key);
    record("entity", report,
           members_of({{"prov:type", "relata:Report"},
                       {"prov:label", told.report->title},
                       {"relata:publisher", told.report->publisher.name},
                       {"relata:url", told.report->url}}));
    record("entity", text,
           members_of({{"prov:type", "relata:Text"}, {"relata:sha256", told.report->text_sha256}}));
    record("entity", claim,
           members_of({{"prov:type", "relata:Claim"},
                       {"prov:label", name_of(told.account->type)},
                       {"relata:status", name_of(told.account->status)},
                       {"prov:value", told.evidence.words}}));
    const auto derive = [&](const std::string& from, const std::string& to, std::string_view by) {
      record("wasDerivedFrom", "_:" + from + "/" + to,
             members_of(
                 {{"prov:generatedEntity", from}, {"prov:usedEntity", to}, {"prov:activity", by}}));
    };
    derive(text, report, "relata:activity/ingest");
    derive(claim, text, "relata:activity/read");
    derive(incident, claim, "relata:activity/join");
    record("wasGeneratedBy", "_:" + claim,
           members_of({{"prov:entity", claim}, {"prov:activity", "relata:activity/read"}}));
  }
  return 1;
}

void GraphProfile::begin(std::string& out) {
  switch (form_) {
    case GraphForm::follow_the_money:
      return;
    case GraphForm::web_annotation:
      out +=
          "{\"@context\":\"http://www.w3.org/ns/"
          "anno.jsonld\",\"type\":\"AnnotationPage\",\"items\":[\n";
      return;
    case GraphForm::prov:
      for (const std::string_view activity : {"ingest", "read", "join"}) {
        record("activity", "relata:activity/" + std::string(activity),
               members_of({{"prov:type", "relata:" + std::string(activity)}}));
        record("wasAssociatedWith", "_:" + std::string(activity),
               members_of({{"prov:activity", "relata:activity/" + std::string(activity)},
                           {"prov:agent", kReader}}));
      }
      record("agent", std::string(kReader),
             members_of({{"prov:type", "prov:SoftwareAgent"},
                         {"prov:label", "Relata " + std::string(version())},
                         {"relata:checkpoint", origin_.checkpoint}}));
      return;
  }
}

std::uint64_t GraphProfile::add(const CaseIncident& given, std::string& out) {
  switch (form_) {
    case GraphForm::follow_the_money:
      return add_money(given, out);
    case GraphForm::web_annotation:
      return add_annotations(given, out);
    case GraphForm::prov:
      return add_provenance(given);
  }
  return 0;
}

void GraphProfile::end(std::string& out) {
  if (form_ == GraphForm::web_annotation) out += "\n]}\n";
  if (form_ != GraphForm::prov) return;
  out += "{\"prefix\":{\"prov\":\"http://www.w3.org/ns/prov#\",\"relata\":\"urn:relata:\"}";
  for (const auto& [section, members] : records_) {
    out += ",\n\"" + section + "\":{";
    bool first = true;
    for (const auto& [id, object] : members) {
      out += first ? "\n" : ",\n";
      first = false;
      JsonWriter(out, JsonWriter::Layout::line).string(id);
      out += ':' + object;
    }
    out += '}';
  }
  out += "}\n";
}

}  // namespace relata
