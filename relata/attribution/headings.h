// SPDX-License-Identifier: Apache-2.0
// Headings that name who says it by punctuation or place: "UN: 20 killed", "20 killed in raid: monitor", "… - Turkish PM", and, where
// a scraped text has lost the sign, "Five dead in blast in central Syria NGO". Also labels before a paragraph of speech.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "relata/attribution/clauses.h"
#include "relata/attribution/lexicon.h"
#include "relata/attribution/saying.h"

namespace relata {

// Appends the sayings of headings. A heading that ends with the name of a news outlet after a dash says where it was published.
void find_heading_cues(const Clauses& clauses, const AttributionLexicon& lexicon,
                       std::vector<Saying>& sayings);

}  // namespace relata
