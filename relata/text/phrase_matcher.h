// SPDX-License-Identifier: Apache-2.0
// PhraseMatcher: finds the phrases of a table in a document, longest first, whatever the tokens, case, accents, hyphens and
// lost apostrophes (see folded_words.h). A value is the number that the caller gave to the phrase.
//
//   PhraseMatcher weapons;
//   weapons.add("barrel bomb", 7);
//   FoldedWords words(document);
//   if (auto match = weapons.longest(words, token)) …   // match->value, tokens [match->first, match->last)
//
// A word of at most three letters that is all capitals in the table ("IS", "US", "WHO") matches only capitals.
// Words are compared by 64-bit hashes: two different phrases meet about never (2^-64).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "relata/text/folded_words.h"

namespace relata {

struct PhraseMatch {
  TokenIndex first = 0, last = 0;  // tokens [first, last)
  std::uint32_t value = 0;
  bool exact = true;  // false: a plural or a lost apostrophe stood in the way
};

class PhraseMatcher {
 public:
  PhraseMatcher() : slots_(64) {}

  // The value that holds from now on: of a phrase that is already there, the one it has.
  std::uint32_t add(std::string_view phrase, std::uint32_t value);

  // The longest phrase that begins with this token and ends with a token.
  [[nodiscard]] std::optional<PhraseMatch> longest(const FoldedWords& words,
                                                   TokenIndex first) const;
  // The value of the phrase that consists of exactly these words.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view phrase) const;
  [[nodiscard]] std::optional<std::uint32_t> find(const FoldedWords& words, TokenIndex first,
                                                  TokenIndex last) const;

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;
  static constexpr std::size_t kMaxWords = 16;
  // A node of the tree of phrases: `key` stands for all words up to here.
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t value = kNone;
    bool used = false;
    bool capitals = false;  // the phrase ends here and matches only capitals
    bool longer = false;    // longer phrases begin with this one
  };
  struct Search {
    std::span<const FoldedWord> words;
    std::optional<PhraseMatch> best;
    std::size_t best_words = 0;
  };

  [[nodiscard]] const Slot* slot(std::uint64_t key) const;
  Slot& insert(std::uint64_t key);
  void grow();
  void walk(Search& search, std::uint64_t key, std::size_t depth, bool exact) const;

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace relata
