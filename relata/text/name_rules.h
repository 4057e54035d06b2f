// SPDX-License-Identifier: Apache-2.0
// Names that tables and digits give away: known names of several words; and wherever the tagger found none, demonyms ("Syrian", "Kurds"), weapons ("barrel
// bombs"), days ("12 May", "Tuesday") and numbers. Times and quantities have stages of their own that read what they mean.
#pragma once

#include "relata/text/document.h"
#include "relata/text/folded_words.h"
#include "relata/text/lexicon.h"

namespace relata {

// Where the tagger cut up a name that a table knows whole ("Union of Medical Care and Relief Organisations"), or left a part of
// it out, the table's name takes the place of the pieces; and names take in an Arabic article before them ("al-Fardous").
void prefer_table_names(Document& document, const FoldedWords& words, const Lexicon& lexicon);

// Words with a capital that are the surname of a person, or the whole of a body's name, found elsewhere in the document.
void add_repeated_names(Document& document);

// Adds them to document.mentions and puts these in order.
void add_table_names(Document& document, const FoldedWords& words, const Lexicon& lexicon);

}  // namespace relata
