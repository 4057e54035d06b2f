// SPDX-License-Identifier: Apache-2.0
// find_quantities: every count of people, strikes or shares in a document, with its interval, who is counted, and what
// happened to them by the words around. The tree is asked first, a window of words where the tree has no answer.
//
//   RELATA_TRY(QuantityLexicon lexicon, QuantityLexicon::load(data));
//   for (const auto& quantity : find_quantities(document, lexicon)) …
//
// Years, dates, ages, ordinals, calibres, distances, money and clock times are no quantities.
#pragma once

#include <vector>

#include "relata/quantities/quantity.h"
#include "relata/quantities/quantity_lexicon.h"
#include "relata/text/document.h"

namespace relata {

// In order of the text.
[[nodiscard]] std::vector<Quantity> find_quantities(const Document& document,
                                                    const QuantityLexicon& lexicon);

}  // namespace relata
