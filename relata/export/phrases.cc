// SPDX-License-Identifier: Apache-2.0
#include "relata/export/phrases.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "relata/export/safe_text.h"

namespace relata {
namespace {

std::string digits(double value) {
  // A share carries two places at most, a count none; beyond that the JSON has the exact number.
  const double shown_value = std::round(value * 100) / 100;
  char buffer[400];  // the longest double without an exponent has 309 digits
  return {buffer,
          std::to_chars(buffer, buffer + sizeof buffer, shown_value, std::chars_format::fixed).ptr};
}

std::string plural(std::size_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

std::string_view tie_words(RelationKind kind, bool forwards) {
  switch (kind) {
    case RelationKind::contradicts:
      return "contradicts ";
    case RelationKind::supports:
      return forwards ? "supports " : "supported by ";
    case RelationKind::cannot_verify:
      return forwards ? "cannot verify " : "not verified by ";
    case RelationKind::same_event:
      return "same happening as ";
  }
  return "";
}

std::size_t tellings_without_claim(const Reading& reading) {
  const auto holds_claim = [&](const Attribution& attribution) {
    return std::any_of(reading.claims.begin(), reading.claims.end(), [&](const Claim& claim) {
      return std::any_of(attribution.content.begin(), attribution.content.end(), [&](Span content) {
        return content.overlaps(claim.trigger) || content.overlaps(claim.evidence);
      });
    });
  };
  return static_cast<std::size_t>(
      std::count_if(reading.telling.attributions.begin(), reading.telling.attributions.end(),
                    [&](const Attribution& attribution) { return !holds_claim(attribution); }));
}

std::vector<std::string> unresolved_places(const Reading& reading) {
  std::vector<std::string> names;
  for (const Place& place : reading.places) {
    if (!place.id && std::find(names.begin(), names.end(), place.name) == names.end())
      names.push_back(place.name);
  }
  return names;
}

}  // namespace

std::string as_words(std::string_view name) {
  std::string words(name);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string phrase(const Count& count) {
  const bool share = count.of == CountOf::share_of_area;
  const auto number = [&](double value) {
    return share ? digits(value * 100) + " %" : digits(value);
  };
  if (count.low && count.high && *count.low == *count.high) return number(*count.low);
  if (count.low && count.high) return number(*count.low) + " to " + number(*count.high);
  if (count.low) return "at least " + number(*count.low);
  if (count.high) return "up to " + number(*count.high);
  return "an unstated number";
}

std::string phrase(const When& when) {
  std::string days = iso_date(when.period.from);
  if (when.period.to != when.period.from) days += " to " + iso_date(when.period.to);
  return when.span ? days : "about " + days;
}

std::string phrase(const std::vector<ClaimPlace>& where) {
  std::string out;
  for (const ClaimPlace& place : where) {
    if (!out.empty()) out += "; ";
    out += place.name;
    if (!place.within.empty()) out += ", " + place.within;
  }
  return out;
}

std::string phrase(const std::vector<Participant>& participants) {
  std::string out;
  for (const Participant& participant : participants) {
    if (!out.empty()) out += "; ";
    out += participant.name;
    if (participant.victim_class && *participant.victim_class != VictimClass::unknown) {
      const std::string classed = as_words(name_of(*participant.victim_class));
      if (participant.name.find(classed) == std::string::npos) out += " (" + classed + ")";
    }
  }
  return out;
}

std::string about(const Voice& voice) {
  std::string about;
  if (voice.kind != VoiceKind::other) about = as_words(name_of(voice.kind));
  if (voice.name.find(about) != std::string::npos) about.clear();  // "activist", "activists"
  const bool same =
      name_of(voice.kind) == name_of(voice.side);  // a government of the side "government"
  if (voice.side != Side::unknown && voice.side != Side::unaligned && !same) {
    if (!about.empty()) about += ", ";
    about += as_words(name_of(voice.side));
  }
  return about;
}

std::string phrase(const Voice& voice) {
  const std::string known = about(voice);
  return known.empty() ? voice.name : voice.name + " (" + known + ")";
}

std::vector<std::string> ties_of(std::uint32_t id, const std::vector<Relation>& relations) {
  std::vector<std::string> ties;
  for (const Relation& relation : relations) {
    if (relation.from == id) {
      ties.push_back(std::string(tie_words(relation.kind, true)) + std::to_string(relation.to));
    } else if (relation.to == id) {
      ties.push_back(std::string(tie_words(relation.kind, false)) + std::to_string(relation.from));
    }
  }
  return ties;
}

std::vector<std::string> not_understood(const Shown& shown_reading) {
  std::vector<std::string> lines;
  if (const auto tellings = tellings_without_claim(shown_reading.reading); tellings > 0) {
    lines.push_back(plural(tellings, "stretch of reported speech", "stretches of reported speech") +
                    " with no claim understood in it.");
  }
  constexpr std::size_t kNamed = 8;
  if (const auto names = unresolved_places(shown_reading.reading); !names.empty()) {
    std::string line =
        plural(names.size(), "place name", "place names") + " not found on the map: ";
    for (std::size_t i = 0; i < std::min(names.size(), kNamed); ++i)
      line += (i > 0 ? ", " : "") + names[i];
    if (names.size() > kNamed) line += " and " + std::to_string(names.size() - kNamed) + " more";
    lines.push_back(line + ".");
  }
  if (!shown_reading.report.anchor())
    lines.push_back("The day of the report is not known: \"on Monday\" is no date.");
  for (const std::string& warning : shown_reading.report.warnings) lines.push_back(warning);
  return lines;
}

}  // namespace relata
