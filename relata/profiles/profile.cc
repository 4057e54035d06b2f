// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/profile.h"

#include <algorithm>
#include <array>

#include "relata/profiles/case_csv.h"
#include "relata/profiles/case_json.h"
#include "relata/profiles/event_row.h"

namespace relata {
namespace {

struct ProfileNames {
  std::string_view name, extension;
};

constexpr std::array<ProfileNames, 11> kNames = {{{"incidents.jsonl", "jsonl"},
                                                  {"claims.jsonl", "jsonl"},
                                                  {"incidents.csv", "csv"},
                                                  {"claims.csv", "csv"},
                                                  {"geojson", "geojson"},
                                                  {"acled", "csv"},
                                                  {"ged", "csv"},
                                                  {"hxl", "csv"},
                                                  {"ftm", "jsonl"},
                                                  {"annotations", "json"},
                                                  {"prov", "json"}}};

GraphForm graph_form(Profile profile) {
  if (profile == Profile::annotations) return GraphForm::web_annotation;
  return profile == Profile::prov ? GraphForm::prov : GraphForm::follow_the_money;
}

}  // namespace

std::string_view name_of(Profile profile) { return kNames[static_cast<std::size_t>(profile)].name; }

std::optional<Profile> profile_of(std::string_view name) {
  const auto at = std::ranges::find(kNames, name, &ProfileNames::name);
  if (at == kNames.end()) return std::nullopt;
  return static_cast<Profile>(at - kNames.begin());
}

std::string_view extension_of(Profile profile) {
  return kNames[static_cast<std::size_t>(profile)].extension;
}

ProfileWriter::ProfileWriter(Profile profile, const CaseOrigin& origin, const ProfileTables& tables,
                             bool notes)
    : profile_(profile),
      origin_(origin),
      tables_(tables),
      notes_(notes),
      graph_(graph_form(profile), origin, tables) {}

void ProfileWriter::begin(std::string& out) {
  switch (profile_) {
    case Profile::incidents_jsonl:
    case Profile::claims_jsonl:
      return;
    case Profile::incidents_csv:
      return append_incident_header(out);
    case Profile::claims_csv:
      return append_claim_header(out);
    case Profile::geojson:
      out += "{\"type\":\"FeatureCollection\",\"features\":[\n";
      return;
    case Profile::acled:
      return append_acled_header(out);
    case Profile::ged:
      return append_ged_header(out);
    case Profile::hxl:
      return append_hxl_header(out);
    case Profile::ftm:
    case Profile::annotations:
    case Profile::prov:
      return graph_.begin(out);
  }
}

void ProfileWriter::add(const CaseIncident& given, std::string& out) {
  ++counts_.incidents;
  switch (profile_) {
    case Profile::incidents_jsonl:
      append_incident_line(given, tables_, out);
      return count({});
    case Profile::claims_jsonl:
      append_claim_lines(given, out);
      counts_.rows += given.accounts.size();
      return;
    case Profile::incidents_csv:
      append_incident_row(given, tables_, out);
      return count({});
    case Profile::claims_csv:
      append_claim_rows(given, out);
      counts_.rows += given.accounts.size();
      return;
    case Profile::geojson:
      if (counts_.rows > 0) out += ",\n";
      append_feature(given, tables_, out);
      return count({});
    case Profile::acled:
      return count(append_acled_row(given, origin_, tables_, notes_, out));
    case Profile::ged:
      return count(append_ged_row(given, tables_, out));
    case Profile::hxl:
      return count(append_hxl_row(given, tables_, out));
    case Profile::ftm:
    case Profile::annotations:
    case Profile::prov: {
      const std::uint64_t written = graph_.add(given, out);
      counts_.rows += written;
      if (written == 0) count("no account says that it happened");
      return;
    }
  }
}

void ProfileWriter::end(std::string& out) {
  if (profile_ == Profile::geojson) out += "\n]}\n";
  graph_.end(out);
}

void ProfileWriter::count(std::string_view why_not) {
  if (why_not.empty()) {
    ++counts_.rows;
    return;
  }
  const auto at = counts_.left_out.find(why_not);
  if (at != counts_.left_out.end()) {
    ++at->second;
  } else {
    counts_.left_out.emplace(why_not, 1);
  }
}

}  // namespace relata
