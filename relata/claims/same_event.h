// SPDX-License-Identifier: Apache-2.0
// SameEvent: whether two claims of a report tell of one happening, as a sum of signs (data/same_event.tsv): equal counts, a
// headline and what it heads, "the blast" after a blast, names in common; against them times and places apart.
//
//   same_event_ties(document, claims, words, weights)      // {{5, 1}, {9, 1}}: each to the first one told
//
// It compares claims of one type, and violent ones whatever their method; it does not tie a part to its whole.
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "relata/base/data_folder.h"
#include "relata/claims/claim.h"
#include "relata/claims/relation_words.h"
#include "relata/text/document.h"

namespace relata {

enum class SameEventSign : std::uint8_t {
  any,
  one_sentence,
  sentences_apart,  // a share of twelve
  counts_equal,
  counts_differ,
  counts_on_one_side,
  method_left_open,
  methods_differ,
  general_word,  // the later one: "attack"
  definite,      // the later one: "the attack"
  told_as_new,   // the later one: "another"
  names_shared,  // a share of the names of the one with fewer
  times_apart,
  places_apart,
  claims_between,  // a share of five that could be meant as well
  earlier_in_title,
  earlier_is_first,
  one_voice,
  two_voices,
  speech_act
};
inline constexpr std::size_t kSameEventSigns = 20;

struct SameEventWeights {
  std::array<float, kSameEventSigns> of{};

  // Reads data/same_event.tsv, which must have a row for each sign.
  static Result<SameEventWeights> load(const DataFolder& folder);
};

// Nothing said on one side, a name in common, or one within the other.
[[nodiscard]] bool places_agree(const Claim& a, const Claim& b);
// The same number of the same harm in both.
[[nodiscard]] bool counts_shared(const Claim& a, const Claim& b);
// Counts of the same people that cannot both be right.
[[nodiscard]] bool counts_conflict(const Claim& a, const Claim& b);

// Whether the words right before a trigger say that the happening is known: "the strikes", "those raids".
[[nodiscard]] bool is_definite(const Document& document, const RelationWords& words, Span trigger);

// Indexes into the claims, later and first told.
using EventTies = std::vector<std::pair<std::size_t, std::size_t>>;
[[nodiscard]] EventTies same_event_ties(const Document& document, const std::vector<Claim>& claims,
                                        const RelationWords& words,
                                        const SameEventWeights& weights);
// Of each claim the first one of its happening, which may be itself.
[[nodiscard]] std::vector<std::size_t> first_told(const EventTies& ties, std::size_t claims);

}  // namespace relata
