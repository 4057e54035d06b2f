// SPDX-License-Identifier: Apache-2.0
#include "relata/text/noun_phrases.h"

#include <algorithm>

#include "relata/base/fold.h"

namespace relata {
namespace {

constexpr TokenIndex kLongestLeft = 8;

bool is_article(const Document& document, TokenIndex token) {
  const Token& t = document.tokens[token];
  if (t.upos != Upos::det) return false;
  const std::string word = lower_ascii(document.word(token));
  return word == "the" || word == "a" || word == "an" || word == "this" || word == "these" ||
         word == "that" || word == "those" || word == "some" || word == "another";
}

// No article, number or adverb: "at least 22 people" is about people.
bool opens_phrase(const Document& document, TokenIndex token) {
  switch (document.tokens[token].upos) {
    case Upos::adp:
    case Upos::punct:
    case Upos::cconj:
    case Upos::num:
    case Upos::adv:
      return false;
    default:
      return !is_article(document, token) && document.lemma(token) != "least" &&
             document.lemma(token) != "more";
  }
}

bool belongs_left(const Document& document, TokenIndex token, TokenIndex head) {
  const Token& t = document.tokens[token];
  if (t.head == head) {
    switch (t.deprel) {
      case Deprel::amod:
      case Deprel::compound:
      case Deprel::nummod:
      case Deprel::nmod_poss:
      case Deprel::nmod:
      case Deprel::nmod_desc:
      case Deprel::nmod_unmarked:
      case Deprel::advmod:
      case Deprel::det:
      case Deprel::flat:
      case Deprel::obl_unmarked:
      case Deprel::acl:
        return true;
      default:
        return t.deprel == Deprel::punct && t.xpos == Xpos::hyph;
    }
  }
  if (t.upos == Upos::punct || t.upos == Upos::adp || t.upos == Upos::verb ||
      t.upos == Upos::sconj) {
    return t.xpos == Xpos::hyph && t.head != kNoToken && document.under(token, head);
  }
  return t.head != kNoToken && document.under(token, head);
}

}  // namespace

TokenIndex left_of(const Document& document, TokenIndex head) {
  const Sentence& sentence = document.sentences[document.tokens[head].sentence];
  TokenIndex first = head;
  while (first > sentence.first && head - first < kLongestLeft &&
         belongs_left(document, first - 1, head))
    --first;
  while (first < head && !opens_phrase(document, first)) ++first;
  return first;
}

std::optional<TokenIndex> determiner_of(const Document& document, TokenIndex head) {
  return document.child(head, Deprel::det);
}

std::optional<std::uint32_t> entity_of(const Document& document, TokenIndex token) {
  auto mention = document.mention_headed_by(token);
  if (!mention) mention = document.mention_over(token);
  if (!mention) return std::nullopt;
  return document.mentions[*mention].entity;
}

std::string name_of_phrase(const Document& document, TokenIndex head) {
  if (const auto mention = document.mention_headed_by(head)) {
    return document.entities[document.mentions[*mention].entity].name;
  }
  return std::string(document.words(document.span_of(left_of(document, head), head)));
}

bool is_nobody(const Token& token) {
  return token.lemma == "nobody" || token.lemma == "none" || token.lemma == "nothing" ||
         token.lemma == "no-one";
}

}  // namespace relata
