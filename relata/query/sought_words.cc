// SPDX-License-Identifier: Apache-2.0
#include "relata/query/sought_words.h"

#include <algorithm>

namespace relata {
namespace {

constexpr std::size_t kWordsOfTerm = 32;
constexpr std::size_t kLeastPrefix = 3;  // bytes

bool has_capital(std::string_view typed) {
  return std::any_of(typed.begin(), typed.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "barrel bombs" as a phrase of FTS5: words without quotes in quotes.
std::string phrase_of(const SoughtTerm& term) {
  std::string phrase = "words : \"";
  for (std::size_t i = 0; i < term.words.size(); ++i) {
    if (i > 0) phrase += ' ';
    phrase += term.words[i];
  }
  phrase += '"';
  if (term.prefix) phrase += " *";
  return phrase;
}

std::string expression_of(const SoughtTerm& term) {
  std::string expression = phrase_of(term);
  if (!term.sounds.empty()) {
    expression += " OR (";
    for (std::size_t i = 0; i < term.sounds.size(); ++i) {
      if (i > 0) expression += " AND ";
      expression += "sounds : \"" + term.sounds[i] + '"';
    }
    expression += ')';
  }
  if (!term.joined.empty()) expression += " OR sounds : \"" + term.joined + '"';
  return '(' + expression + ')';
}

// Whether words in a row stand in a text of words parted by single spaces; a prefix need not end at a word's end.
bool has_row(std::string_view text, std::string_view row, bool prefix) {
  for (std::size_t at = text.find(row); at != std::string_view::npos; at = text.find(row, at + 1)) {
    const std::size_t end = at + row.size();
    if ((at == 0 || text[at - 1] == ' ') && (prefix || end == text.size() || text[end] == ' '))
      return true;
  }
  return false;
}

std::string row_of(const std::vector<std::string>& words) {
  std::string row;
  for (const std::string& word : words) row += (row.empty() ? "" : " ") + word;
  return row;
}

bool holds(const SoughtTerm& term, std::string_view words, std::string_view sounds) {
  if (has_row(words, row_of(term.words), term.prefix)) return true;
  if (!term.joined.empty() && has_row(sounds, term.joined, false)) return true;
  return !term.sounds.empty() &&
         std::all_of(term.sounds.begin(), term.sounds.end(),
                     [&](const std::string& sound) { return has_row(sounds, sound, false); });
}

// How many of a text's words from `at` on are the term's, 0 if they are not.
std::size_t row_at(const SoughtTerm& term, const std::vector<SearchWord>& words, std::size_t at) {
  if (at + term.words.size() > words.size()) return 0;
  for (std::size_t i = 0; i < term.words.size(); ++i) {
    const std::string_view word = words[at + i].folded;
    const bool last = i + 1 == term.words.size();
    if (last && term.prefix ? !word.starts_with(term.words[i]) : word != term.words[i]) return 0;
  }
  return term.words.size();
}

bool sounds_at(const SoughtTerm& term, const SearchWord& word) {
  if (!term.joined.empty() && (word.joined == term.joined || word.sound == term.joined))
    return true;
  if (word.sound.empty() && word.joined.empty()) return false;
  const std::string sound = indexed_sound(word.sound, word.foreign);
  return std::any_of(term.sounds.begin(), term.sounds.end(), [&](const std::string& sought) {
    return sought == sound || (!word.joined.empty() && sought == word.joined);
  });
}

}  // namespace

Result<SoughtTerm> sought_term(std::string_view typed, bool exact, bool loose) {
  SoughtTerm term;
  term.text = typed;
  if (!exact && typed.ends_with('*')) {
    term.prefix = true;
    typed.remove_suffix(1);
  }
  const std::vector<SearchWord> words = search_words(typed);
  if (words.empty()) return Error{"nothing to look for in '" + term.text + "'"};
  if (words.size() > kWordsOfTerm)
    return Error{"more than " + std::to_string(kWordsOfTerm) + " words in a row"};
  for (const SearchWord& word : words) term.words.push_back(word.folded);
  if (term.prefix && term.words.back().size() < kLeastPrefix)
    return Error{"fewer than three letters before * in '" + term.text + "'"};
  const bool foreign = words.front().foreign;
  if (exact || term.prefix || !(loose || foreign || has_capital(typed))) return term;
  for (const SearchWord& word : name_words(typed, loose)) {
    if (!word.sound.empty()) term.sounds.push_back(sought_sound(word.sound, word.foreign));
    if (!word.joined.empty()) term.joined = word.joined;
  }
  return term;
}

std::string match_expression(const SoughtClause& clause) {
  std::string expression;
  for (const SoughtTerm& term : clause.any) {
    if (!expression.empty()) expression += " OR ";
    expression += expression_of(term);
  }
  return '(' + expression + ')';
}

std::string match_expression(const SoughtWords& sought) {
  std::string expression;
  for (const SoughtClause& clause : sought) {
    if (clause.absent) continue;
    if (!expression.empty()) expression += " AND ";
    expression += match_expression(clause);
  }
  if (expression.empty()) return expression;
  expression = '(' + expression + ')';
  for (const SoughtClause& clause : sought) {
    if (clause.absent) expression += " NOT " + match_expression(clause);
  }
  return expression;
}

bool holds(const SoughtClause& clause, std::string_view words, std::string_view sounds) {
  return std::any_of(clause.any.begin(), clause.any.end(),
                     [&](const SoughtTerm& term) { return holds(term, words, sounds); });
}

std::vector<Span> matches_of(const SoughtWords& sought, std::string_view text) {
  std::vector<Span> spans;
  const std::vector<SearchWord> words = search_words(text);
  for (std::size_t at = 0; at < words.size();) {
    std::size_t most = 0;
    for (const SoughtClause& clause : sought) {
      if (clause.absent) continue;
      for (const SoughtTerm& term : clause.any) {
        most = std::max(most, row_at(term, words, at));
        if (most == 0 && sounds_at(term, words[at])) most = 1;
      }
    }
    if (most > 0) spans.push_back(cover(words[at].span, words[at + most - 1].span));
    at += std::max<std::size_t>(most, 1);
  }
  return spans;
}

}  // namespace relata
