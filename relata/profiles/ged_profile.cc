// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "relata/profiles/case_point.h"
#include "relata/profiles/csv_row.h"
#include "relata/profiles/deaths.h"
#include "relata/profiles/event_row.h"
#include "relata/profiles/parties.h"
#include "relata/profiles/profile_row.h"

namespace relata {
namespace {

constexpr std::string_view kHeader =
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,"
    "conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,"
    "side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,"
    "source_date,source_headline,source_original,where_prec,where_coordinates,where_description,"
    "adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,"
    "date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,"
    "gwnoa,gwnob\r\n";

struct Dyad {
  int type_of_violence = 1;
  std::string side_a, side_b;
  std::string_view gwno_a, gwno_b;
  bool known = true;  // both sides are
};

// 1: a state fights; 2: two others fight; 3: civilians are attacked, and nobody who fights back is named.
Dyad dyad_of(const Parties& parties, const CountryCode& country, const ProfileTables& tables) {
  const auto named = [&](const Party& party) {
    if (party.side->named && !party.name.empty()) return std::string(party.name);
    return with_country(party.side->ucdp_actor, country.ucdp_name);
  };
  const auto gwno = [&](const Party& party) -> std::string_view {
    if (party.side->home == "here") return country.gleditsch_ward;
    const CountryCode* home = tables.countries().find(party.side->home);
    return home == nullptr ? std::string_view() : home->gleditsch_ward;
  };
  Dyad dyad;
  const auto& [by, against] = std::pair(parties.by, parties.against);
  dyad.known = by.has_value();
  dyad.side_a = by ? named(*by) : "Unknown";
  if (by && by->side->state) dyad.gwno_a = gwno(*by);
  if (!against && parties.civilians) {
    dyad.type_of_violence = 3;
    dyad.side_b = "Civilians";
    return dyad;
  }
  dyad.known = dyad.known && against;
  dyad.side_b = against ? named(*against) : "Unknown";
  if (against && against->side->state) dyad.gwno_b = gwno(*against);
  const bool state = (by && by->side->state) || (against && against->side->state);
  dyad.type_of_violence = state ? 1 : 2;
  return dyad;
}

// 1 a day, 2 up to 6 days, 3 a week, 4 a month, 5 longer.
int date_precision(const Period& period) {
  const std::int64_t days = days_of(period);
  return days <= 1 ? 1 : days <= 6 ? 2 : days <= 7 ? 3 : days <= 31 ? 4 : 5;
}

struct GedSources {
  std::string articles, offices, dates, headlines, originals;
  std::int64_t reports = 0;
};

void add(std::string& cell, std::string_view part) {
  if (!cell.empty()) cell += ';';
  cell += part;
}

// Each report once, by id; the first voice of its chains is the original source.
GedSources sources_of(const CaseIncident& given) {
  GedSources sources;
  const CaseReport* last = nullptr;
  std::vector<std::string_view> originals;
  for (const CaseAccount& told : given.accounts) {
    for (const ToldChain& chain : told.account->chains) {
      if (!chain.empty() && !chain.back().name.empty()) originals.push_back(chain.back().name);
    }
    const CaseReport& report = *told.report;
    if (last != nullptr && last->id == report.id) continue;
    last = &report;
    ++sources.reports;
    std::string article = report.publisher.name;
    if (report.day) article += (article.empty() ? "" : ", ") + iso_date(*report.day);
    if (!report.title.empty()) article += (article.empty() ? "" : ", ") + report.title;
    add(sources.articles, article);
    add(sources.offices, report.publisher.name);
    add(sources.dates, report.day ? iso_date(*report.day) : std::string());
    add(sources.headlines, report.title);
  }
  std::ranges::sort(originals);
  originals.erase(std::unique(originals.begin(), originals.end()), originals.end());
  sources.originals = joined(originals, ";");
  return sources;
}

void append_what(const CaseIncident& given, const Dyad& dyad, std::string_view country,
                 CsvRow& row) {
  const Incident& incident = *given.incident;
  row.integer(number_of(incident)).text(text_of(incident.id));
  row.integer(year_of(incident.when->from)).integer(0);
  // UCDP's people check what is clear; here a machine has read it unless a person graded it.
  row.text(!dyad.known ? "Check dyad" : given.assessment->decided ? "Clear" : "Check event");
  row.integer(dyad.type_of_violence);
  const std::string pair = dyad.side_a + " - " + dyad.side_b;
  row.empty().empty().text(dyad.type_of_violence == 1 ? std::string(country) + ": " + pair : pair);
  row.empty().empty().text(pair);
  row.empty().empty().text(dyad.side_a).empty().empty().text(dyad.side_b);
}

void append_sources(const CaseIncident& given, CsvRow& row) {
  const GedSources sources = sources_of(given);
  row.integer(sources.reports == 0 ? -1 : sources.reports);
  row.text(sources.articles).text(sources.offices).text(sources.dates);
  row.text(sources.headlines).text(sources.originals);
}

void append_where(const Site& where, const CasePoint& point, CsvRow& row) {
  row.integer(point.ged);
  row.text(where.gazetteer_name.empty() ? where.name : where.gazetteer_name);
  row.text(where.within.empty() ? where.name : where.name + ", " + where.within);
  row.text(where.admin1).empty().number(point.latitude).number(point.longitude);
  std::string wkt = "POINT (";
  append_digits(wkt, point.longitude);
  wkt += ' ';
  append_digits(wkt, point.latitude);
  row.text(wkt += ')').integer(priogrid_cell(point.latitude, point.longitude));
  row.text(point.country->ucdp_name).text(point.country->gleditsch_ward);
  row.text(point.country->ucdp_region);
}

void append_when_and_deaths(const Incident& incident, const Deaths& deaths, const Dyad& dyad,
                            CsvRow& row) {
  const Period& when = *incident.when;
  // A happening that several days share is not told apart from others of its kind.
  row.integer(days_of(when) <= 1 ? 1 : 2).integer(date_precision(when));
  for (const Date date : {when.from, when.to}) {
    std::string day;
    append_date(day, date);
    row.text(day += " 00:00:00.000");
  }
  row.integer(deaths.side_a).integer(deaths.side_b).integer(deaths.civilians);
  row.integer(deaths.unknown).integer(deaths.best).integer(deaths.high).integer(deaths.low);
  row.text(dyad.gwno_a).text(dyad.gwno_b);
}

}  // namespace

std::string_view why_no_event(const CaseIncident& given, const ProfileTables& tables) {
  if (!happened(given)) return "no account says that it happened";
  if (given.total) return "a total of other incidents";
  if (!given.incident->when) return "its day is unknown";
  const auto point = point_of(given.incident->where, tables);
  if (!point || point->country == nullptr) return "its country is unknown";
  return {};
}

void append_ged_header(std::string& out) { out += kHeader; }

std::string_view append_ged_row(const CaseIncident& given, const ProfileTables& tables,
                                std::string& out) {
  if (const std::string_view why = why_no_event(given, tables); !why.empty()) return why;
  const Parties parties = parties_of(given, tables);
  const auto deaths = deaths_of(given, parties, tables);
  if (!deaths || deaths->high < 1) return "UCDP counts events with a death only";
  const CasePoint point = *point_of(given.incident->where, tables);
  const Dyad dyad = dyad_of(parties, *point.country, tables);
  CsvRow row(out);
  append_what(given, dyad, point.country->ucdp_name, row);
  append_sources(given, row);
  append_where(given.incident->where, point, row);
  append_when_and_deaths(*given.incident, *deaths, dyad, row);
  row.end();
  return {};
}

}  // namespace relata
