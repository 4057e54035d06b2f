// SPDX-License-Identifier: Apache-2.0
#include "relata/text/name_trees.h"

#include <algorithm>
#include <vector>

namespace relata {
namespace {

bool is_of_words(NameKind kind) {
  return kind == NameKind::person || kind == NameKind::organisation ||
         kind == NameKind::armed_group || kind == NameKind::place || kind == NameKind::facility;
}

void hang(Document& document, TokenIndex token, TokenIndex head) {
  Token& moved = document.tokens[token];
  if (moved.head != kNoToken) std::erase(document.children[moved.head], token);
  moved.head = head;
  moved.deprel = Deprel::flat;
  auto& children = document.children[head];
  children.insert(std::upper_bound(children.begin(), children.end(), token), token);
}

void mend(Document& document, const Mention& name) {
  std::vector<TokenIndex> loose;  // those that hang outside
  for (TokenIndex token = name.first; token < name.last; ++token) {
    const Token& word = document.tokens[token];
    const bool inside = word.head != kNoToken && word.head >= name.first && word.head < name.last;
    if (!inside && word.upos != Upos::punct) loose.push_back(token);
  }
  if (loose.size() < 2) return;
  // The first of those that are under none of the others.
  const auto holds = std::find_if(loose.begin(), loose.end(), [&](TokenIndex token) {
    return std::none_of(loose.begin(), loose.end(), [&](TokenIndex other) {
      return other != token && document.under(token, other);
    });
  });
  for (const TokenIndex token : loose) {
    if (token != *holds) hang(document, token, *holds);
  }
}

}  // namespace

void mend_torn_names(Document& document) {
  for (const Mention& mention : document.mentions) {
    if (mention.kind && is_of_words(*mention.kind) && mention.last - mention.first > 1)
      mend(document, mention);
  }
}

}  // namespace relata
