// SPDX-License-Identifier: Apache-2.0
#include "relata/text/folded_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "relata/base/fold.h"
#include "relata/model/feature.h"

namespace relata {
namespace {

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

// The Arabic article as it is written before the letters that it takes after; and "el", "ul".
bool is_article(std::string_view word) {
  constexpr std::array<std::string_view, 13> kArticles = {"al", "an", "as", "ash", "ad", "ar", "az",
                                                          "at", "el", "es", "ul",  "ed", "ath"};
  return std::find(kArticles.begin(), kArticles.end(), word) != kArticles.end();
}

std::string_view singular(std::string_view word, std::string& buffer) {
  const auto with = [&](std::size_t drop, std::string_view add) {
    buffer.assign(word.substr(0, word.size() - drop));
    buffer += add;
    return std::string_view(buffer);
  };
  if (word.size() > 4 && word.ends_with("men")) return with(3, "man");
  if (word.size() < 4 || !word.ends_with('s') || word.ends_with("ss")) return word;
  if (word.ends_with("ies") && word.size() > 4) return with(3, "y");
  for (const std::string_view end : {"ches", "shes", "xes", "sses", "uses"}) {
    if (word.ends_with(end)) return with(2, "");
  }
  return with(1, "");
}

// Cuts the words of one token, or of one stretch of a phrase between spaces.
class WordCutter {
 public:
  explicit WordCutter(std::vector<FoldedWord>& out) : out_(out) {}

  // `hyphen_after`: the token is followed by a hyphen without a space.
  void cut(std::string_view form, TokenIndex token, bool hyphen_after) {
    const std::size_t first = out_.size();
    const bool ascii = is_ascii(form);
    if (!ascii) folded_ = fold(form);
    std::string_view rest = ascii ? form : std::string_view(folded_);
    if (rest == "'s" || rest == "'") return;
    if (rest.size() > 2 && rest.ends_with("'s")) rest.remove_suffix(2);
    const bool foreign_capital = !ascii && !form.empty() && folded_[0] != form[0];
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('-'), rest.size());
      const bool hyphen = end < rest.size() || hyphen_after;
      push(rest.substr(0, end), token, hyphen, foreign_capital);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (out_.size() == first) return;
    out_[first].opens_token = true;
    out_.back().closes_token = true;
  }

 private:
  void push(std::string_view part, TokenIndex token, bool hyphen, bool foreign_capital) {
    word_.clear();
    for (const char c : part) {
      if (c == '.' || c == '\'' || c == '`') continue;
      word_ += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    if (word_.empty()) {
      // A mark ("." or "…") parts phrases; a hyphen does not.
      if (part.empty()) return;
      word_ = part;
    }
    if (hyphen && is_article(word_)) word_ = "al";
    const std::string_view one = singular(word_, singular_);
    const std::uint64_t hash = hash_text(word_);
    out_.push_back({.hash = hash,
                    .singular = one == word_ ? hash : hash_text(one),
                    .token = token,
                    .capital = foreign_capital || is_capital(part.front()),
                    .all_capitals = std::none_of(part.begin(), part.end(), is_small)});
  }

  std::vector<FoldedWord>& out_;
  std::string folded_;
  std::string word_;
  std::string singular_;
};

}  // namespace

FoldedWords::FoldedWords(const Document& document) {
  words_.reserve(document.tokens.size() + 16);
  first_.reserve(document.tokens.size() + 1);
  WordCutter cutter(words_);
  for (TokenIndex token = 0; token < document.tokens.size(); ++token) {
    first_.push_back(static_cast<std::uint32_t>(words_.size()));
    const Span span = document.tokens[token].span;
    const bool hyphen_after = span.end < document.text.size() && document.text[span.end] == '-';
    cutter.cut(document.words(span), token, hyphen_after);
  }
  first_.push_back(static_cast<std::uint32_t>(words_.size()));
}

std::span<const FoldedWord> FoldedWords::from(TokenIndex token) const {
  if (first_[token] == first_[token + 1]) return {};
  return std::span<const FoldedWord>(words_).subspan(first_[token]);
}

std::vector<FoldedWord> fold_phrase(std::string_view phrase) {
  std::vector<FoldedWord> words;
  WordCutter cutter(words);
  TokenIndex token = 0;
  while (!phrase.empty()) {
    const std::size_t end = std::min(phrase.find(' '), phrase.size());
    if (end > 0) cutter.cut(phrase.substr(0, end), token++, false);
    phrase.remove_prefix(std::min(end + 1, phrase.size()));
  }
  return words;
}

}  // namespace relata
