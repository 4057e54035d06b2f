// SPDX-License-Identifier: Apache-2.0
// A Document made by hand for tests, one line a token: "word lemma UPOS head deprel", head counted from 1 within the
// sentence, 0 for the root; a blank line ends a sentence. Words are joined by single spaces.
//
//   const BuiltDocument built("Shells shell NOUN 2 nsubj\nfell fall VERB 0 root\n");
//   built.document.tokens[1].lemma == "fall"
#pragma once

#include <memory>
#include <sstream>
#include <string>

#include "relata/text/document.h"

namespace relata {

struct BuiltDocument {
  std::string text;
  Document document;

  explicit BuiltDocument(const std::string& lines) {
    std::istringstream in(lines);
    TokenIndex first = 0;
    for (std::string line; std::getline(in, line);) {
      if (line.empty()) {
        end_sentence(first);
        continue;
      }
      std::istringstream cells(line);
      std::string word, lemma, upos, deprel;
      TokenIndex head = 0;
      cells >> word >> lemma >> upos >> head >> deprel;
      if (!text.empty()) text += ' ';
      Token token;
      token.span.begin = static_cast<std::uint32_t>(text.size());
      text += word;
      token.span.end = static_cast<std::uint32_t>(text.size());
      token.lemma = lemma;
      token.upos = upos_of(upos).value();
      token.deprel = deprel_of(deprel).value();
      token.head = head == 0 ? kNoToken : first + head - 1;
      token.sentence = static_cast<std::uint32_t>(document.sentences.size());
      document.tokens.push_back(token);
    }
    end_sentence(first);
    document.text = text;
    document.children.resize(document.tokens.size());
    for (TokenIndex i = 0; i < document.tokens.size(); ++i) {
      if (document.tokens[i].head != kNoToken) document.children[document.tokens[i].head].push_back(i);
    }
  }
  BuiltDocument(const BuiltDocument&) = delete;
  BuiltDocument& operator=(const BuiltDocument&) = delete;

  // The span of the first occurrence of some words.
  [[nodiscard]] Span span(const std::string& words) const {
    const auto at = static_cast<std::uint32_t>(text.find(words));
    return Span{at, at + static_cast<std::uint32_t>(words.size())};
  }

 private:
  void end_sentence(TokenIndex& first) {
    const auto last = static_cast<TokenIndex>(document.tokens.size());
    if (last == first) return;
    Sentence sentence;
    sentence.span = cover(document.tokens[first].span, document.tokens[last - 1].span);
    sentence.first = first;
    sentence.last = last;
    document.sentences.push_back(sentence);
    first = last;
  }
};

}  // namespace relata
