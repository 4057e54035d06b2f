// SPDX-License-Identifier: Apache-2.0
#include "relata/events/evidence.h"

#include <algorithm>

#include "relata/events/clause.h"

namespace relata {
namespace {

// The word that heads the clause around a token; of a relative clause or participle, the noun that it describes stays inside.
TokenIndex clause_head(const Document& document, TokenIndex token) {
  while (true) {
    const Token& word = document.tokens[token];
    if (word.head == kNoToken) return token;
    switch (word.deprel) {
      case Deprel::root:
      case Deprel::ccomp:
      case Deprel::parataxis:
      case Deprel::advcl:
      case Deprel::csubj:
        return token;
      case Deprel::acl_relcl:
      case Deprel::acl:
        return word.head;
      case Deprel::conj:
        if (is_verbal(word)) return token;
        break;
      default:
        break;
    }
    token = word.head;
  }
}

bool stands_apart(const Document& document, TokenIndex token) {
  const Token& word = document.tokens[token];
  if (word.deprel == Deprel::parataxis) return true;
  return word.deprel == Deprel::conj && is_verbal(word);
}

}  // namespace

Span evidence_for(const Document& document, const EventCandidate& candidate) {
  const TokenIndex head = clause_head(document, candidate.head);
  auto [first, last] = document.extent(head);
  for (const TokenIndex child : document.children[head]) {
    if (!stands_apart(document, child)) continue;
    const auto [from, to] = document.extent(child);
    // Cut it off at whichever end it stands, never the event's own words.
    if (from > candidate.last && from > head && from > first) last = std::min(last, from - 1);
    if (to < candidate.first && to < head && to < last) first = std::max(first, to + 1);
  }
  const auto is_loose = [&](TokenIndex token) {
    const Upos upos = document.tokens[token].upos;
    return upos == Upos::punct || upos == Upos::cconj;
  };
  while (first < candidate.first && is_loose(first)) ++first;
  while (last > candidate.last && is_loose(last)) --last;
  first = std::min(first, candidate.first);
  last = std::max(last, candidate.last);
  return document.span_of(first, last);
}

}  // namespace relata
