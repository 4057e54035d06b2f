// SPDX-License-Identifier: Apache-2.0
// Names that tables and digits give away, wherever the tagger found none: demonyms ("Syrian", "Kurds"), weapons ("barrel
// bombs"), days ("12 May", "Tuesday") and numbers. Times and quantities have stages of their own that read what they mean.
#pragma once

#include "relata/text/document.h"
#include "relata/text/folded_words.h"
#include "relata/text/lexicon.h"

namespace relata {

// Adds them to document.mentions and puts these in order.
void add_table_names(Document& document, const FoldedWords& words, const Lexicon& lexicon);

}  // namespace relata
