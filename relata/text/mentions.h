// SPDX-License-Identifier: Apache-2.0
// Mentions that are no names: roles and groups ("the activist", "the group", "regime forces") and pronouns; and what can be
// seen of each mention: number, gender, whether it is a person or a body, its role, whom the tables know by that name.
//
//   find_mentions(document, words, lexicon);                       // after the names and the trees
//   std::vector<MentionFacts> facts = mention_facts(document, words, lexicon);   // one for each of document.mentions
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "relata/text/document.h"
#include "relata/text/folded_words.h"
#include "relata/text/lexicon.h"

namespace relata {

enum class MentionSort : std::uint8_t { name, phrase, pronoun };
enum class Being : std::uint8_t { unknown, person, body, thing };

struct MentionFacts {
  MentionSort sort = MentionSort::name;
  Being being = Being::unknown;
  Gender gender = Gender::unknown;
  bool plural = false;
  bool definite = false;    // "the", "this", an owner; or a bare singular noun in a heading
  bool indefinite = false;  // "a", "another", a number
  bool speaks = false;      // subject of a verb of saying, or "according to …"
  std::optional<std::uint32_t> role;    // index into Lexicon::role
  std::optional<std::uint32_t> actor;   // index into Lexicon::actor
  std::optional<std::uint32_t> nation;  // index into Lexicon::nation
};

// Adds them to document.mentions, sets the heads of names by the tree, and puts all in order; of two that begin together
// the longer comes first.
void find_mentions(Document& document, const FoldedWords& words, const Lexicon& lexicon);

[[nodiscard]] std::vector<MentionFacts> mention_facts(const Document& document,
                                                      const FoldedWords& words,
                                                      const Lexicon& lexicon);

}  // namespace relata
