// SPDX-License-Identifier: Apache-2.0
// Scoreboard: counts of right answers, measure by measure and document by document, from which come precision, recall, F1
// or accuracy, and how far they would vary on other documents of the kind: bootstrap intervals over documents.
//
//   Scoreboard board({{"detect", Scoreboard::Kind::f1}, {"status", Scoreboard::Kind::accuracy}});
//   auto& tally = board.add_document();
//   tally[0] += {.hit = 3, .system = 5, .gold = 4};
//   for (const Score& score : board.scores(1000)) …
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace relata {

struct Tally {
  std::uint64_t hit = 0;
  std::uint64_t system = 0;  // answers given
  std::uint64_t gold = 0;    // answers wanted
  Tally& operator+=(const Tally& other);
  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
};

// accuracy is hit/gold; weighted_f1 is the mean of the F1 of all measures of kind class_f1 of its group, weighted by
// their gold.
enum class ScoreKind : std::uint8_t { f1, accuracy, class_f1, weighted_f1 };

struct Score {
  std::string name;
  ScoreKind kind = ScoreKind::f1;
  Tally total;
  double value = 0;          // F1 or accuracy
  double low = 0, high = 0;  // of 95 of 100 resamples
};

class Scoreboard {
 public:
  using Kind = ScoreKind;
  // One without a name only counts towards the mean of its group and has no score of its own.
  struct Measure {
    std::string name;
    Kind kind = Kind::f1;
    std::uint32_t group = 0;
  };

  explicit Scoreboard(std::vector<Measure> measures);

  // The tallies of one more document, in the order of the measures. Valid until the next call.
  std::vector<Tally>& add_document();

  [[nodiscard]] const std::vector<Measure>& measures() const { return measures_; }
  [[nodiscard]] std::size_t documents() const { return documents_.size(); }
  // Every measure that has a name. The resamples are drawn from a fixed seed: the same board gives the same intervals. 0: no intervals.
  [[nodiscard]] std::vector<Score> scores(unsigned resamples) const;

 private:
  [[nodiscard]] std::vector<double> values(const std::vector<Tally>& totals) const;

  std::vector<Measure> measures_;
  std::vector<std::vector<Tally>> documents_;
};

}  // namespace relata
