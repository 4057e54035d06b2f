// SPDX-License-Identifier: Apache-2.0
#include "relata/base/date.h"

#include <charconv>
#include <cstdio>

namespace relata {

namespace {

// `count` digits at `at`, as a number.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return std::nullopt;
  int value = 0;
  const char* begin = text.data() + at;
  const auto [end, problem] = std::from_chars(begin, begin + count, value);
  if (problem != std::errc() || end != begin + count || *begin == '-') return std::nullopt;
  return value;
}

}  // namespace

std::optional<Date> make_date(int year, unsigned month, unsigned day) {
  const auto date = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
  if (year < 1 || year > 9999 || !date.ok()) return std::nullopt;
  return Date(date);
}

std::optional<Date> parse_iso_date(std::string_view text) {
  const auto year = digits(text, 0, 4);
  const auto month = digits(text, 5, 2);
  const auto day = digits(text, 8, 2);
  if (!year || !month || !day || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (text.size() > 10 && text[10] >= '0' && text[10] <= '9') return std::nullopt;
  return make_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::string iso_date(Date date) {
  const auto day = civil(date);
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return buffer;
}

}  // namespace relata
