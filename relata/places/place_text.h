// SPDX-License-Identifier: Apache-2.0
// PlaceText: a document's tokens as the reader of places looks at them: lowered words, capitals, what each word may mean.
// Made once for a document; the rest only looks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "relata/places/place_words.h"
#include "relata/text/document.h"

namespace relata {

struct PlaceToken {
  std::string_view text, lower;
  const WordSense* sense = nullptr;  // never null once made
  bool capital =
      false;  // begins as names do: a capital, "al-" and a capital, or a letter of a script without case
  bool all_capitals = false;
  bool word = false;                 // has a letter
  bool glued = false;                // no space before it
  bool heading = false;              // stands where every word may be a capital
  const Mention* mention = nullptr;  // the name over it, if any
};

class PlaceText {
 public:
  PlaceText(const Document& document, const PlaceWords& words);
  PlaceText(const PlaceText&) = delete;
  PlaceText& operator=(const PlaceText&) = delete;

  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] const PlaceToken& operator[](TokenIndex token) const { return tokens_[token]; }
  [[nodiscard]] TokenIndex size() const { return static_cast<TokenIndex>(tokens_.size()); }
  [[nodiscard]] std::uint32_t sentence(TokenIndex token) const {
    return document_.tokens[token].sentence;
  }
  // The tokens of the sentence that holds `token`.
  [[nodiscard]] TokenIndex begin_of_sentence(TokenIndex token) const {
    return document_.sentences[sentence(token)].first;
  }
  [[nodiscard]] TokenIndex end_of_sentence(TokenIndex token) const {
    return document_.sentences[sentence(token)].last;
  }
  [[nodiscard]] Span span(TokenIndex first, TokenIndex last) const {
    return document_.span_of(first, last - 1);
  }
  // Lower-case words of tokens [first, last) as they stand in the text.
  [[nodiscard]] std::string_view lower(TokenIndex first, TokenIndex last) const;
  // "al", "ash" … as a token of its own before a name.
  [[nodiscard]] bool is_article_token(TokenIndex token) const;

 private:
  [[nodiscard]] bool follows_article(TokenIndex token) const;
  void mark_mentions();
  void mark_headings();

  const Document& document_;
  std::string lowered_;
  std::vector<PlaceToken> tokens_;
};

}  // namespace relata
