// SPDX-License-Identifier: Apache-2.0
// Cues that are no verbs: "according to X", nouns ("reports of …", "X's claim that …") and hedging adverbs ("reportedly").
#pragma once

#include <vector>

#include "relata/attribution/clauses.h"
#include "relata/attribution/lexicon.h"
#include "relata/attribution/saying.h"

namespace relata {

// Appends the sayings of "according to".
void find_according_cues(const Clauses& clauses, const AttributionLexicon& lexicon,
                         std::vector<Saying>& sayings);
// Appends the sayings of nouns and adverbs.
void find_noun_cues(const Clauses& clauses, const AttributionLexicon& lexicon,
                    std::vector<Saying>& sayings);

}  // namespace relata
