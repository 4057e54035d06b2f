// SPDX-License-Identifier: Apache-2.0
// How well a model parses trees marked by people, on their tokens with its own tags: as the CoNLL 2018 shared task counts,
// over all words with punctuation.
#pragma once

#include <cstdint>
#include <span>

#include "relata/text/conllu.h"
#include "relata/text/syntax_model.h"

namespace relata {

struct ParseScore {
  std::uint64_t words = 0;
  std::uint64_t upos = 0;  // right of `words`, and so on
  std::uint64_t xpos = 0;
  std::uint64_t lemmas = 0;
  std::uint64_t heads = 0;          // UAS
  std::uint64_t labelled = 0;       // LAS: head and relation without its subtype
  std::uint64_t labelled_full = 0;  // head and relation with its subtype

  [[nodiscard]] double share(std::uint64_t right) const {
    return words == 0 ? 0 : static_cast<double>(right) / static_cast<double>(words);
  }
};

[[nodiscard]] ParseScore score_parse(const SyntaxModel& model,
                                     std::span<const TreeSentence> sentences);

}  // namespace relata
