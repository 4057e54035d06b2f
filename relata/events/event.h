// SPDX-License-Identifier: Apache-2.0
// Event: one happening or state that a clause tells of: its type, its words, who did it to whom, and whether it is said
// to have happened at all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/span.h"
#include "relata/text/document.h"

namespace relata {

// data/event_types.tsv defines each, with its ACLED, PLOVER and CAMEO counterparts.
enum class EventType : std::uint8_t {
  execution,
  massacre,
  killing,
  shooting,
  shelling,
  airstrike,
  bombing,
  suicide_bombing,
  chemical_attack,
  attack,
  torture,
  sexual_violence,
  abduction,
  detention,
  clash,
  offensive,
  capture,
  withdrawal,
  holding,
  siege,
  destruction,
  weapons_disruption,
  troop_movement,
  displacement,
  evacuation,
  aid_delivery,
  aid_obstruction,
  toll,
  gathering,
  appeal,
  accusation,
  denial,
  condemnation,
  threat,
  agreement,
  violation,
  negotiation,
  investigation,
  crisis
};
inline constexpr std::size_t kEventTypes = 39;
enum class Status : std::uint8_t { asserted, alleged, denied, doubted, planned, feared, asked };
enum class VictimClass : std::uint8_t {
  civilians,
  children,
  women,
  combatants,
  medics,
  aid_workers,
  journalists,
  detainees,
  officials,
  property,
  place,
  people,
  unknown
};
[[nodiscard]] std::string_view name_of(EventType);
[[nodiscard]] std::string_view name_of(Status);
[[nodiscard]] std::string_view name_of(VictimClass);
[[nodiscard]] std::optional<EventType> event_type_of(std::string_view);
[[nodiscard]] std::optional<Status> status_of(std::string_view);
[[nodiscard]] std::optional<VictimClass> victim_class_of(std::string_view);
// Execution to attack, and toll: people or places are harmed.
[[nodiscard]] bool is_violent(EventType);
// Killing, attack, toll: the same happening may be told elsewhere with its method.
[[nodiscard]] bool leaves_method_open(EventType);
// Equal, or one leaves the method of violence open.
[[nodiscard]] bool types_agree(EventType a, EventType b);
[[nodiscard]] bool is_speech_act(EventType);  // appeal, accusation, denial, condemnation, threat

struct Participant {
  Span span;         // as it stands
  std::string name;  // canonical within the report ("the regime" -> "Syrian government")
  TokenIndex head = 0;
  std::optional<VictimClass> victim_class;  // of `to` only
};

struct Event {
  EventType type = EventType::attack;
  Span trigger;         // "executed", "took control", "death toll"
  TokenIndex head = 0;  // the token of the trigger that stands in the tree for it
  Span evidence;        // the clause that states it, contiguous
  Status status = Status::
      asserted;        // by the clause's own words; the stance of who tells it is joined in claims/
  bool given = false;  // taken as given by its clause: no stance of who tells it reaches it
  std::vector<Participant> by;
  std::vector<Participant> to;
  float confidence = 0;  // 0 to 1, that this is an event of this type
};

}  // namespace relata
