// SPDX-License-Identifier: Apache-2.0
// Saying: what the stage's finders hand to each other: a cue with its source and content as ranges of tokens, before the
// source has become a voice. Not for other stages: they see Telling.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "relata/attribution/lexicon.h"
#include "relata/text/document.h"

namespace relata {

// Tokens [first, last).
struct TokenRange {
  TokenIndex first = 0, last = 0;
  auto operator<=>(const TokenRange&) const = default;
  [[nodiscard]] bool empty() const { return first >= last; }
  [[nodiscard]] bool contains(TokenIndex token) const { return first <= token && token < last; }
  [[nodiscard]] bool contains(TokenRange other) const {
    return first <= other.first && other.last <= last;
  }
  [[nodiscard]] bool overlaps(TokenRange other) const {
    return first < other.last && other.first < last;
  }
};

struct Saying {
  TokenRange cue;
  TokenIndex head = 0;  // the cue's head word
  std::optional<TokenRange> source;
  std::optional<TokenIndex> source_head;  // the word that heads the source
  std::vector<TokenRange> content;
  Stance stance = Stance::asserts;
  Strength strength = Strength::says;
  bool link = true;
  bool carries = false;  // speech that a quotation after it may carry on
  bool carried = false;
  bool awaits = false;     // "The minister said:" at a paragraph's end: what follows is the content
  bool no_source = false;  // nobody is named and nobody is to be looked for
  std::optional<TokenIndex> hearer;  // head of who hears it: "told CNN"
  std::optional<std::size_t> outer;  // the saying that reports this one, where the cue says so
};

}  // namespace relata
