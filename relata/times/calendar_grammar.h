// SPDX-License-Identifier: Apache-2.0
// The calendar: dates in digits ("04/04/2017", "2016-12-12"), dates with names of months ("Monday 19 December", "May 3-5",
// "Jul 012016"), months, seasons, years, decades and centuries. Commas may be lost. Digits alone are read day first
// unless that gives no date.
#pragma once

#include <cstddef>
#include <optional>

#include "relata/times/time_pieces.h"

namespace relata {

// The phrase of the calendar that begins at piece `at`, if one does.
[[nodiscard]] std::optional<ReadPhrase> read_calendar(const TimePieces& pieces, std::size_t at);

// Days of a month: "4th", "22", "3-5", "3 and 5".
struct ReadDays {
  int first = 0;
  int last = 0;  // 0: one day
  std::size_t end = 0;
};
[[nodiscard]] std::optional<ReadDays> read_days(const TimePieces& pieces, std::size_t at);

// The year there, 1000 to 2999, when a date or "in" makes it plain that it is one.
[[nodiscard]] std::optional<int> year_at(const TimePieces& pieces, std::size_t at);

}  // namespace relata
