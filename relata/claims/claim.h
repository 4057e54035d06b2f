// SPDX-License-Identifier: Apache-2.0
// Claim: one happening or state as told by one line of telling, and Reading, all that a report claims.
// The JSON of a reading is described in docs/formats/reading.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "relata/attribution/telling.h"
#include "relata/base/date.h"
#include "relata/base/span.h"
#include "relata/events/event.h"
#include "relata/places/place.h"
#include "relata/quantities/quantity.h"
#include "relata/times/time_expression.h"

namespace relata {

struct When {
  std::optional<Span> span;  // nothing: inferred from the report's day
  Period period;
};

struct ClaimPlace {
  Span span;
  std::string name;
  std::string within;
  std::optional<std::uint32_t> place;  // index into Reading::places
};

struct Count {
  Span span;
  CountOf of = CountOf::people;
  std::string who;
  std::optional<double> low, high;
  float confidence = 0;  // that it belongs to this claim
};

// How sure the program is of each part, 0 to 1, calibrated on reports that it had not seen.
struct Confidences {
  float type = 0;  // that the report claims something of this type here
  float where = 0;
  float when = 0;
};

struct Claim {
  std::uint32_t id = 0;  // 1, 2, … in order of the text
  EventType type = EventType::attack;
  Span trigger;
  Span evidence;
  Status status = Status::asserted;
  std::vector<Participant> by;
  std::vector<Participant> to;
  std::vector<ClaimPlace> where;  // most specific first
  std::optional<When> when;
  std::vector<Count> counts;
  std::vector<Chain> chains;  // empty: the report's own voice
  Confidences confidences;
  float confidence = 0;  // that type, last voice, place and time are all right
};

// The voice that the claim goes back to by its first line of telling; nothing: the report's own.
[[nodiscard]] std::optional<std::uint32_t> last_voice(const Claim& claim);

enum class RelationKind : std::uint8_t { contradicts, supports, cannot_verify, same_event };
[[nodiscard]] std::string_view name_of(RelationKind);

struct Relation {
  RelationKind kind = RelationKind::same_event;
  std::uint32_t from = 0, to = 0;  // claim ids
  auto operator<=>(const Relation&) const = default;
};

// All that a report claims. Layers are kept for those who ask to see the work.
struct Reading {
  std::vector<Claim> claims;
  std::vector<Relation> relations;
  Telling telling;  // voices and attributions
  std::vector<Place> places;
  std::vector<TimeExpression> times;
  std::vector<Quantity> quantities;
};

}  // namespace relata
