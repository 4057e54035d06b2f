// SPDX-License-Identifier: Apache-2.0
// What the parser looks at in a state: the top three words of the stack, the next three words, what already hangs under
// them, distances and commas between; in the second pass also where the first hung them. Shared by parser and trainer,
// so that both see the same. The first pass, whose words have no guides, looks at less.
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
  std::uint8_t commas = 0;  // up to and with this word, modulo 256: to count those between two
  bool is_comma = false;
  bool capital = false;
  // What the first pass, from right to left, says of the word; kNone: nothing.
  ArcHybrid::Word guide_head = ArcHybrid::kNone;
  ArcHybrid::Word guide_last = ArcHybrid::kNone;  // the last word that hangs under it
  Deprel guide_deprel = Deprel::root;
};

// The words of a sentence with the root behind them.
void parse_words(std::span<const WordView> views, std::span<const Tag> tags,
                 std::vector<ParseWord>& out);

// The same words from the last to the first, for the first pass.
void mirror_words(std::span<const ParseWord> words, std::vector<ParseWord>& out);

// Writes the tree of the first pass, over mirrored words, to the words of the second.
void set_guides(const ArcHybrid& mirrored, std::vector<ParseWord>& words);

void parse_features(const ArcHybrid& state, std::span<const ParseWord> words,
                    std::vector<Feature>& out);

}  // namespace relata
