// SPDX-License-Identifier: Apache-2.0
#include "relata/export/summary.h"

#include <algorithm>

#include "relata/export/actor_side.h"
#include "relata/export/json_writer.h"
#include "relata/export/main_incident.h"

namespace relata {
namespace {

void write_number(std::string_view key, const std::optional<double>& number, JsonWriter& json) {
  json.key(key);
  if (number) {
    json.number(*number);
  } else {
    json.null();
  }
}

void write_text(std::string_view key, std::string_view text, JsonWriter& json) {
  json.key(key);
  if (text.empty()) {
    json.null();
  } else {
    json.string(text);
  }
}

// Whatever has gathered the most weight; the earlier one if two have the same.
class Votes {
 public:
  void add(std::string_view value, double weight) {
    if (value.empty()) return;
    for (auto& [known, sum] : votes_) {
      if (known == value) {
        sum += weight;
        return;
      }
    }
    votes_.emplace_back(std::string(value), weight);
  }
  [[nodiscard]] std::string winner() const {
    const auto most =
        std::max_element(votes_.begin(), votes_.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == votes_.end() ? std::string() : most->first;
  }

 private:
  std::vector<std::pair<std::string, double>> votes_;
};

// How exactly a type says by what means people came to harm.
int exactness(EventType type) {
  switch (type) {
    case EventType::chemical_attack:
      return 4;
    case EventType::suicide_bombing:
    case EventType::execution:
      return 3;
    case EventType::airstrike:
    case EventType::shelling:
    case EventType::bombing:
    case EventType::shooting:
    case EventType::massacre:
      return 2;
    case EventType::clash:
      return 1;
    default:
      return 0;
  }
}

// The most exact type among the claims that weigh at least a part of what the heaviest weighs.
std::optional<EventType> type_of(const std::vector<IncidentClaim>& incident,
                                 const Reading& reading) {
  constexpr double kPart = 0.4;
  std::optional<EventType> type;
  for (const IncidentClaim& one : incident) {
    if (one.weight < kPart * incident.front().weight) break;
    const EventType other = reading.claims[one.claim].type;
    if (!type || exactness(other) > exactness(*type)) type = other;
  }
  return type;
}

std::string admin1_of(const Document& document, const std::vector<IncidentClaim>& incident,
                      const Reading& reading) {
  Votes votes;
  for (const IncidentClaim& one : incident) {
    for (const ClaimPlace& where : reading.claims[one.claim].where) {
      if (where.place) votes.add(reading.places[*where.place].admin1, one.weight);
    }
  }
  if (!votes.winner().empty()) return votes.winner();
  const Leads leads(document);
  for (const Place& place : reading.places) {
    if (!place.speaker_place) votes.add(place.admin1, leads.weight(place.span));
  }
  return votes.winner();
}

std::string side_of(const Report& report, const std::vector<IncidentClaim>& incident,
                    const Reading& reading, const AttributionLexicon& lexicon) {
  Votes votes;
  for (const IncidentClaim& one : incident) {
    for (const Participant& actor : reading.claims[one.claim].by) {
      std::string side = actor_side(actor.name, report.anchor(), lexicon);
      if (side.empty())
        side = actor_side(words_of(report.text, actor.span), report.anchor(), lexicon);
      votes.add(side, one.weight);
    }
  }
  return votes.winner();
}

std::optional<Date> date_of(const Report& report, const std::vector<IncidentClaim>& incident,
                            const Reading& reading) {
  for (const IncidentClaim& one : incident) {
    const auto& when = reading.claims[one.claim].when;
    if (when && when->span && when->period.to - when->period.from <= std::chrono::days(3))
      return when->period.from;
  }
  return report.anchor();
}

}  // namespace

Result<SummaryLexicon> SummaryLexicon::load(const DataFolder& folder) {
  RELATA_TRY(AttributionLexicon attribution, AttributionLexicon::load(folder));
  RELATA_TRY(PersonClasses persons, PersonClasses::load(folder));
  return SummaryLexicon{std::move(attribution), std::move(persons)};
}

Summary summarise(const Report& report, const Document& document, const Reading& reading,
                  const SummaryLexicon& lexicon) {
  const std::vector<IncidentClaim> incident = main_incident(document, reading);
  Summary summary;
  summary.date = date_of(report, incident, reading);
  summary.admin1 = admin1_of(document, incident, reading);
  summary.type = type_of(incident, reading);
  summary.side = side_of(report, incident, reading, lexicon.attribution);
  summary.killed = killed_in(incident, reading, lexicon.persons);
  return summary;
}

void write_summary(const Report& report, const Summary& summary, std::string& out) {
  JsonWriter json(out, JsonWriter::Layout::line);
  json.begin_object().key("doc").string(report.id);
  write_text("date", summary.date ? iso_date(*summary.date) : std::string(), json);
  write_text("admin1", summary.admin1, json);
  write_text("type", summary.type ? name_of(*summary.type) : std::string_view(), json);
  write_text("side", summary.side, json);
  write_number("killed_civilians", summary.killed.civilians, json);
  write_number("killed_combatants", summary.killed.combatants, json);
  write_number("killed_children", summary.killed.children, json);
  write_number("killed_women", summary.killed.women, json);
  json.end_object();
}

}  // namespace relata
