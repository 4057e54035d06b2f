// SPDX-License-Identifier: Apache-2.0
#include "relata/eval/chain_score.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace relata {
namespace {

TEST_CASE("a grouping agrees with itself whatever its groups are called") {
  const ChainScores scores = score_chains({0, 0, 1, 2, 2}, {7, 7, 3, 9, 9});
  CHECK(scores.muc.f1() == doctest::Approx(1));
  CHECK(scores.b_cubed.f1() == doctest::Approx(1));
  CHECK(scores.ceaf_e.f1() == doctest::Approx(1));
  CHECK(scores.conll() == doctest::Approx(1));
}

TEST_CASE(
    "the example of the measures' definitions: {1 2 3 4 5} {6 7} {8 9 A B C} with the last two "
    "joined") {
  // Bagga and Baldwin (1998): precision of MUC 9/10, of B-cubed 0.76; recall 1.
  const ChainScores scores =
      score_chains({0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 2, 2}, {0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1});
  CHECK(scores.muc.precision == doctest::Approx(0.9));
  CHECK(scores.muc.recall == doctest::Approx(1));
  CHECK(scores.b_cubed.precision == doctest::Approx(0.7619).epsilon(0.001));
  CHECK(scores.b_cubed.recall == doctest::Approx(1));
  // Groups of five and of seven over five: 1 + 10/12.
  CHECK(scores.ceaf_e.recall == doctest::Approx((1 + 10.0 / 12) / 3));
  CHECK(scores.ceaf_e.precision == doctest::Approx((1 + 10.0 / 12) / 2));
}

TEST_CASE("every mention alone has no links, and half the story by B-cubed") {
  const ChainScores scores = score_chains({0, 0, 1, 1}, {0, 1, 2, 3});
  CHECK(scores.muc.f1() == 0);
  CHECK(scores.b_cubed.recall == doctest::Approx(0.5));
  CHECK(scores.b_cubed.precision == doctest::Approx(1));
}

TEST_CASE("no other assignment gains more") {
  std::mt19937 dice(3);
  for (int round = 0; round < 30; ++round) {
    std::vector<std::vector<double>> gain(4, std::vector<double>(6));
    for (auto& row : gain) {
      for (double& one : row) one = static_cast<double>(dice() % 20);
    }
    const auto assigned = best_assignment(gain);
    double sum = 0;
    for (std::size_t row = 0; row < gain.size(); ++row) sum += gain[row][assigned[row]];
    std::vector<std::size_t> columns(6);
    std::iota(columns.begin(), columns.end(), 0U);
    double best = 0;
    do {
      double other = 0;
      for (std::size_t row = 0; row < gain.size(); ++row) other += gain[row][columns[row]];
      best = std::max(best, other);
    } while (std::next_permutation(columns.begin(), columns.end()));
    CHECK(sum == doctest::Approx(best));
  }
}

}  // namespace
}  // namespace relata
