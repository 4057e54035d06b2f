// SPDX-License-Identifier: Apache-2.0
#include "relata/text/name_lists.h"

#include <doctest/doctest.h>

#include "tests/document_builder.h"

using namespace relata;

TEST_CASE(
    "a person between two places of one list is a place, and one beside a single place is not") {
  BuiltDocument built(
      "Fardous Fardous PROPN 0 root\n, , PUNCT 3 punct\nJaloom Jaloom PROPN 1 conj\nand and CCONJ "
      "5 cc\n"
      "Salheen Salheen PROPN 1 conj\n, , PUNCT 7 punct\nMarrowfield Marrowfield PROPN 1 conj\n");
  const auto add = [&](TokenIndex token, NameKind kind) {
    Mention mention;
    mention.span = built.document.tokens[token].span;
    mention.first = token;
    mention.last = token + 1;
    mention.kind = kind;
    built.document.mentions.push_back(mention);
  };
  add(0, NameKind::place);
  add(2, NameKind::person);
  add(4, NameKind::place);
  add(6, NameKind::person);
  agree_in_lists(built.document);
  CHECK(built.document.mentions[1].kind == NameKind::place);
  CHECK(built.document.mentions[3].kind == NameKind::person);
}
