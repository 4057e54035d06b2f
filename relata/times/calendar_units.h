// SPDX-License-Identifier: Apache-2.0
// Units of the calendar as ranges of days, days moved by units, and their TIMEX3 values. Only arithmetic: what an
// expression of time means by them is time_resolve's.
//
//   unit_around(TimeUnit::week, date)        // Monday to Sunday
//   moved(date, -2, TimeUnit::month)         // two months before
//   value_of(unit_around(TimeUnit::month, date))   // "2016-12"
#pragma once

#include <string>

#include "relata/base/date.h"
#include "relata/times/time_lexicon.h"

namespace relata {

[[nodiscard]] inline int year_of(Date date) { return static_cast<int>(civil(date).year()); }
[[nodiscard]] inline int month_of(Date date) {
  return static_cast<int>(static_cast<unsigned>(civil(date).month()));
}
// 1 (Monday) to 7.
[[nodiscard]] inline int weekday_number(Date date) {
  return static_cast<int>(weekday_of(date).iso_encoding());
}
[[nodiscard]] inline Date monday_of(Date date) {
  return date - std::chrono::days(weekday_number(date) - 1);
}

// The first of a month that exists, for years of any size.
[[nodiscard]] Date first_of(int year, int month);
[[nodiscard]] Period month_of_year(int year, int month);
[[nodiscard]] Period months_of_year(int year, int first, int last);
// Months counted on from a day; the 31st becomes the last of a shorter month.
[[nodiscard]] Date plus_months(Date date, int months);

[[nodiscard]] bool shorter_than_day(TimeUnit unit);
// A day moved by whole or broken units.
[[nodiscard]] Date moved(Date date, double count, TimeUnit unit);
// The unit that the day lies in.
[[nodiscard]] Period unit_around(TimeUnit unit, Date date);
[[nodiscard]] Period part_of_month(Period month, PartOf part);
[[nodiscard]] Period part_of_year(int year, PartOf part);
// A part of a unit that runs: "earlier this month" ends with the report, "later this month" begins with it.
[[nodiscard]] Period part_of_unit(Period whole, TimeUnit unit, PartOf part, Date anchor);

// "2016-W50", "2016-12"; of an unknown one "XXXX-WXX".
[[nodiscard]] std::string unit_value(TimeUnit unit, const Period& whole);
[[nodiscard]] std::string unknown_unit_value(TimeUnit unit);
// "P3D", "PT24H"; without a count "PXD".
[[nodiscard]] std::string duration_value(double count, TimeUnit unit);
[[nodiscard]] std::string vague_duration_value(TimeUnit unit);
// The value of one day, month or year, or of the range of days.
[[nodiscard]] std::string value_of(const Period& period);
// At most two numbers set into a pattern of printf.
[[nodiscard]] std::string numbered(const char* pattern, int a, int b = 0);

}  // namespace relata
