// SPDX-License-Identifier: Apache-2.0
// SecondLook: a candidate judged again by what a first look made of its neighbours. One happening has one claim, so whether
// "killed" is one of its own depends on whether "shelling" beside it is; a headline that the body repeats is told once.
// The features are few and mean the same for all types, so they are learnt from little.
//
//   SecondLook look(document, candidates, first);   // first: a probability for each candidate and type
//   look.features(index, type_number, out);
#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "relata/events/candidate.h"
#include "relata/model/feature.h"
#include "relata/text/document.h"

namespace relata {

// Of each candidate, the probability of each of its types, in the order of EventCandidate::types.
using FirstLook = std::vector<std::vector<float>>;

class SecondLook {
 public:
  SecondLook(const Document& document, const EventCandidates& candidates, const FirstLook& first);

  // The features of "is candidate `index` an event of its type number `type`?"
  void features(std::uint32_t index, std::size_t type, std::vector<Feature>& out) const;

 private:
  struct Best {
    float probability = 0;
    EventType type = EventType::attack;
  };
  void count_sentences();
  void neighbours(std::uint32_t index, EventType asked, std::uint32_t own,
                  std::vector<Feature>& out) const;
  void elsewhere(std::uint32_t index, EventType asked, std::uint32_t own,
                 std::vector<Feature>& out) const;

  const Document& document_;
  const EventCandidates& candidates_;
  const FirstLook& first_;
  std::vector<Best> best_;  // of each candidate
  std::vector<std::uint64_t>
      context_;  // of each candidate, a hash of its words and those around them
  // The first and the last candidate with these words around.
  std::unordered_map<std::uint64_t, std::pair<std::uint32_t, std::uint32_t>> copies_;
  std::vector<std::array<std::uint8_t, kEventTypes>>
      told_;  // of each sentence, how many of a type were told before it
  std::vector<std::array<float, kEventTypes>>
      in_sentence_;  // of each sentence, the likeliest of each type
};

}  // namespace relata
