// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/arc_oracle.h"

#include <algorithm>

#include "doctest/doctest.h"
#include "relata/learn/example.h"

namespace relata {
namespace {

using Word = ArcHybrid::Word;

// A random projective tree: the parser's own moves make it.
std::vector<Word> random_tree(std::size_t size, Shuffle& random) {
  ArcHybrid state;
  state.start(size);
  while (!state.finished()) {
    Move move = static_cast<Move>(random.below(3));
    while (!state.allows(move)) move = static_cast<Move>((static_cast<unsigned>(move) + 1) % 3);
    state.apply(move, Deprel::dep);
  }
  std::vector<Word> heads;
  for (Word word = 0; word < state.root(); ++word) heads.push_back(state.node(word).head);
  return heads;
}

std::size_t right_heads(const ArcHybrid& state, const std::vector<Word>& heads) {
  std::size_t right = 0;
  for (Word word = 0; word < state.root(); ++word)
    right += state.node(word).head == heads[static_cast<std::size_t>(word)];
  return right;
}

TEST_CASE("always taking a move of least cost gives the marked tree, whatever the tree") {
  Shuffle random(5);
  for (std::size_t size = 1; size < 30; ++size) {
    const auto heads = random_tree(size, random);
    ArcHybrid state;
    state.start(size);
    while (!state.finished()) {
      const auto costs = move_costs(state, heads);
      const auto best = std::min_element(costs.begin(), costs.end());
      CHECK(*best == 0);
      state.apply(static_cast<Move>(best - costs.begin()), Deprel::dep);
    }
    CHECK(right_heads(state, heads) == size);
  }
}

TEST_CASE("after a mistake the costs say what is lost, and the rest can still be had") {
  Shuffle random(6);
  for (int round = 0; round < 200; ++round) {
    const std::size_t size = 2 + random.below(12);
    const auto heads = random_tree(size, random);
    ArcHybrid state;
    state.start(size);
    std::size_t lost = 0;
    while (!state.finished()) {
      const auto costs = move_costs(state, heads);
      std::size_t move =
          static_cast<std::size_t>(std::min_element(costs.begin(), costs.end()) - costs.begin());
      const std::size_t other = random.below(3);
      // Away from the root's own end, where a second word must not hang under it, a mistake costs what it says.
      if (random.below(4) == 0 && state.allows(static_cast<Move>(other)) &&
          state.ahead(1) != ArcHybrid::kNone)
        move = other;
      lost += costs[move];
      state.apply(static_cast<Move>(move), Deprel::dep);
    }
    CHECK(right_heads(state, heads) + lost >= size);
  }
}

}  // namespace
}  // namespace relata
