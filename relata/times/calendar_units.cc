// SPDX-License-Identifier: Apache-2.0
#include "relata/times/calendar_units.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace relata {

using std::chrono::days;

namespace {

struct UnitForm {
  const char* letter;
  bool time;
};
UnitForm form_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::second:
      return {"S", true};
    case TimeUnit::minute:
      return {"M", true};
    case TimeUnit::hour:
      return {"H", true};
    case TimeUnit::day:
    case TimeUnit::night:
      return {"D", false};
    case TimeUnit::weekend:
      return {"WE", false};
    case TimeUnit::week:
      return {"W", false};
    case TimeUnit::fortnight:
      return {"W", false};
    case TimeUnit::month:
      return {"M", false};
    case TimeUnit::quarter:
      return {"Q", false};
    case TimeUnit::year:
      return {"Y", false};
    case TimeUnit::decade:
      return {"DE", false};
    case TimeUnit::century:
      return {"CE", false};
  }
  return {"D", false};
}

std::string week_value(Date date) {
  const Date thursday = monday_of(date) + days(3);
  const Date first = first_of(year_of(thursday), 1);
  return numbered("%04d-W%02d", year_of(thursday),
                  static_cast<int>((thursday - first).count() / 7) + 1);
}

}  // namespace

Date first_of(int year, int month) {
  return Date(std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) / 1);
}

Period month_of_year(int year, int month) {
  const auto last = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
                    std::chrono::last;
  return {first_of(year, month), Date(last)};
}

Period months_of_year(int year, int first, int last) {
  return {month_of_year(year, first).from, month_of_year(year, last).to};
}

Date plus_months(Date date, int months) {
  const auto day = civil(date);
  const auto moved = std::chrono::year_month(day.year(), day.month()) + std::chrono::months(months);
  const std::chrono::year_month_day same(moved.year(), moved.month(), day.day());
  return same.ok() ? Date(same) : Date(moved / std::chrono::last);
}

bool shorter_than_day(TimeUnit unit) { return unit < TimeUnit::day; }

Date moved(Date date, double count, TimeUnit unit) {
  const auto whole = static_cast<int>(count);
  const auto rounded = [](double value) {
    return days(static_cast<int>(value < 0 ? value - 0.5 : value + 0.5));
  };
  switch (unit) {
    case TimeUnit::second:
    case TimeUnit::minute:
      return date;
    case TimeUnit::hour:
      return date + days(static_cast<int>(count / 24 + (count < 0 ? -0.99 : 0.99)));
    case TimeUnit::day:
    case TimeUnit::night:
      return date + rounded(count);
    case TimeUnit::weekend:
    case TimeUnit::week:
      return date + rounded(count * 7);
    case TimeUnit::fortnight:
      return date + rounded(count * 14);
    case TimeUnit::month:
      return plus_months(date, whole) + rounded((count - whole) * 30);
    case TimeUnit::quarter:
      return plus_months(date, 3 * whole);
    case TimeUnit::year:
      return plus_months(date, static_cast<int>(count * 12));
    case TimeUnit::decade:
      return plus_months(date, 120 * whole);
    case TimeUnit::century:
      return plus_months(date, 1200 * whole);
  }
  return date;
}

Period unit_around(TimeUnit unit, Date date) {
  const int year = year_of(date);
  const Date monday = monday_of(date);
  switch (unit) {
    case TimeUnit::second:
    case TimeUnit::minute:
    case TimeUnit::hour:
    case TimeUnit::day:
    case TimeUnit::night:
      return {date, date};
    case TimeUnit::weekend:
      return {monday + days(5), monday + days(6)};
    case TimeUnit::week:
      return {monday, monday + days(6)};
    case TimeUnit::fortnight:
      return {monday - days(7), monday + days(6)};
    case TimeUnit::month:
      return month_of_year(year, month_of(date));
    case TimeUnit::quarter:
      return months_of_year(year, (month_of(date) - 1) / 3 * 3 + 1,
                            (month_of(date) - 1) / 3 * 3 + 3);
    case TimeUnit::year:
      return months_of_year(year, 1, 12);
    case TimeUnit::decade:
      return {first_of(year / 10 * 10, 1), first_of(year / 10 * 10 + 10, 1) - days(1)};
    case TimeUnit::century:
      return {first_of((year - 1) / 100 * 100 + 1, 1),
              first_of((year - 1) / 100 * 100 + 101, 1) - days(1)};
  }
  return {date, date};
}

