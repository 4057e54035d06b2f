// SPDX-License-Identifier: Apache-2.0
// Date: a civil day of the proleptic Gregorian calendar (std::chrono does the arithmetic), and Period, a closed range of days.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace relata {

using Date = std::chrono::sys_days;

// A closed range of days: from <= to.
struct Period {
  Date from;
  Date to;
  auto operator<=>(const Period&) const = default;
  [[nodiscard]] bool overlaps(const Period& other) const { return from <= other.to && other.from <= to; }
};

// The day that year, month (1-12) and day of the month name, or nothing if there is no such day.
[[nodiscard]] std::optional<Date> make_date(int year, unsigned month, unsigned day);

// "2016-12-13", or a longer ISO 8601 date and time of which only the day is taken; nothing if it does not start with a day.
[[nodiscard]] std::optional<Date> parse_iso_date(std::string_view text);

// "2016-12-13".
[[nodiscard]] std::string iso_date(Date date);

[[nodiscard]] inline std::chrono::year_month_day civil(Date date) { return std::chrono::year_month_day(date); }
[[nodiscard]] inline std::chrono::weekday weekday_of(Date date) { return std::chrono::weekday(date); }

}  // namespace relata
