// SPDX-License-Identifier: Apache-2.0
// Sentences that a report says twice, word for word: a headline that the body repeats, a lead printed twice.
// They are one claim (SCHEMA.md, rulings), and the first place counts.
#pragma once

#include <vector>

#include "relata/text/document.h"

namespace relata {

// For each sentence, whether the same words (letters and digits only, case folded) stood in an earlier sentence,
// or the title ends it ("15-11-2014 Army Takes Town." after the title "Army Takes Town").
[[nodiscard]] std::vector<bool> repeated_sentences(const Document& document);

}  // namespace relata
