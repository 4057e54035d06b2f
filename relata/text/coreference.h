// SPDX-License-Identifier: Apache-2.0
// Coreference: who is who in a report. Names come first (name_links.h), then, in the order of the text, roles and groups
// (phrase_links.h) and pronouns (pronoun_links.h), each looking back over a window; linear in the text.
//
//   names.find(document, words, lexicon);
//   resolve_coreference(document, words, lexicon);     // document.mentions grows, document.entities is filled
//
// The name of an entity is the tables' ("White Helmets"), else the fullest that the report uses; of what has no name, its
// own words without an article ("local residents").
#pragma once

#include "relata/text/document.h"
#include "relata/text/folded_words.h"
#include "relata/text/lexicon.h"

namespace relata {

void resolve_coreference(Document& document, const FoldedWords& words, const Lexicon& lexicon);

}  // namespace relata
