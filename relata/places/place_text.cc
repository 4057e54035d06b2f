// SPDX-License-Identifier: Apache-2.0
#include "relata/places/place_text.h"

#include <algorithm>

#include "relata/base/fold.h"
#include "relata/base/utf8.h"
#include "relata/places/place_key.h"

namespace relata {

namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

// Capitals of Latin beyond ASCII and Cyrillic, and every letter of a script without case.
bool is_wide_capital(std::string_view text) {
  std::size_t at = 0;
  const char32_t c = next_code_point(text, at);
  if (c >= 0xC0 && c <= 0xDE) return true;
  if (c >= 0x100 && c <= 0x17F) return c % 2 == 0;
  if (c >= 0x1E00 && c <= 0x1EFF) return c % 2 == 0;
  if (c >= 0x0400 && c <= 0x042F) return true;
  if (c == 0x2018 || c == 0x2019 || c == 0x02BF || c == 0x02BB)
    return at < text.size() && is_upper(text[at]);
  return c >= 0x0590 && c <= 0x06FF;
}

// "al-Bab" and "'Ayn" as one token.
bool begins_as_name(std::string_view text) {
  if (is_upper(text[0])) return true;
  if ((text[0] & 0x80) != 0) return is_wide_capital(text);
  if (text[0] == '\'' || text[0] == '`') return text.size() > 1 && is_upper(text[1]);
  const std::size_t dash = text.find('-');
  return dash != std::string_view::npos && dash <= 3 && dash + 1 < text.size() &&
         begins_as_name(text.substr(dash + 1));
}

}  // namespace

PlaceText::PlaceText(const Document& document, const PlaceWords& words)
    : document_(document), lowered_(lower_ascii(document.text)) {
  static constexpr WordSense kNone;
  const std::string_view lowered = lowered_;
  tokens_.reserve(document.tokens.size());
  std::uint32_t end = 0;
  for (const Token& token : document.tokens) {
    PlaceToken out;
    out.text = document.words(token.span);
    out.lower = words_of(lowered, token.span);
    out.word = std::any_of(out.text.begin(), out.text.end(),
                           [](char c) { return is_upper(c) || is_lower(c) || (c & 0x80) != 0; });
    out.capital = out.word && begins_as_name(out.text);
    out.all_capitals = out.capital && std::none_of(out.text.begin(), out.text.end(), is_lower);
    out.glued = token.span.begin == end && end > 0;
    end = token.span.end;
    const WordSense* sense = out.word ? words.sense(out.lower) : nullptr;
    if (sense == nullptr && out.word && out.lower.size() > 3 && out.lower.ends_with('s')) {
      const WordSense* singular = words.sense(out.lower.substr(0, out.lower.size() - 1));
      if (singular != nullptr && singular->facility) sense = singular;
    }
    out.sense = sense != nullptr ? sense : &kNone;
    tokens_.push_back(out);
  }
  mark_mentions();
  mark_headings();
}

void PlaceText::mark_mentions() {
  for (const Mention& mention : document_.mentions) {
    if (!mention.kind || *mention.kind == NameKind::date || *mention.kind == NameKind::quantity)
      continue;
    for (TokenIndex i = mention.first; i < mention.last && i < tokens_.size(); ++i) {
      tokens_[i].mention = &mention;
    }
  }
}

// In a headline every word may be a capital, so that a capital tells nothing.
void PlaceText::mark_headings() {
  for (const Sentence& sentence : document_.sentences) {
    std::uint32_t words = 0, capitals = 0;
    for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
      if (!tokens_[i].word || tokens_[i].text.size() < 4 || follows_article(i)) continue;
      ++words;
      capitals += tokens_[i].capital ? 1 : 0;
    }
    if (words < 3 || capitals * 10 < words * 7) continue;
    for (TokenIndex i = sentence.first; i < sentence.last; ++i) tokens_[i].heading = true;
  }
}

// "Fardous" in "al-Fardous": a capital in any text.
bool PlaceText::follows_article(TokenIndex token) const {
  if (tokens_[token].lower.starts_with("al-")) return true;
  return token >= 2 && tokens_[token - 1].text == "-" && is_article_token(token - 2);
}

std::string_view PlaceText::lower(TokenIndex first, TokenIndex last) const {
  return words_of(lowered_, span(first, last));
}

bool PlaceText::is_article_token(TokenIndex token) const {
  const std::string_view lower = tokens_[token].lower;
  if (lower.size() < 2 || lower.size() > 3 || token + 1 >= tokens_.size()) return false;
  TokenIndex next = token + 1;
  if (tokens_[next].text == "-" && next + 1 < tokens_.size()) ++next;
  if (!tokens_[next].capital) return false;
  return is_article(lower, tokens_[next].lower);
}

}  // namespace relata
