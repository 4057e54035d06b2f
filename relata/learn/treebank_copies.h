// SPDX-License-Identifier: Apache-2.0
// Copies of marked sentences as reports really come: with commas and apostrophes lost on the way ("the regimes forces"), and as
// headlines ("Army Kills Commander in Homs"), and with acronyms that spell other words ("IS said"). Trained on beside the sentences as they are, they teach the models to
// read both.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "relata/text/conllu.h"

namespace relata {

// Without commas and possessive apostrophes. Nothing if there is none to lose, or a clitic that could not be told any more.
[[nodiscard]] std::optional<TreeSentence> without_signs(const TreeSentence& sentence);

// In title case, without articles, forms of "be" that help a verb, and the full stop; the past told in the present. Nothing for
// sentences that make no headline: too short, too long, or without a finite verb in the past or present.
[[nodiscard]] std::optional<TreeSentence> as_headline(const TreeSentence& sentence);

// With its first name of one word become an acronym that is spelt like this word ("is": IS). Nothing if it has none, or if
// most of it is in capitals anyway.
[[nodiscard]] std::optional<TreeSentence> with_acronym(const TreeSentence& sentence,
                                                       std::string_view word);

// How many of the sentences get a copy: one in so many; for acronyms, of those with a name.
struct CopyShare {
  std::size_t without_signs_every = 4;
  std::size_t headline_every = 8;
  std::size_t acronym_every = 4;
};
// The sentences, each copy right after its own, so that folds of neighbours keep the two together.
[[nodiscard]] std::vector<TreeSentence> with_copies(std::vector<TreeSentence> sentences,
                                                    const CopyShare& share);

}  // namespace relata
