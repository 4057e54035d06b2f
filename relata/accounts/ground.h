// SPDX-License-Identifier: Apache-2.0
// Ground: how far the doer of a claim got at a place, by the words of the claim: "captured most of X" is a part, "attempted to
// advance in X" nothing, "repelled an attack on X" a place kept. Two claims of one type may tell the opposite of each other,
// and only these words show it. Knows the words of data/ground_words.tsv; reads no tree, so that it can be asked of any
// stored reading.
//
//   ground_of(text, {type, trigger, evidence}, place, before, words)
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "relata/accounts/account.h"
#include "relata/base/data_folder.h"

namespace relata {

// The words of data/ground_words.tsv by their role.
struct GroundWords {
  enum class Role : std::uint8_t {
    whole,    // "entire", "fully"
    part,     // "parts", "most"
    attempt,  // "tried"
    failed,   // "repelled"
    keeps,    // "retained"
    into,     // "entered", "inside"
    towards,  // "near", "outskirts"
    of,       // prepositions that tie a place to the word before them
    kind,     // "district"
    control,  // "control"
    clause,   // begins a clause that is about something else
    passive   // "was"
  };
  std::unordered_multimap<std::string, Role> words;  // a word may have several roles
  static Result<GroundWords> load(const DataFolder& folder);
};

// A claim as the words about it are looked for. All spans are bytes of the text.
struct GroundClaim {
  EventType type = EventType::capture;
  Span trigger, evidence;
};

// `before`: the place that stands before this one in the claim's list, if it has one, and its ground.
struct GroundBefore {
  Span place;
  Ground ground = Ground::unsaid;
};

[[nodiscard]] Ground ground_of(std::string_view text, const GroundClaim& claim, Span place,
                               const GroundBefore* before, const GroundWords& words);

}  // namespace relata
