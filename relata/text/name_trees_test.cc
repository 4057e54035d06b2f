// SPDX-License-Identifier: Apache-2.0
#include "relata/text/name_trees.h"

#include "doctest/doctest.h"

namespace relata {
namespace {

struct Word {
  TokenIndex head;
  Deprel deprel;
  Upos upos = Upos::propn;
};

Document document_of(const std::vector<Word>& words, TokenIndex first, TokenIndex last) {
  Document document;
  document.children.resize(words.size());
  for (TokenIndex i = 0; i < words.size(); ++i) {
    Token token;
    token.head = words[i].head;
    token.deprel = words[i].deprel;
    token.upos = words[i].upos;
    document.tokens.push_back(token);
    if (token.head != kNoToken) document.children[token.head].push_back(i);
  }
  Mention name;
  name.first = first;
  name.last = last;
  name.kind = NameKind::organisation;
  document.mentions.push_back(name);
  return document;
}

TEST_CASE("the words of a torn name hang under the first that holds it") {
  // Ledger and [Radio Saffron] said
  Document document = document_of({{4, Deprel::nsubj},
                                   {2, Deprel::cc, Upos::cconj},
                                   {0, Deprel::conj},
                                   {0, Deprel::conj},
                                   {kNoToken, Deprel::root, Upos::verb}},
                                  2, 4);
  mend_torn_names(document);
  CHECK(document.tokens[2].head == 0);
  CHECK(document.tokens[3].head == 2);
  CHECK(document.tokens[3].deprel == Deprel::flat);
  CHECK(document.children[0] == std::vector<TokenIndex>{2});
  CHECK(document.children[2] == std::vector<TokenIndex>{1, 3});
}

TEST_CASE("a name is held by the word that its others are under, so that the tree stays a tree") {
  // [Radio Saffron] said, where "Radio" hangs under the verb and that under "Saffron".
  Document document = document_of(
      {{2, Deprel::nsubj}, {kNoToken, Deprel::root}, {1, Deprel::acl, Upos::verb}}, 0, 2);
  mend_torn_names(document);
  CHECK(document.tokens[0].head == 1);
  CHECK(document.tokens[1].head == kNoToken);
  CHECK(document.children[2].empty());
}

TEST_CASE("a name that hangs together stays as it is") {
  Document document = document_of(
      {{1, Deprel::compound}, {2, Deprel::nsubj}, {kNoToken, Deprel::root, Upos::verb}}, 0, 2);
  mend_torn_names(document);
  CHECK(document.tokens[0].deprel == Deprel::compound);
  CHECK(document.tokens[1].head == 2);
}

}  // namespace
}  // namespace relata
