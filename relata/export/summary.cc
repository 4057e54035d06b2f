// SPDX-License-Identifier: Apache-2.0
#include "relata/export/summary.h"

#include <algorithm>

#include "relata/export/actor_side.h"
#include "relata/export/doers.h"
#include "relata/export/json_writer.h"
#include "relata/export/main_incident.h"
#include "relata/export/votes.h"

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

// Whether the second type says by what means people came to harm where the first leaves it open, wholly or in part.
bool refines(EventType open, EventType exact) {
  switch (exact) {
    case EventType::chemical_attack:
      if (open == EventType::airstrike || open == EventType::shelling || open == EventType::bombing)
        return true;
      break;
    case EventType::suicide_bombing:
      if (open == EventType::bombing) return true;
      break;
    case EventType::airstrike:
    case EventType::shelling:
    case EventType::bombing:
    case EventType::shooting:
    case EventType::execution:
      break;
    case EventType::clash:
      return open == EventType::killing || open == EventType::toll;
    default:
      return false;
  }
  return open == EventType::killing || open == EventType::attack || open == EventType::toll ||
         open == EventType::massacre;
}

// The type of the heaviest claim, made more exact by others that weigh at least a part of it.
std::optional<EventType> type_of(const std::vector<IncidentClaim>& incident,
                                 const Reading& reading) {
  constexpr double kPart = 0.3;
  std::optional<EventType> type;
  for (const IncidentClaim& one : incident) {
    if (one.weight < kPart * incident.front().weight) break;
    const EventType other = reading.claims[one.claim].type;
    if (!type || refines(*type, other)) type = other;
  }
  return type;
}

// The country that most of the report is about: where its claims say that things happened, then what it names; what
// stands early weighs most. Whose planes they were says nothing of where they flew.
std::string country_of(const Document& document, const Reading& reading) {
  constexpr double kMention = 0.2;
  const Leads leads(document);
  Votes votes;
  for (const Claim& claim : reading.claims) {
    for (const ClaimPlace& where : claim.where) {
      if (where.place) votes.add(reading.places[*where.place].country, leads.weight(claim.trigger));
    }
  }
  for (const Place& place : reading.places) {
    if (!place.speaker_place) votes.add(place.country, kMention * leads.weight(place.span));
  }
  return votes.winner();
}

Theatre theatre_of(const Report& report, const Document& document, const Reading& reading) {
  Theatre theatre{country_of(document, reading), "", report.anchor()};
  for (const Place& place : reading.places) {
    if (place.kind == PlaceKind::country && place.country == theatre.country)
      theatre.country_name = place.name;
  }
  return theatre;
}

// Of a place that is not on the map itself, the division of the first place that holds it and is: "a village, Aleppo, Syria".
std::string admin1_around(const Place& place, std::string_view country, const Reading& reading) {
  const std::string_view within = place.within;
  for (std::size_t at = 0; at < within.size();) {
    const std::size_t end = std::min(within.find(", ", at), within.size());
    const std::string_view outer = within.substr(at, end - at);
    for (const Place& other : reading.places) {
      if (!other.admin1.empty() && other.country == country &&
          (other.name == outer || other.gazetteer_name == outer))
        return other.admin1;
    }
    at = end + 2;
  }
  return "";
}

// Where the incident's claims say that it was, and what places the report names early. Squares: one strong word counts
// for more than many weak ones.
std::string admin1_of(const Document& document, const std::vector<IncidentClaim>& incident,
                      const Reading& reading) {
  // A place that is only named says less than one that a claim has.
  constexpr double kBeside = 0.6, kMention = 0.3;
  const std::string country = country_of(document, reading);
  const Leads leads(document);
  Votes votes;
  const auto vote = [&](const Place& place, double weight) {
    const bool mapped = !place.admin1.empty();
    if (mapped && place.country != country) return false;
    const std::string admin1 = mapped ? place.admin1 : admin1_around(place, country, reading);
    votes.add(admin1, weight * weight);
    return !admin1.empty();
  };
  for (const IncidentClaim& one : incident) {
    const Claim& claim = reading.claims[one.claim];
    bool found = false;
    for (const ClaimPlace& where : claim.where) {
      if (where.place && vote(reading.places[*where.place], one.weight)) found = true;
    }
    if (found) continue;  // else what its clause names: "a village", but "… in Idlib province"
    for (const Place& place : reading.places) {
      if (!place.speaker_place && claim.evidence.contains(place.span))
        vote(place, kBeside * one.weight);
    }
  }
  for (const Place& place : reading.places) {
    if (!place.speaker_place) vote(place, kMention * leads.weight(place.span));
  }
  return votes.winner();
}

// Who did it, by the claims of the incident and by accusations near its beginning. Claims that weigh little beside the
// main one are about something else too often to name the side of it alone.
std::string side_of(const Report& report, const Document& document,
                    const std::vector<IncidentClaim>& incident, const Reading& reading,
                    const AttributionLexicon& lexicon) {
  constexpr double kEnough = 0.1;
  if (incident.empty()) return "";
  const double top = incident.front().weight;
  Doers doers(report, document, reading, lexicon, theatre_of(report, document, reading));
  for (const IncidentClaim& one : incident)
    doers.vote_of(reading.claims[one.claim], one.weight, top);
  const Leads leads(document);
  for (const Claim& claim : reading.claims) {
    if (claim.type == EventType::accusation)
      doers.vote_of_accused(claim, leads.weight(claim.trigger));
  }
  return doers.winner(kEnough * top * top);
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
  if (incident.empty()) return summary;
  summary.admin1 = admin1_of(document, incident, reading);
  summary.type = type_of(incident, reading);
  summary.side = side_of(report, document, incident, reading, lexicon.attribution);
  summary.killed = killed_in(document, incident, reading, lexicon.persons);
  return summary;
}

std::string side_of_claim(const Report& report, const Document& document, const Reading& reading,
                          const Claim& claim, const SummaryLexicon& lexicon) {
  const Theatre theatre = theatre_of(report, document, reading);
  for (const Participant& actor : claim.by) {
    if (std::string side = actor_side(actor.name, theatre, lexicon.attribution); !side.empty())
      return side;
  }
  return side_before(document, reading, claim, theatre, lexicon.attribution);
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
