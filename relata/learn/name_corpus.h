// SPDX-License-Identifier: Apache-2.0
// NamedText: a text in which people marked the names, read from the corpora that the name tagger is trained on. Corpora
// differ in what they call a name; here they become one: no article, no title, no common noun at either end; armies and
// armed groups apart from other bodies, buildings apart from places, states as places (by the lexicon's tables).
// What cannot be turned with certainty is left open: the trainer lets the model choose there.
//
//   read_conll(bytes, lexicon)          word and label a line, BIO or IO (WNUT 2017, Broad Twitter Corpus, wikigold)
//   read_gum_names(conllu, lexicon)     the Entity marks of UD English GUM
//   read_re3d(documents, entities, …)   Dstl's reports on Syria and Iraq (JSON Lines)
//   read_claim_names(text, json, …)     a report with its claims: names of voices, actors and places only
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "relata/base/result.h"
#include "relata/base/span.h"
#include "relata/text/document.h"
#include "relata/text/lexicon.h"

namespace relata {

struct MarkedName {
  Span span;
  NameKind kind = NameKind::person;
};

struct NamedText {
  std::string text;               // paragraphs parted by line ends
  std::vector<MarkedName> names;  // in order, none overlaps another
  std::vector<Span> open;         // here anything can stand
  bool complete = true;  // false: any word with a capital letter is open unless it is in a name
};

[[nodiscard]] Result<std::vector<NamedText>> read_conll(std::string_view bytes,
                                                        const Lexicon& lexicon);
[[nodiscard]] Result<std::vector<NamedText>> read_gum_names(std::string_view bytes,
                                                            const Lexicon& lexicon);
[[nodiscard]] Result<std::vector<NamedText>> read_re3d(std::string_view documents,
                                                       std::string_view entities,
                                                       const Lexicon& lexicon);
[[nodiscard]] Result<NamedText> read_claim_names(std::string text, std::string_view json,
                                                 const Lexicon& lexicon);

}  // namespace relata
