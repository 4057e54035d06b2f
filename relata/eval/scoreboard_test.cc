// SPDX-License-Identifier: Apache-2.0
#include "relata/eval/scoreboard.h"

#include <doctest/doctest.h>

using namespace relata;

TEST_CASE("scores are of the sums over documents, and intervals hold them and repeat") {
  Scoreboard board({{"found", Scoreboard::Kind::f1}, {"right", Scoreboard::Kind::accuracy}});
  for (std::uint64_t i = 0; i < 20; ++i) {
    auto& tally = board.add_document();
    tally[0] += {i % 5, 5, 4};
    tally[1] += {i % 2, 1, 1};
  }
  const auto scores = board.scores(1000);
  CHECK(scores[0].total.precision() == doctest::Approx(0.4));
  CHECK(scores[0].total.recall() == doctest::Approx(0.5));
  CHECK(scores[0].value == doctest::Approx(2 * 0.4 * 0.5 / 0.9));
  CHECK(scores[1].value == doctest::Approx(0.5));
  for (const Score& score : scores) {
    CHECK(score.low < score.value);
    CHECK(score.value < score.high);
  }
  CHECK(board.scores(1000)[0].low == scores[0].low);
  CHECK(board.scores(0)[0].low == scores[0].value);
}

TEST_CASE("the mean F1 weighs each class by its gold") {
  using Kind = Scoreboard::Kind;
  Scoreboard board({{"mean", Kind::weighted_f1}, {"a", Kind::class_f1}, {"b", Kind::class_f1}});
  auto& tally = board.add_document();
  tally[1] += {3, 3, 3};
  tally[2] += {0, 1, 1};
  CHECK(board.scores(0)[0].value == doctest::Approx(0.75));
}

TEST_CASE("classes without a name count towards the mean of their own group and are not listed") {
  using Kind = Scoreboard::Kind;
  Scoreboard board({{"all", Kind::weighted_f1},
                    {"a", Kind::class_f1},
                    {"some", Kind::weighted_f1, 1},
                    {"", Kind::class_f1, 1}});
  auto& tally = board.add_document();
  tally[1] += {1, 2, 1};
  tally[3] += {1, 1, 1};
  const auto scores = board.scores(0);
  REQUIRE(scores.size() == 3);
  CHECK(scores[0].value == doctest::Approx(2.0 / 3));
  CHECK(scores[2].name == "some");
  CHECK(scores[2].value == doctest::Approx(1.0));
}
