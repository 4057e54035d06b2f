// SPDX-License-Identifier: Apache-2.0
// What the parser looks at in a state: the top three words of the stack, the next three words, what already hangs under
// them, distances and punctuation between. Shared by parser and trainer, so that both see the same.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "relata/model/feature.h"
#include "relata/text/arc_hybrid.h"
#include "relata/text/tagger.h"
#include "relata/text/word_view.h"

namespace relata {

// A word as the parser sees it.
struct ParseWord {
  std::uint64_t word = 0;    // lower-case hash
  std::uint64_t ending = 0;  // of three bytes
  Tag tag = kOutside;
  std::uint8_t commas =
      0;  // commas and quotation marks up to and with this word, to count those between
  bool capital = false;
};

// The words of a sentence with the root behind them.
void parse_words(std::span<const WordView> views, std::span<const Tag> tags,
                 std::vector<ParseWord>& out);

void parse_features(const ArcHybrid& state, std::span<const ParseWord> words,
                    std::vector<Feature>& out);

}  // namespace relata
