// SPDX-License-Identifier: Apache-2.0
// SoughtWords: what somebody looks for in texts, and how it is found: as an expression for the full-text index, and again
// in a text itself, where each match has its exact span.
//
//   all of: "barrel bombs"  (killed or injured)  al-Fardous  not exercise
//
// A term is found by its folded words in a row. A name that is not in quotes is found by its sound too: Firdaws, الفردوس.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "relata/base/result.h"
#include "relata/query/search_words.h"

namespace relata {

struct SoughtTerm {
  std::string text;                // as it was typed, for people
  std::vector<std::string> words;  // folded, in a row
  std::vector<std::string>
      sounds;  // of the names among them, each of which must be in the text; empty: by words only
  std::string joined;   // or this one sound: "Salaheddin" for "Salah al-Din"
  bool prefix = false;  // the last word is the beginning of one
  bool operator==(const SoughtTerm&) const = default;
};

struct SoughtClause {
  std::vector<SoughtTerm> any;  // at least one
  bool absent = false;          // none of them may be there
  bool operator==(const SoughtClause&) const = default;
};

// All clauses must hold. Empty: everything is found.
using SoughtWords = std::vector<SoughtClause>;

// A term from what was typed. `exact`: in quotes. `loose`: by its sound even without a capital. A final * outside quotes
// makes a prefix. Errors: no letters or digits in it; too long; fewer than three letters before *.
Result<SoughtTerm> sought_term(std::string_view typed, bool exact, bool loose);

// All clauses, or one whether absent or not, in the language of SQLite's FTS5; "" if all are absent, which it cannot say.
// Made of folded words alone, so that nothing that was typed can be taken for that language.
[[nodiscard]] std::string match_expression(const SoughtWords& sought);
[[nodiscard]] std::string match_expression(const SoughtClause& clause);

// Whether a text of which these are the indexed words fits the clause, absent or not aside.
[[nodiscard]] bool holds(const SoughtClause& clause, std::string_view words,
                         std::string_view sounds);

// Where the terms that are not absent stand in a text, in order, without overlaps.
[[nodiscard]] std::vector<Span> matches_of(const SoughtWords& sought, std::string_view text);

}  // namespace relata
