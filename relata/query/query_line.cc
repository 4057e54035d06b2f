// SPDX-License-Identifier: Apache-2.0
// parse_query(): the line that people type to search.
//
//   query  := clause*                       clause := ["-"] choice
//   choice := term ("OR" term)*             term   := field ":" value | words
//   value, words := "…" | ~word | word | word*
#include <algorithm>

#include "relata/base/utf8.h"
#include "relata/query/filter.h"

namespace relata {
namespace {

constexpr std::size_t kLongestQuery = 4096;
constexpr std::size_t kTerms = 64;

struct TypedTerm {
  bool negated = false;
  bool quoted = false;
  bool loose = false;
  std::string_view field;  // "": words
  std::string_view value;
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_field(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(),
                                      [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

class Typed {
 public:
  explicit Typed(std::string_view rest) : rest_(rest) {}

  bool at_end() {
    while (!rest_.empty() && is_space(rest_.front())) rest_.remove_prefix(1);
    return rest_.empty();
  }

  bool take_or() {
    if (at_end() || !rest_.starts_with("OR") || (rest_.size() > 2 && !is_space(rest_[2])))
      return false;
    rest_.remove_prefix(2);
    return true;
  }

  Result<TypedTerm> term() {
    TypedTerm term;
    if (at_end()) return Error{"OR stands before nothing"};
    if (rest_.front() == '-') {
      term.negated = true;
      rest_.remove_prefix(1);
    }
    const std::size_t colon = rest_.find_first_of(": \t\r\n\"");
    if (colon != std::string_view::npos && rest_[colon] == ':' &&
        is_field(rest_.substr(0, colon))) {
      term.field = rest_.substr(0, colon);
      rest_.remove_prefix(colon + 1);
    }
    if (!rest_.empty() && rest_.front() == '~') {
      term.loose = true;
      rest_.remove_prefix(1);
    }
    if (rest_.empty() || is_space(rest_.front()))
      return Error{"nothing stands after " + (term.field.empty()
                                                  ? std::string(term.loose ? "~" : "-")
                                                  : std::string(term.field) + ":")};
    term.quoted = rest_.front() == '"';
    if (!term.quoted) {
      const auto end = std::find_if(rest_.begin(), rest_.end(), is_space);
      return taken(term, static_cast<std::size_t>(end - rest_.begin()), 0);
    }
    rest_.remove_prefix(1);
    const std::size_t end = rest_.find('"');
    if (end == std::string_view::npos) return Error{"a quote is not closed"};
    return taken(term, end, 1);
  }

 private:
  TypedTerm taken(TypedTerm term, std::size_t size, std::size_t beyond) {
    term.value = rest_.substr(0, size);
    rest_.remove_prefix(size + beyond);
    return term;
  }

  std::string_view rest_;
};

// Terms that OR joins, as one clause of words or as values of one field.
Result<Done> add_clause(Filter& filter, const std::vector<TypedTerm>& terms,
                        const FilterLexicon& lexicon) {
  const std::string_view field = terms.front().field;
  SoughtClause clause;
  Filter without;
  for (const TypedTerm& term : terms) {
    if (term.field != field) return Error{"OR joins words, or values of one field"};
    if (terms.size() > 1 && term.negated) return Error{"- cannot stand in a choice with OR"};
    if (field.empty()) {
      RELATA_TRY(SoughtTerm sought, sought_term(term.value, term.quoted, term.loose));
      clause.any.push_back(std::move(sought));
      clause.absent = term.negated;
    } else {
      RELATA_TRY(Done(),
                 add_condition(term.negated ? without : filter, field, term.value, lexicon));
    }
  }
  if (!clause.any.empty()) filter.words.push_back(std::move(clause));
  if (without != Filter{}) filter.without.push_back(std::move(without));
  return Done{};
}

}  // namespace

Result<Filter> parse_query(std::string_view query, const FilterLexicon& lexicon) {
  if (query.size() > kLongestQuery) return Error{"a query of more than 4,096 bytes"};
  if (first_bad_utf8(query) || query.find('\0') != std::string_view::npos)
    return Error{"the query is no UTF-8"};
  Filter filter;
  std::size_t count = 0;
  for (Typed typed(query); !typed.at_end();) {
    if (typed.take_or()) return Error{"OR stands after nothing"};
    std::vector<TypedTerm> terms;
    do {
      RELATA_TRY(TypedTerm term, typed.term());
      terms.push_back(term);
      if (++count > kTerms) return Error{"more than 64 terms"};
    } while (typed.take_or());
    RELATA_TRY(Done(), add_clause(filter, terms, lexicon));
  }
  return filter;
}

}  // namespace relata
