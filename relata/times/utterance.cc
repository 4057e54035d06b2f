// SPDX-License-Identifier: Apache-2.0
#include "relata/times/utterance.h"

#include <optional>

#include "relata/base/fold.h"

namespace relata {

namespace {

constexpr int kMostSteps = 4;     // up the tree
constexpr TokenIndex kReach = 4;  // tokens before the time, without a tree

// The token of the expression whose head lies outside it.
std::optional<TokenIndex> top_of(const Document& document, TokenIndex first, TokenIndex last) {
  for (TokenIndex token = first; token <= last; ++token) {
    const TokenIndex head = document.tokens[token].head;
    if (head != kNoToken && (head < first || head > last)) return token;
  }
  return std::nullopt;
}

bool is_verb(const Token& token) { return token.upos == Upos::verb || token.upos == Upos::aux; }
bool is_noun(const Token& token) { return token.upos == Upos::noun || token.upos == Upos::propn; }

// Whether the verb tells something here: what it tells is a clause, or stands elsewhere; "announced a truce on Monday"
// and "vowed on Monday to fight" are deeds of their own.
bool tells(const Document& document, TokenIndex verb) {
  const Token& token = document.tokens[verb];
  if (token.lemma == "say" || token.lemma == "tell") return true;
  if (document.child(verb, Deprel::ccomp) || document.child(verb, Deprel::parataxis)) return true;
  return !document.child(verb, Deprel::obj) && !document.child(verb, Deprel::xcomp) &&
         !document.child(verb, Deprel::nsubj_pass);
}

// By the tree: the first verb above decides; nouns between must be nouns of saying.
std::optional<bool> by_tree(const Document& document, TokenIndex first, TokenIndex last,
                            const TimeLexicon& lexicon) {
  const auto top = top_of(document, first, last);
  if (!top) return std::nullopt;
  TokenIndex at = document.tokens[*top].head;
  for (int step = 0; step < kMostSteps && at != kNoToken; ++step) {
    const Token& token = document.tokens[at];
    if (is_verb(token)) return lexicon.is_reporting_verb(token.lemma) && tells(document, at);
    if (is_noun(token) && !lexicon.is_reporting_noun(token.lemma)) return false;
    at = token.head;
  }
  return false;
}

// By the words: a verb of saying close before, with at most its hearer between: "told Reuters on Monday".
bool by_words(const Document& document, TokenIndex first, const TimeLexicon& lexicon) {
  const TokenIndex start = document.sentences[document.tokens[first].sentence].first;
  for (TokenIndex back = 1; back <= kReach && first >= start + back; ++back) {
    const TokenIndex token = first - back;
    const std::string word = lower_ascii(document.word(token));
    if (word == "said" || word == "told" || word == "says" || word == "reported" ||
        word == "announced")
      return true;
    if (lexicon.is_reporting_verb(word)) return true;
    if (document.tokens[token].upos == Upos::verb || document.tokens[token].upos == Upos::punct)
      return false;
  }
  return false;
}

}  // namespace

bool is_utterance_time(const Document& document, TokenIndex first, TokenIndex last,
                       const TimeLexicon& lexicon) {
  const auto told = by_tree(document, first, last, lexicon);
  return told ? *told : by_words(document, first, lexicon);
}

}  // namespace relata
