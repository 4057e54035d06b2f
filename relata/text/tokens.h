// SPDX-License-Identifier: Apache-2.0
// Tokens of a sentence, in the way of UD English: marks apart, "don't" as "do" "n't", "Iran-backed" as three, "U.S." and "12:30" and
// addresses whole. Spans are exact; white space and invisible marks belong to no token.
//
//   std::vector<Span> tokens;
//   tokenize(text, sentence_span, rules, tokens);   // appends
#pragma once

#include <string_view>
#include <vector>

#include "relata/base/span.h"
#include "relata/text/token_rules.h"

namespace relata {

void tokenize(std::string_view text, Span sentence, const TokenRules& rules,
              std::vector<Span>& out);

}  // namespace relata
