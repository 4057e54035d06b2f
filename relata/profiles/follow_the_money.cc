// SPDX-License-Identifier: Apache-2.0
// An incident is an Event, a report an Article, Documentation ties them, groups and states are Organizations and PublicBodies.
// People are not made entities. What the model has no property for (chains, counts as intervals) is told in `summary` and is
// found under `recordId` in the JSON of the incident.
#include <algorithm>
#include <initializer_list>

#include "relata/base/fold.h"
#include "relata/base/hash.h"
#include "relata/export/json_writer.h"
#include "relata/profiles/graph_profiles.h"
#include "relata/profiles/parties.h"
#include "relata/profiles/profile_row.h"

namespace relata {
namespace {

struct MoneyProperty {
  std::string_view name;
  std::vector<std::string> values;
};

void append_entity(std::string_view id, std::string_view schema,
                   std::initializer_list<MoneyProperty> properties, std::string& out) {
  JsonWriter json(out, JsonWriter::Layout::line);
  json.begin_object().key("id").string(id).key("schema").string(schema);
  json.key("properties").begin_object();
  for (const MoneyProperty& property : properties) {
    std::vector<std::string_view> values;
    for (const std::string& value : property.values) {
      if (!value.empty()) values.push_back(value);
    }
    if (values.empty()) continue;
    json.key(property.name).begin_array();
    for (const std::string_view value : values) json.string(value);
    json.end_array();
  }
  json.end_object().end_object();
  out += '\n';
}

std::string id_of(std::string_view kind, std::string_view what) {
  return "relata-" + std::string(kind) + "-" + sha256_hex(what).substr(0, 24);
}

std::string article_id(const CaseReport& report) { return "relata-report-" + hex(report.id); }

void append_article(const CaseReport& report, std::string& out) {
  const bool web = report.url.starts_with("http://") || report.url.starts_with("https://");
  append_entity(article_id(report), "Article",
                {{"title", {report.title}},
                 {"fileName", {report.doc.empty() ? hex(report.id) : report.doc}},
                 {"publisher", {report.publisher.name}},
                 {"publishedAt", {report.day ? iso_date(*report.day) : std::string()}},
                 {"sourceUrl", {web ? report.url : std::string()}},
                 {"mimeType", {"text/plain"}}},
                out);
}

// Whether any account of the report says that it happened.
bool tells(const CaseIncident& given, const CaseReport& report) {
  return std::ranges::any_of(given.accounts, [&](const CaseAccount& told) {
    return told.report->id == report.id && tells_of_a_happening(*told.account);
  });
}

std::string summary_of(const CaseIncident& given) {
  std::string summary = tolls_phrase(*given.assessment);
  if (!summary.empty()) summary += ". ";
  summary += std::to_string(given.assessment->reports) + " reports, " +
             std::to_string(given.assessment->lineages_for) + " lineages for, " +
             std::to_string(given.assessment->lineages_against) + " against";
  if (const std::string_view grade = grade_name(*given.assessment); !grade.empty())
    summary += ". Grade: " + std::string(grade);
  return summary;
}

}  // namespace

// The entity of a group or state; "" for those whose side is unknown: they may be people.
std::string GraphProfile::body_of(const ToldActor& actor, const Site& where, std::string& out,
                                  std::uint64_t& written) {
  if (actor.side.empty() || actor.side == "unknown" || actor.side == "unaligned") return {};
  const SideNames& side = tables_.side(actor.side);
  const CountryCode* country =
      tables_.countries().find(side.home == "here" ? std::string_view(where.country) : side.home);
  const std::string here = country == nullptr ? std::string() : country->name;
  const std::string name = side.named ? actor.name : with_country(side.ucdp_actor, here);
  if (name.empty()) return {};
  const std::string id = id_of("body", actor.side + "\n" + fold(name));
  if (written_.insert(id).second) {
    append_entity(id, side.state ? "PublicBody" : "Organization",
                  {{"name", {name}},
                   {"country", {country == nullptr ? std::string() : lower_ascii(country->code)}}},
                  out);
    ++written;
  }
  return id;
}

std::uint64_t GraphProfile::add_money(const CaseIncident& given, std::string& out) {
  if (!happened(given)) return 0;
  const Incident& incident = *given.incident;
  std::uint64_t written = 0;
  std::vector<std::string> involved, publishers, urls;
  for (const CaseAccount& told : given.accounts) {
    if (!tells_of_a_happening(*told.account)) continue;
    for (const auto* actors : {&told.account->by, &told.account->to}) {
      for (const ToldActor& actor : *actors) {
        std::string id = body_of(actor, incident.where, out, written);
        if (!id.empty()) involved.push_back(std::move(id));
      }
    }
  }
  std::ranges::sort(involved);
  involved.erase(std::unique(involved.begin(), involved.end()), involved.end());
  for (const std::string_view name : publishers_of(given)) publishers.emplace_back(name);
  const std::string id = "relata-incident-" + text_of(incident.id);
  const std::string& country = incident.where.country;
  append_entity(
      id, "Event",
      {{"name", {name_of(incident)}},
       {"summary", {summary_of(given)}},
       {"startDate", {incident.when ? iso_date(incident.when->from) : std::string()}},
       {"endDate", {incident.when ? iso_date(incident.when->to) : std::string()}},
       {"location",
        {incident.where.within.empty() ? incident.where.name
                                       : incident.where.name + ", " + incident.where.within}},
       {"country",
        {tables_.countries().find(country) == nullptr ? std::string() : lower_ascii(country)}},
       {"involved", involved},
       {"publisher", publishers},
       {"recordId", {text_of(incident.id)}}},
      out);
  ++written;
  const CaseReport* last = nullptr;
  for (const CaseAccount& told : given.accounts) {
    const CaseReport& report = *told.report;
    if (last != nullptr && last->id == report.id) continue;
    last = &report;
    if (written_.insert(article_id(report)).second) {
      append_article(report, out);
      ++written;
    }
    append_entity(id_of("documentation", hex(report.id) + id), "Documentation",
                  {{"document", {article_id(report)}},
                   {"entity", {id}},
                   {"role", {tells(given, report) ? "tells" : "disputes"}}},
                  out);
    ++written;
  }
  return written;
}

}  // namespace relata
