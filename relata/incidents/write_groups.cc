// SPDX-License-Identifier: Apache-2.0
#include "relata/incidents/write_groups.h"

#include "relata/base/result.h"
#include "relata/export/json_writer.h"

namespace relata {
namespace {

void write_reports(const Incident& incident, const std::map<ReportId, std::string>& docs,
                   JsonWriter& json) {
  std::map<ReportId, bool> mains;
  for (const IncidentMember& member : incident.members) mains[member.account.report] |= member.main;
  json.key("reports").begin_array();
  for (const auto& [report, main] : mains) {
    const auto doc = docs.find(report);
    json.begin_object();
    json.key("doc").string(doc == docs.end() ? hex(report) : doc->second);
    json.key("main").boolean(main);
    json.end_object();
  }
  json.end_array();
}

void write_day(std::string_view key, const std::optional<Date>& day, JsonWriter& json) {
  json.key(key).string_or_null(day ? std::optional(iso_date(*day)) : std::nullopt);
}

}  // namespace

DeathRange deaths_told(std::span<const Account* const> accounts) {
  struct Told {
    double low = 0, high = 0;
    bool open = false;  // the greatest is told as "at least"
  };
  std::map<std::pair<ReportId, std::string>, Told> told;
  for (const Account* account : accounts) {
    for (const ToldCount& count : account->counts) {
      if (count.of != CountOf::killed || !(count.low || count.high)) continue;
      const std::string voice = account->chains.empty() || account->chains.front().empty()
                                    ? ""
                                    : account->chains.front().back().name;
      Told& teller = told[{account->key.report, voice}];
      const double high = count.high ? *count.high : *count.low;
      teller.low = std::max(teller.low, count.low ? *count.low : *count.high);
      if (high > teller.high) teller.open = !count.high;
      teller.high = std::max(teller.high, high);
    }
  }
  DeathRange range;
  bool open = false;
  for (const auto& [teller, number] : told) {
    range.low = std::min(range.low.value_or(number.low), number.low);
    if (number.high > range.high.value_or(-1)) open = number.open;
    range.high = std::max(range.high.value_or(number.high), number.high);
  }
  if (open) range.high.reset();
  return range;
}

void write_groups(std::span<const Incident> incidents, std::span<const DeathRange> deaths,
                  const std::map<ReportId, std::string>& docs, std::string& out) {
  RELATA_CHECK(incidents.size() == deaths.size());
  JsonWriter json(out, JsonWriter::Layout::pretty);
  json.begin_object();
  json.key("incidents").begin_array();
  for (std::size_t i = 0; i < incidents.size(); ++i) {
    const Incident& incident = incidents[i];
    json.begin_object();
    json.key("id").string(text_of(incident.id));
    json.key("type").string(name_of(incident.type));
    write_day("from", incident.when ? std::optional(incident.when->from) : std::nullopt, json);
    write_day("to", incident.when ? std::optional(incident.when->to) : std::nullopt, json);
    const std::string& place = incident.where.name;
    json.key("place").string_or_null(place.empty() ? std::nullopt : std::optional(place));
    json.key("deaths_low").number_or_null(deaths[i].low);
    json.key("deaths_high").number_or_null(deaths[i].high);
    write_reports(incident, docs, json);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  out += '\n';
}

}  // namespace relata
