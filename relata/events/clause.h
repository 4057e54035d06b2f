// SPDX-License-Identifier: Apache-2.0
// EventClause: what the tree says around one word: its subject (also one that is shared, controlled or relative), its object,
// its phrases by preposition. A word is not alone responsible for its tree being right, so nothing here fails: what is not
// found is nothing.
//
//   clause_of(document, verb).subject      // "rebels" for "shelled" in "the rebels who shelled the town"
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "relata/events/frame.h"
#include "relata/text/document.h"

namespace relata {

struct EventClause {
  bool passive = false;
  std::optional<TokenIndex> subject;  // of the clause as it stands: the patient, if passive
  std::optional<TokenIndex> object;
  std::optional<TokenIndex> agent;                   // "by …" of a passive
  std::vector<std::pair<Slot, TokenIndex>> phrases;  // by preposition, in order
};

// Around a verb, a participle, or whatever heads a clause.
[[nodiscard]] EventClause clause_of(const Document& document, TokenIndex head);

// The preposition of a noun ("against"), in lower case, or "".
[[nodiscard]] std::string preposition_of(const Document& document, TokenIndex noun);

// The noun that a relative pronoun stands for; the token itself if it is none.
[[nodiscard]] TokenIndex behind_relative(const Document& document, TokenIndex token);

[[nodiscard]] bool is_verbal(const Token& token);
[[nodiscard]] bool is_nominal(const Token& token);
// Whether the word opens a clause of its own: not one that hangs on another as an adverb, a case or a part of a name.
[[nodiscard]] bool is_clausal(Deprel deprel);

}  // namespace relata
