// SPDX-License-Identifier: Apache-2.0
// WordVectors: vectors of words that others made from much more text than treebanks hold, from the JSON of npm's
// wink-embeddings-sg: {"words": [the most frequent first], "vectors": {word: [numbers, then two that count nothing]}}.
// Words that look alike to WordView ("1999", "2003") share the vector of the most frequent.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "relata/base/result.h"
#include "relata/learn/matrix.h"

namespace relata {

struct WordVectors {
  std::vector<std::uint64_t> words;  // WordView::lower, the most frequent first, none twice
  Matrix vectors;                    // a row each
};

// The `most` most frequent words and of the others the wanted.
[[nodiscard]] Result<WordVectors> read_word_vectors(
    std::string_view json, std::size_t most, const std::unordered_set<std::uint64_t>& wanted);

}  // namespace relata
