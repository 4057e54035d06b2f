// SPDX-License-Identifier: Apache-2.0
// Two words of one clause that name one happening between them: "launched heavy air strikes", "targeted the village with rocket
// shells", "the attack killed". One of them stands right under the other in the tree, and the types agree. Readers may take
// either for the event's words; it is one claim, its words are both with what lies between, and its probability is the sum:
// the event is told by the one word or by the other.
//
//   std::vector<Naming> namings = join_words(document, candidates, verdicts);   // in order of their governing words
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "relata/events/candidate.h"
#include "relata/text/document.h"

namespace relata {

// What a candidate is taken for; a probability of 0: for nothing.
struct Judgement {
  EventType type = EventType::attack;
  float probability = 0;
};

// What names one happening: a candidate, or two of which `word` governs `other`.
struct Naming {
  std::uint32_t word = 0;
  std::optional<std::uint32_t> other;
  Judgement verdict;
};

// Whether the tree lets two candidates, the earlier one first, name one happening. Nothing, or which of them governs.
[[nodiscard]] std::optional<std::uint32_t> governs_in_one_naming(const Document& document,
                                                                 const EventCandidates& candidates,
                                                                 std::uint32_t first,
                                                                 std::uint32_t second);

// Each candidate with a probability stands in exactly one naming.
[[nodiscard]] std::vector<Naming> join_words(const Document& document,
                                             const EventCandidates& candidates,
                                             std::span<const Judgement> verdicts);

}  // namespace relata
