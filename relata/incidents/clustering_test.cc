// SPDX-License-Identifier: Apache-2.0
#include "relata/incidents/clustering.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

namespace relata {
namespace {

using Heads = std::vector<std::uint32_t>;

TEST_CASE("what pulls together is one, what pushes apart is not") {
  CHECK(cluster({.items = 3, .pulls = {{0, 1, 2.0F}, {1, 2, -1.0F}}}) == Heads{0, 0, 2});
  CHECK(cluster({.items = 2}) == Heads{0, 1});
  CHECK(cluster({}).empty());
}

TEST_CASE("a chain of pulls does not join what is pushed apart on average") {
  const ClusterTask task{.items = 3, .pulls = {{0, 1, 3.0F}, {1, 2, 1.0F}, {0, 2, -4.0F}}};
  CHECK(cluster(task) == Heads{0, 0, 2});
}

TEST_CASE("what is forced together is one against all evidence, what is kept apart never meets") {
  CHECK(cluster({.items = 3, .pulls = {{0, 1, -9.0F}}, .together = {{0, 1}}}) == Heads{0, 0, 2});
  CHECK(cluster(
            {.items = 3, .pulls = {{0, 1, 9.0F}, {1, 2, 5.0F}, {0, 2, 5.0F}}, .apart = {{0, 1}}}) ==
        Heads{0, 1, 0});
}

TEST_CASE("being kept apart passes to all that join either side") {
  const ClusterTask task{
      .items = 4, .pulls = {{0, 2, 9.0F}, {1, 3, 8.0F}, {2, 3, 1.0F}}, .apart = {{0, 1}}};
  CHECK(cluster(task) == Heads{0, 1, 0, 1});
}

TEST_CASE("the order of the pulls has no say") {
  std::mt19937 dice(5);
  for (int round = 0; round < 40; ++round) {
    ClusterTask task{.items = 14};
    for (std::uint32_t j = 1; j < task.items; ++j) {
      for (std::uint32_t i = 0; i < j; ++i) {
        if (dice() % 3 > 0)
          task.pulls.push_back({i, j, static_cast<float>(static_cast<int>(dice() % 13) - 6) / 2});
      }
    }
    task.apart = {{dice() % 7, 7 + dice() % 7}};
    const Heads heads = cluster(task);
    CHECK(heads[task.apart[0].first] != heads[task.apart[0].second]);
    std::shuffle(task.pulls.begin(), task.pulls.end(), dice);
    CHECK(cluster(task) == heads);
  }
}

}  // namespace
}  // namespace relata
