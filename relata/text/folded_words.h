// SPDX-License-Identifier: Apache-2.0
// FoldedWords: a document's words as hashes under which names are compared, made once and shared by every PhraseMatcher.
// Case, accents, apostrophes, dots of abbreviations and the possessive ending are gone; hyphens part words; "an-", "ash-",
// "el-" before a hyphen read as "al-". Each word also has its form without a plural ending, which is at the same time the
// form of a word whose apostrophe was lost ("Syrias army").
//
//   FoldedWords words(document);
//   matcher.longest(words, token);
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "relata/text/document.h"

namespace relata {

struct FoldedWord {
  std::uint64_t hash = 0;
  std::uint64_t singular = 0;  // the same as `hash` if there is no plural ending
  TokenIndex token = 0;
  bool opens_token = false;   // first word of its token
  bool closes_token = false;  // last word of its token
  bool capital = false;       // begins with a capital letter or a digit
  bool all_capitals = false;  // holds no small letter
};

class FoldedWords {
 public:
  explicit FoldedWords(const Document& document);

  [[nodiscard]] std::span<const FoldedWord> all() const { return words_; }
  // The words from the first one of `token` on; empty if the token holds no word.
  [[nodiscard]] std::span<const FoldedWord> from(TokenIndex token) const;

 private:
  std::vector<FoldedWord> words_;
  std::vector<std::uint32_t> first_;  // of each token: its first word, or the next token's
};

// The words of a phrase from a table, as a document's would be.
[[nodiscard]] std::vector<FoldedWord> fold_phrase(std::string_view phrase);

}  // namespace relata
