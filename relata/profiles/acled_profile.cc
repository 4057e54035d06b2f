// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "relata/export/phrases.h"
#include "relata/profiles/case_point.h"
#include "relata/profiles/csv_row.h"
#include "relata/profiles/deaths.h"
#include "relata/profiles/event_row.h"
#include "relata/profiles/parties.h"
#include "relata/profiles/profile_row.h"

namespace relata {
namespace {

constexpr std::string_view kHeader =
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,"
    "assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,"
    "country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,"
    "notes,fatalities,tags,timestamp\r\n";

// ACLED's eight kinds of actor.
constexpr std::array<std::string_view, 9> kInter = {
    "",        "State forces", "Rebel group", "Political militia",    "Identity militia",
    "Rioters", "Protesters",   "Civilians",   "External/Other forces"};
constexpr int kProtesters = 6, kCivilians = 7, kExternal = 8;

struct AcledActor {
  std::string name, associate;
  int inter = 0;  // 0: nobody
};

AcledActor armed_actor(const Party& party, const CountryCode& country) {
  const SideNames& side = *party.side;
  const bool at_home = side.home == "here" || side.home == country.code;
  const bool own_name = side.named && !party.name.empty();
  return {own_name ? std::string(party.name) : with_country(side.acled_actor, country.acled_name),
          "", at_home && side.state ? 1 : side.inter};
}

AcledActor civilian_actor(const Parties& parties, const CountryCode& country,
                          const ProfileTables& tables) {
  AcledActor actor{"Civilians (" + country.acled_name + ")", "", kCivilians};
  for (const VictimClass victim_class : parties.victims) {
    const std::string& associate = tables.victims(victim_class).acled_associate;
    if (associate.empty()) continue;
    if (!actor.associate.empty()) actor.associate += "; ";
    actor.associate += with_country(associate, country.acled_name);
  }
  return actor;
}

struct AcledEvent {
  const AcledNames* names = nullptr;
  AcledActor first, second;
  bool civilians_targeted = false;
};

// Whose capture: a state's, or that of who is none.
const AcledNames& capture_names(const Parties& parties, const ProfileTables& tables) {
  if (!parties.by || parties.by->side->side == "unknown") return tables.acled("Armed clash");
  const bool state = parties.by->side->state || (parties.by->side->inter == kExternal);
  return tables.acled(state ? "Government regains territory"
                            : "Non-state actor overtakes territory");
}

const AcledNames* names_of(EventType type, const Parties& parties, const ProfileTables& tables) {
  if (type == EventType::capture) return &capture_names(parties, tables);
  const AcledNames* names = tables.acled(type);
  if (names == nullptr) return nullptr;
  // Two armed sides fight: it is no violence against civilians, whatever the verb.
  const bool fight = parties.by && parties.against && !parties.civilians;
  if (fight && names->sub_event_type == "Attack") return &tables.acled("Armed clash");
  return names;
}

AcledEvent event_of(const CaseIncident& given, const Parties& parties, const CountryCode& country,
                    const ProfileTables& tables) {
  AcledEvent event;
  event.names = names_of(given.incident->type, parties, tables);
  if (event.names == nullptr) return event;
  if (event.names->event_type == "Protests") {
    event.first = {"Protesters (" + country.acled_name + ")", "", kProtesters};
    if (parties.against) event.second = armed_actor(*parties.against, country);
    return event;
  }
  const bool violent = event.names->disorder_type == "Political violence";
  if (parties.by) event.first = armed_actor(*parties.by, country);
  if (!parties.by && violent) {
    event.first = armed_actor({&tables.side("unknown"), ""}, country);
  }
  if (parties.civilians && !parties.against) {
    event.second = civilian_actor(parties, country, tables);
    event.civilians_targeted = violent && event.names->event_type != "Battles";
  } else if (parties.against) {
    event.second = armed_actor(*parties.against, country);
  } else if (event.names->event_type == "Violence against civilians") {
    event.second = civilian_actor(parties, country, tables);
    event.civilians_targeted = true;
  } else if (event.names->event_type == "Battles") {
    event.second = armed_actor({&tables.side("unknown"), ""}, country);
  }
  if (event.first.inter == 0) std::swap(event.first, event.second);
  return event;
}

// The lower code first; ACLED itself puts external forces before civilians.
std::string interaction_of(int first, int second) {
  if (first == 0) return {};
  if (second == 0) return std::string(kInter[static_cast<std::size_t>(first)]) + " only";
  int low = std::min(first, second), high = std::max(first, second);
  if (low == kCivilians && high == kExternal) std::swap(low, high);
  return std::string(kInter[static_cast<std::size_t>(low)]) + "-" +
         std::string(kInter[static_cast<std::size_t>(high)]);
}

// What can be told of it from what publishes: agencies write for the world. "" if nothing can.
std::string source_scale(const CaseIncident& given) {
  bool international = false, new_media = false, other = false;
  for (const CaseAccount& told : given.accounts) {
    const VoiceKind kind = told.report->publisher.kind;
    international = international || kind == VoiceKind::news_agency;
    new_media = new_media || kind == VoiceKind::social_media_user || kind == VoiceKind::activist;
    other = other || kind == VoiceKind::monitor || kind == VoiceKind::ngo ||
            kind == VoiceKind::international_organisation;
  }
  std::string scale;
  const auto add = [&](bool there, std::string_view name) {
    if (!there) return;
    if (!scale.empty()) scale += '-';
    scale += name;
  };
  add(new_media, "New media");
  add(other, "Other");
  add(international, "International");
  return scale;
}

std::string notes_of(const CaseIncident& given) {
  std::string notes = name_of(*given.incident);
  if (const std::string tolls = tolls_phrase(*given.assessment); !tolls.empty())
    notes += ": " + tolls;
  notes += ".";
  const CaseAccount* leading = leading_account(given);
  if (leading == nullptr || leading->evidence.words.empty()) return notes;
  notes += " Words: \u201C" + std::string(leading->evidence.words) + "\u201D";
  if (!leading->report->publisher.name.empty())
    notes += " (" + leading->report->publisher.name + ")";
  return notes;
}

std::string tags_of(const Assessment& assessment) {
  std::string tags = "lineages=";
  append_digits(tags, std::int64_t{assessment.lineages_for});
  if (assessment.lineages_against > 0) {
    tags += "; lineages against=";
    append_digits(tags, std::int64_t{assessment.lineages_against});
  }
  if (const std::string_view grade = grade_name(assessment); !grade.empty()) {
    tags += "; grade=";
    tags += grade;
  }
  return tags;
}

int time_precision(const Period& period) {
  const std::int64_t days = days_of(period);
  return days <= 1 ? 1 : days <= 7 ? 2 : 3;
}

void append_when(const Period& when, CsvRow& row) {
  std::string day;
  append_date(day, middle_of(when));
  row.text(day).integer(year_of(middle_of(when))).integer(time_precision(when));
}

void append_actors(const AcledEvent& event, CsvRow& row) {
  for (const AcledActor& actor : {event.first, event.second}) {
    row.text(actor.name).text(actor.associate);
    row.text(kInter[static_cast<std::size_t>(actor.inter)]);
  }
  row.text(interaction_of(event.first.inter, event.second.inter));
  row.text(event.civilians_targeted ? "Civilian targeting" : "");
}

void append_where(const Site& where, const CasePoint& point, CsvRow& row) {
  row.text(point.country->iso_number).text(point.country->acled_region);
  row.text(point.country->acled_name).text(where.admin1).empty().empty();
  row.text(where.gazetteer_name.empty() ? where.name : where.gazetteer_name);
  row.number(point.latitude).number(point.longitude).integer(point.acled);
}

}  // namespace

void append_acled_header(std::string& out) { out += kHeader; }

std::string_view append_acled_row(const CaseIncident& given, const CaseOrigin& origin,
                                  const ProfileTables& tables, bool notes, std::string& out) {
  if (const std::string_view why = why_no_event(given, tables); !why.empty()) return why;
  const Parties parties = parties_of(given, tables);
  const CasePoint point = *point_of(given.incident->where, tables);
  const AcledEvent event = event_of(given, parties, *point.country, tables);
  if (event.names == nullptr) return "ACLED does not record such things";
  if (event.first.inter == 0) return "nobody is named who took part";
  const auto deaths = deaths_of(given, parties, tables);
  CsvRow row(out);
  std::string id = point.country->iso3;
  append_digits(id, number_of(*given.incident));
  row.text(id);
  append_when(*given.incident->when, row);
  row.text(event.names->disorder_type).text(event.names->event_type);
  row.text(event.names->sub_event_type);
  append_actors(event, row);
  append_where(given.incident->where, point, row);
  row.text(joined(publishers_of(given), "; ")).text(source_scale(given));
  row.text(notes ? notes_of(given) : std::string());
  // ACLED takes the most conservative of conflicting counts.
  row.integer(deaths ? deaths->low : 0).text(tags_of(*given.assessment));
  row.integer(origin.made_at.value_or(0));
  row.end();
  return {};
}

}  // namespace relata
