// SPDX-License-Identifier: Apache-2.0
// Units that are counted: "24 hours", "two weeks ago", "for five years", "the five-year war", "for months",
// "the third straight day".
#pragma once

#include <cstddef>
#include <optional>

#include "relata/times/time_pieces.h"

namespace relata {

// How many units: nothing for a vague many ("several weeks").
struct CountedUnits {
  std::optional<double> count = {};
  TimeUnit unit = TimeUnit::day;
  bool article = false;
  bool hyphen = false;  // "five-year"
  std::size_t end = 0;

  // A few of a unit when no number is told: "several weeks" is as vague as "recent weeks".
  [[nodiscard]] double least() const { return count.value_or(3); }
};
[[nodiscard]] std::optional<CountedUnits> counted_units(const TimePieces& pieces, std::size_t at);

// The phrase of counted units that begins at piece `at`, if one does.
[[nodiscard]] std::optional<ReadPhrase> read_length(const TimePieces& pieces, std::size_t at);

// Where the words before a number begin that do not change the days: "more than", "at least", "about".
[[nodiscard]] std::size_t before_approximation(const TimePieces& pieces, std::size_t at);

// The unit of time there, if it is one.
[[nodiscard]] inline const TimeWord* unit_at(const TimePieces& pieces, std::size_t at) {
  return pieces.word(at, TimeWordKind::unit);
}

}  // namespace relata
