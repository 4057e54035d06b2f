// SPDX-License-Identifier: Apache-2.0
// Verbs of saying, holding, asking and of attitude, with who does it and what: "X said that …", "…, said X",
// "X quoted Y as saying …", "X was quoted by Y as saying …", "is believed to …", "urged X to …", "citing Y".
// The tree is asked first; quotation marks, colons and the place in the sentence decide where the tree cannot be trusted.
#pragma once

#include <vector>

#include "relata/attribution/clauses.h"
#include "relata/attribution/lexicon.h"
#include "relata/attribution/saying.h"

namespace relata {

// Appends the sayings of all verbs, in order of the text; an outer saying stands before the one that it reports.
void find_verb_cues(const Clauses& clauses, const AttributionLexicon& lexicon,
                    std::vector<Saying>& sayings);

}  // namespace relata
