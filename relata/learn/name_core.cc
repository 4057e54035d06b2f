// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/name_core.h"

#include <algorithm>
#include <array>

#include "relata/base/fold.h"
#include "relata/text/characters.h"

namespace relata {
namespace {

bool is_edge(char c) {
  return c == ' ' || c == '\n' || c == ',' || c == ';' || c == '(' || c == ')' || c == '"' ||
         c == ':';
}

// Capitalised at the head of a sentence, but no part of a name.
bool is_small_word(std::string_view word) {
  constexpr std::array<std::string_view, 29> kWords = {
      "the", "a",   "an",   "this", "these", "those", "that", "we",  "our",   "he",
      "she", "it",  "they", "i",    "you",   "his",   "her",  "its", "their", "who",
      "mr",  "mr.", "mrs",  "mrs.", "ms",    "ms.",   "dr",   "dr.", "some"};
  const std::string lower = lower_ascii(word);
  return std::find(kWords.begin(), kWords.end(), lower) != kWords.end();
}

// "al-Sham", "ash-Shaar": a capital behind the article.
bool is_with_article(std::string_view text, Span word) {
  const auto hyphen = words_of(text, word).substr(0, 5).find('-');
  return hyphen != std::string_view::npos && hyphen >= 2 && word.begin + hyphen + 1 < word.end &&
         is_capital(char_at(text, word.begin + static_cast<std::uint32_t>(hyphen) + 1).code);
}

struct Words {
  std::vector<Span> spans;
  std::vector<bool> capital;
};

// The words up to the first mark that no name runs over.
Words words_before_mark(std::string_view text, Span span) {
  Words words;
  std::uint32_t at = span.begin;
  while (at < span.end) {
    while (at < span.end && text[at] == ' ') ++at;
    std::uint32_t end = at;
    while (end < span.end && !is_edge(text[end])) ++end;
    if (end == at) {
      if (words.spans.empty()) {
        ++at;
        continue;
      }
      break;
    }
    std::uint32_t stop = end;
    const auto word = words_of(text, {at, stop});
    if (word.ends_with("'s")) stop -= 2;
    if (word.ends_with("\u2019s")) stop -= 4;
    if (stop > at) {
      const char32_t first = char_at(text, at).code;
      words.spans.push_back({at, stop});
      words.capital.push_back((is_capital(first) || is_with_article(text, {at, stop}) ||
                               (first >= U'0' && first <= U'9')) &&
                              !is_small_word(words_of(text, {at, stop})));
    }
    if (stop < end) break;
    at = end;
  }
  return words;
}

bool has_letter_capital(std::string_view text, Span span) {
  return is_capital(char_at(text, span.begin).code) || is_with_article(text, span);
}

// A capital, or a particle of personal names.
bool is_name_part(std::string_view text, Span word_span) {
  constexpr std::array<std::string_view, 9> kParticles = {"bin", "bint", "ibn", "de", "el",
                                                          "al",  "van",  "von", "ul"};
  const auto word = words_of(text, word_span);
  return is_capital(char_at(text, word_span.begin).code) || is_with_article(text, word_span) ||
         std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
}

// "Minister", but not "Abu", which names begin with.
bool is_only_role(std::string_view word, const Lexicon& lexicon) {
  return lexicon.roles.find(word) && word != "Abu" && word != "Umm" && word != "Um" &&
         word != "Haj";
}

}  // namespace

std::optional<NameCore> core_of(std::string_view text, Span span) {
  const Words words = words_before_mark(text, span);
  const auto begin = std::find(words.capital.begin(), words.capital.end(), true);
  if (begin == words.capital.end()) return std::nullopt;
  const auto end = std::find(words.capital.rbegin(), words.capital.rend(), true);
  const auto first = static_cast<std::size_t>(begin - words.capital.begin());
  const auto last = static_cast<std::size_t>(words.capital.rend() - end) - 1;
  bool letters = false;
  for (std::size_t i = first; i <= last; ++i)
    letters = letters || has_letter_capital(text, words.spans[i]);
  if (!letters) return std::nullopt;
  bool whole = last + 1 == words.spans.size();
  for (std::size_t i = 0; i < first; ++i)
    whole = whole && is_small_word(words_of(text, words.spans[i]));
  return NameCore{cover(words.spans[first], words.spans[last]), whole};
}

std::vector<Span> capital_runs(std::string_view text, Span core) {
  constexpr std::array<std::string_view, 8> kJoins = {"of", "the", "and", "for",
                                                      "de", "al",  "&",   "la"};
  std::vector<Span> runs;
  bool joined = false;
  const Words words = words_before_mark(text, core);
  for (std::size_t i = 0; i < words.spans.size(); ++i) {
    const auto word = words_of(text, words.spans[i]);
    if (words.capital[i]) {
      if (joined) {
        runs.back().end = words.spans[i].end;
      } else {
        runs.push_back(words.spans[i]);
      }
      joined = true;
    } else if (std::find(kJoins.begin(), kJoins.end(), word) == kJoins.end()) {
      joined = false;
    }
  }
  return runs;
}

std::optional<Span> person_in(std::string_view text, Span span, const std::vector<Span>& others,
                              const Lexicon& lexicon) {
  const Words words = words_before_mark(text, span);
  std::size_t from = 0;
  bool after_preposition = false;  // "minister for the": a name follows only after another mark
  for (std::size_t i = 0; i < words.spans.size(); ++i) {
    const auto word = words_of(text, words.spans[i]);
    for (const Span other : others) {
      if (i != from || other.begin != words.spans[i].begin || other.end >= span.end) continue;
      while (from < words.spans.size() && words.spans[from].begin < other.end) ++from;
      after_preposition = false;
    }
    if (i < from) continue;
    const bool article = is_small_word(word);
    if (!article && !is_name_part(text, words.spans[i])) after_preposition = true;
    if (article || !is_name_part(text, words.spans[i]) || is_only_role(word, lexicon) ||
        (i == from && lexicon.nations.find(word))) {
      from = i + 1;
    }
  }
  if (from >= words.spans.size() || after_preposition) return std::nullopt;
  return cover(words.spans[from], words.spans.back());
}

NameKind body_kind(std::string_view words, const Lexicon& lexicon) {
  if (const auto nation = lexicon.nations.find(words)) {
    if (lexicon.nation_word[*nation].form != NationForm::demonym) return NameKind::place;
  }
  if (const auto actor = lexicon.actors.find(words)) {
    const NameKind kind = lexicon.actor[*actor].kind;
    if (kind != NameKind::person) return kind;
  }
  // "Hamza Brigade", "Army of Conquest": a word for an armed body at either end.
  for (const auto word : {words.substr(words.rfind(' ') + 1), words.substr(0, words.find(' '))}) {
    const auto role = lexicon.roles.find(word);
    if (!role || !lexicon.role[*role].body) continue;
    const auto& kind = lexicon.role[*role].kinds.front();
    if ((kind == "armed_group" && word != "group" && word != "Group") || kind == "military")
      return NameKind::armed_group;
  }
  return NameKind::organisation;
}

NameKind place_kind(std::string_view words, const Lexicon& lexicon) {
  for (std::size_t at = 0; at < words.size(); at = words.find(' ', at) + 1) {
    if (lexicon.facilities.find(words.substr(at))) return NameKind::facility;
    if (words.find(' ', at) == std::string_view::npos) break;
  }
  return NameKind::place;
}

}  // namespace relata
