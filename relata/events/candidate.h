// SPDX-License-Identifier: Apache-2.0
// EventCandidate: words that may tell of an event, with the types the trigger table allows. Where matches overlap the longest
// wins ("rocket attack" over "attack"); every word heads at most one candidate.
#pragma once

#include <cstdint>
#include <vector>

#include "relata/events/clause.h"
#include "relata/events/status.h"
#include "relata/events/trigger_table.h"
#include "relata/text/document.h"

namespace relata {

enum class GuardState : std::uint8_t { none, met, unmet, absent };

struct EventCandidate {
  const Trigger* trigger = nullptr;
  TokenIndex first = 0, last = 0;  // inclusive
  TokenIndex head = 0;
  std::uint32_t sentence = 0;
  bool tag_agrees = true;
  std::vector<EventType> types;  // the likeliest first
  EventClause clause;            // around the head, or around the verb that carries a noun
  GuardState guard = GuardState::none;
  StatusReading status;
};

// What a document offers, in order of the text.
struct EventCandidates {
  TokenWords words;
  std::vector<EventCandidate> list;
  std::vector<std::pair<std::uint32_t, std::uint32_t>>
      of_sentence;  // [first, last) of each sentence in `list`
};

[[nodiscard]] EventCandidates find_candidates(const Document& document,
                                              const TriggerTable& triggers,
                                              const StatusWords& status);

}  // namespace relata