Period part_of_month(Period month, PartOf part) {
  switch (part) {
    case PartOf::early:
      return {month.from, month.from + days(9)};
    case PartOf::mid:
      return {month.from + days(10), month.from + days(19)};
    case PartOf::late:
      return {month.from + days(20), month.to};
    case PartOf::first_half:
      return {month.from, month.from + days(14)};
    case PartOf::second_half:
      return {month.from + days(15), month.to};
    case PartOf::whole:
    case PartOf::before:
    case PartOf::after:
      return month;
  }
  return month;
}

Period part_of_year(int year, PartOf part) {
  switch (part) {
    case PartOf::early:
      return months_of_year(year, 1, 4);
    case PartOf::mid:
      return months_of_year(year, 6, 7);
    case PartOf::late:
      return months_of_year(year, 10, 12);
    case PartOf::first_half:
      return months_of_year(year, 1, 6);
    case PartOf::second_half:
      return months_of_year(year, 7, 12);
    case PartOf::whole:
    case PartOf::before:
    case PartOf::after:
      return months_of_year(year, 1, 12);
  }
  return months_of_year(year, 1, 12);
}

Period part_of_unit(Period whole, TimeUnit unit, PartOf part, Date anchor) {
  switch (part) {
    case PartOf::whole:
      return whole;
    case PartOf::before:
      return whole.from <= anchor ? Period{whole.from, std::min(whole.to, anchor)} : whole;
    case PartOf::after:
      return whole.to >= anchor ? Period{std::max(whole.from, anchor), whole.to} : whole;
    case PartOf::early:
    case PartOf::mid:
    case PartOf::late:
    case PartOf::first_half:
    case PartOf::second_half:
      break;
  }
  if (unit == TimeUnit::month) return part_of_month(whole, part);
  if (unit == TimeUnit::year) return part_of_year(year_of(whole.from), part);
  if (unit != TimeUnit::week) return whole;
  if (part == PartOf::early) return {whole.from, whole.from + days(1)};
  if (part == PartOf::mid) return {whole.from + days(2), whole.from + days(3)};
  return {whole.from + days(4), whole.to};
}

std::string unknown_unit_value(TimeUnit unit) {
  if (unit == TimeUnit::week) return "XXXX-WXX";
  if (unit == TimeUnit::weekend) return "XXXX-WXX-WE";
  return unit == TimeUnit::year ? "XXXX" : unit == TimeUnit::month ? "XXXX-XX" : "XXXX-XX-XX";
}

std::string unit_value(TimeUnit unit, const Period& whole) {
  switch (unit) {
    case TimeUnit::second:
    case TimeUnit::minute:
    case TimeUnit::hour:
    case TimeUnit::day:
      return iso_date(whole.from);
    case TimeUnit::night:
      return iso_date(whole.from) + "TNI";
    case TimeUnit::weekend:
      return week_value(whole.from) + "-WE";
    case TimeUnit::week:
    case TimeUnit::fortnight:
      return week_value(whole.from);
    case TimeUnit::month:
      return iso_date(whole.from).substr(0, 7);
    case TimeUnit::quarter:
      return numbered("%04d-Q%d", year_of(whole.from), (month_of(whole.from) + 2) / 3);
    case TimeUnit::year:
      return numbered("%04d", year_of(whole.from));
    case TimeUnit::decade:
      return numbered("%03d", year_of(whole.from) / 10);
    case TimeUnit::century:
      return numbered("%02d", year_of(whole.from) / 100);
  }
  return iso_date(whole.from);
}

std::string duration_value(double count, TimeUnit unit) {
  if (unit == TimeUnit::fortnight) count *= 2;
  const auto [letter, time] = form_of(unit);
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), count).ptr;
  return std::string(time ? "PT" : "P") + std::string(digits.data(), end) + letter;
}

std::string vague_duration_value(TimeUnit unit) {
  return std::string(shorter_than_day(unit) ? "PTX" : "PX") + form_of(unit).letter;
}

std::string value_of(const Period& period) {
  if (period.from == period.to) return iso_date(period.from);
  const int year = year_of(period.from);
  if (period == months_of_year(year, 1, 12)) return numbered("%04d", year);
  if (period == month_of_year(year, month_of(period.from)))
    return iso_date(period.from).substr(0, 7);
  return iso_date(period.from) + "/" + iso_date(period.to);
}

std::string numbered(const char* pattern, int a, int b) {
  std::array<char, 48> buffer{};
  std::snprintf(buffer.data(), buffer.size(), pattern, a, b);
  return buffer.data();
}

}  // namespace relata
