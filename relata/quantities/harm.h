// SPDX-License-Identifier: Apache-2.0
// What happened to those counted: killed, injured, displaced …, from the words close by, then from the tree, then from words
// further off. A word that already stands as the predicate of one count ("nine were killed, 12 injured") is not read again
// as the verb of the next.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "relata/quantities/count_grammar.h"

namespace relata {

struct Harm {
  CountOf of = CountOf::people;
  std::size_t word = 0;    // the piece that tells it
  bool inherited = false;  // from the whole that it is a part of, or from what it is joined to
  bool part = false;       // those counted are part of a whole that is told of
};

// One answer for each count of the sentence.
[[nodiscard]] std::vector<std::optional<Harm>> read_harm(std::span<const Piece> pieces,
                                                         const std::vector<CountPhrase>& counts,
                                                         const Document& document,
                                                         const QuantityLexicon& lexicon);

}  // namespace relata
