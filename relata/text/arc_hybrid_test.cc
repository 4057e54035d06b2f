// SPDX-License-Identifier: Apache-2.0
#include "relata/text/arc_hybrid.h"

#include "doctest/doctest.h"
#include "relata/text/parser.h"

namespace relata {
namespace {

TEST_CASE("moves build the tree that they say") {
  ArcHybrid state;  // "Troops left Homs"
  state.start(3);
  CHECK_FALSE(state.allows(Move::left));
  CHECK_FALSE(state.allows(Move::right));
  state.apply(Move::shift, Deprel::root);
  state.apply(Move::left, Deprel::nsubj);
  state.apply(Move::shift, Deprel::root);
  state.apply(Move::shift, Deprel::root);
  CHECK_FALSE(state.allows(Move::shift));
  CHECK_FALSE(state.allows(Move::left));  // two words are left: only one may hang under the root
  state.apply(Move::right, Deprel::obj);
  CHECK_FALSE(state.finished());
  state.apply(Move::left, Deprel::root);
  CHECK(state.finished());
  CHECK(state.node(0).head == 1);
  CHECK(state.node(1).head == state.root());
  CHECK(state.node(2).head == 1);
  CHECK(state.node(2).deprel == Deprel::obj);
  CHECK(state.node(1).left == 0);
  CHECK(state.node(1).right == 2);
}

TEST_CASE("whatever the choices, every state allows a move and every sentence ends as one tree") {
  std::uint64_t random = 1;
  for (std::size_t size = 1; size < 40; ++size) {
    ArcHybrid state;
    state.start(size);
    std::size_t moves = 0;
    while (!state.finished()) {
      random = mix(random + 1);
      Move move = static_cast<Move>(random % 3);
      while (!state.allows(move)) move = static_cast<Move>((static_cast<unsigned>(move) + 1) % 3);
      state.apply(move, Deprel::dep);
      REQUIRE(++moves <= 2 * size);
    }
    std::size_t roots = 0;
    for (ArcHybrid::Word word = 0; word < state.root(); ++word)
      roots += state.node(word).head == state.root();
    CHECK(roots == 1);
  }
}

TEST_CASE("the relation root goes with the root alone") {
  ArcHybrid state;
  state.start(1);
  state.apply(Move::shift, Deprel::root);
  CHECK(allowed(state, {Move::left, Deprel::root}));
  CHECK_FALSE(allowed(state, {Move::left, Deprel::nsubj}));
  CHECK(action_of("L:nsubj:pass") == ParseAction{Move::left, Deprel::nsubj_pass});
  CHECK(action_of(action_name({Move::right, Deprel::obj})) ==
        ParseAction{Move::right, Deprel::obj});
  CHECK_FALSE(action_of("X"));
  CHECK_FALSE(action_of("L:unknown"));
}

}  // namespace
}  // namespace relata
