// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/locate.h"

#include <doctest/doctest.h>

#include "tests/document_builder.h"

using namespace relata;

TEST_CASE("tokens, heads and distances are found in the tree") {
  const BuiltDocument built(
      "The the DET 2 det\narmy army NOUN 3 nsubj\ntook take VERB 0 root\nthe the DET 5 det\ntown "
      "town NOUN 3 obj\n\n"
      "It it PRON 2 nsubj\nburned burn VERB 0 root\n");
  CHECK(token_at(built.document, built.span("army").begin) == 1);
  CHECK(token_at(built.document, 1000) == 6);
  CHECK(head_of(built.document, built.span("the town")) == 4);
  CHECK(sentence_of(built.document, built.span("burned")) == 1);
  CHECK(tree_distance(built.document, 1, 4) == 2);
  CHECK(tree_distance(built.document, 0, 3) == 4);
  CHECK(tree_distance(built.document, 2, 2) == 0);
  CHECK_FALSE(tree_distance(built.document, 1, 5));
}
