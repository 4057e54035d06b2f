// SPDX-License-Identifier: Apache-2.0
// Sentences of a paragraph: they end at a full stop, question or exclamation mark, with the quotation marks and brackets that
// close there, before white space and a word that can begin a sentence; not after "Lt." or "J."; and also where the white
// space was lost ("…by rebels.The army…").
#pragma once

#include <string_view>
#include <vector>

#include "relata/base/span.h"
#include "relata/text/token_rules.h"

namespace relata {

// Appends the paragraph's sentences in order, none empty, without white space at their ends.
void find_sentences(std::string_view text, Span paragraph, const TokenRules& rules,
                    std::vector<Span>& out);

}  // namespace relata
