// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>

#include "relata/times/time_phrase.h"

namespace relata {

namespace {

using std::chrono::days;

// How many of a unit its bare plural means: "recent days", "for months".
constexpr int kFewDays = 4;
constexpr int kFew = 3;
// How many days nearer a day must be to be meant against the tense.
constexpr int kAgainstTense = 120;
// How far around a rough day the meant one may lie: "about a month ago".
constexpr days kRoughly{7};

int year_of(Date date) { return static_cast<int>(civil(date).year()); }
int month_of(Date date) { return static_cast<int>(static_cast<unsigned>(civil(date).month())); }
int weekday_number(Date date) { return static_cast<int>(weekday_of(date).iso_encoding()); }
Date monday_of(Date date) { return date - days(weekday_number(date) - 1); }

std::optional<Date> date_of(int year, int month, int day) {
  if (month < 1 || day < 1) return std::nullopt;
  return make_date(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

// The first of a month that exists, for years of any size.
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

// Months counted on from a day; the 31st becomes the last of a shorter month.
Date plus_months(Date date, int months) {
  const auto day = civil(date);
  const auto moved = std::chrono::year_month(day.year(), day.month()) + std::chrono::months(months);
  const std::chrono::year_month_day same(moved.year(), moved.month(), day.day());
  return same.ok() ? Date(same) : Date(moved / std::chrono::last);
}

std::string format(const char* pattern, int a, int b = 0) {
  std::array<char, 48> buffer{};
  std::snprintf(buffer.data(), buffer.size(), pattern, a, b);
  return buffer.data();
}

std::string week_value(Date date) {
  const Date thursday = monday_of(date) + days(3);
  const Date first = first_of(year_of(thursday), 1);
  return format("%04d-W%02d", year_of(thursday),
                static_cast<int>((thursday - first).count() / 7) + 1);
}

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

bool shorter_than_day(TimeUnit unit) { return unit < TimeUnit::day; }

// A day moved by whole or broken units.
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

double few_of(TimeUnit unit) {
  return unit == TimeUnit::day || unit == TimeUnit::night ? kFewDays : kFew;
}

// Counts beyond this many units name no time that a report can mean.
bool too_far(double count, TimeUnit unit) {
  const double years = unit == TimeUnit::year      ? 1
                       : unit == TimeUnit::decade  ? 10
                       : unit == TimeUnit::century ? 100
                                                   : 0.1;
  return count * years > 1500 || count > 100000;
}

Period part_of_month(Period month, PartOf part) {
  switch (part) {
    case PartOf::early:
      return {month.from, month.from + days(9)};
    case PartOf::mid:
      return {month.from + days(10), month.from + days(19)};
    case PartOf::late:
      return {month.from + days(20), month.to};
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
    case PartOf::whole:
    case PartOf::before:
    case PartOf::after:
      return months_of_year(year, 1, 12);
  }
  return months_of_year(year, 1, 12);
}

// A part of a unit that runs: "earlier this month" ends with the report, "later this month" begins with it.
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
      break;
  }
  if (unit == TimeUnit::month) return part_of_month(whole, part);
  if (unit == TimeUnit::year) return part_of_year(year_of(whole.from), part);
  if (unit != TimeUnit::week) return whole;
  if (part == PartOf::early) return {whole.from, whole.from + days(1)};
  if (part == PartOf::mid) return {whole.from + days(2), whole.from + days(3)};
  return {whole.from + days(4), whole.to};
}

// Turns phrases into days; one operator for each kind of phrase.
class Resolver {
 public:
  explicit Resolver(const TimeContext& context) : context_(context) {}

  ResolvedTime operator()(const CalendarPhrase& phrase) const {
    ResolvedTime time;
    if (phrase.day > 0) {
      time = day(phrase);
    } else if (phrase.month > 0) {
      time = month(phrase);
    } else if (phrase.season > 0) {
      time = season(phrase);
    } else if (phrase.weekday > 0) {
      time = weekday(phrase);
    } else {
      time = {.value = format("%04d", *phrase.year),
              .period = part_of_year(*phrase.year, phrase.part)};
    }
    return time;
  }

  ResolvedTime operator()(const YearsPhrase& phrase) const {
    return {.value = phrase.value,
            .period = Period{first_of(phrase.first, 1), first_of(phrase.last + 1, 1) - days(1)}};
  }

  ResolvedTime operator()(const UnitPhrase& phrase) const {
    if (!context_.anchor) return {.value = unnamed(phrase.unit)};
    const Date base = phrase.which == WhichOne::same && context_.mentioned
                          ? context_.mentioned->from
                          : *context_.anchor;
    const Period whole = whole_unit(phrase, base);
    if (phrase.weekday > 0 || phrase.day > 0) return days_of_unit(phrase, whole);
    const bool running =
        phrase.which == WhichOne::this_one && !context_.future && phrase.part == PartOf::whole;
    const PartOf part = running ? PartOf::before : phrase.part;
    return {.value = unit_value(phrase.unit, whole),
            .period = part_of_unit(whole, phrase.unit, part, *context_.anchor)};
  }

  ResolvedTime operator()(const ShiftPhrase& phrase) const {
    std::optional<Date> base = context_.anchor;
    if (phrase.from_mention && context_.mentioned)
      base = phrase.sign < 0 ? context_.mentioned->from : context_.mentioned->to;
    if (!base || too_far(phrase.count, phrase.unit))
      return {.value = phrase.sign < 0 ? "PAST_REF" : "FUTURE_REF"};
    const Date date = moved(*base, phrase.sign * phrase.count, phrase.unit);
    Period period{date, date};
    if (phrase.unit == TimeUnit::year || phrase.unit == TimeUnit::decade) {
      period = months_of_year(year_of(date), 1, 12);
    } else if (phrase.about || phrase.unit == TimeUnit::month) {
      period = {date - kRoughly, date + kRoughly};
    } else if (shorter_than_day(phrase.unit)) {
      period = {std::min(date, *base), std::max(date, *base)};
    }
    return {.value = phrase.unit >= TimeUnit::month && phrase.unit != TimeUnit::year
                         ? iso_date(date).substr(0, 7)
                         : value_of(period),
            .period = period};
  }

  ResolvedTime operator()(const StretchPhrase& phrase) const {
    const bool turned = phrase.turns && context_.future;
    const int sign = turned ? 1 : phrase.sign;
    const double count = phrase.count.value_or(few_of(phrase.unit));
    if (turned && phrase.point)
      return (*this)(ShiftPhrase{.count = count, .unit = phrase.unit, .sign = 1});
    ResolvedTime time{.type = TimexType::duration, .value = duration_value(count, phrase.unit)};
    if (!phrase.count) {
      time.value =
          std::string(shorter_than_day(phrase.unit) ? "PTX" : "PX") + form_of(phrase.unit).letter;
    }
    if (!context_.anchor || too_far(count, phrase.unit)) return time;
    const Date end = moved(*context_.anchor, sign * count, phrase.unit);
    time.period = Period{std::min(end, *context_.anchor), std::max(end, *context_.anchor)};
    // "The next three days" begin with the day after the report's.
    if (phrase.sign > 0 && !shorter_than_day(phrase.unit)) time.period->from += days(1);
    return time;
  }

  ResolvedTime operator()(const LengthPhrase& phrase) const {
    return {.type = TimexType::duration, .value = duration_value(phrase.count, phrase.unit)};
  }

  ResolvedTime operator()(const RepeatPhrase& phrase) const {
    return {.type = TimexType::set, .value = phrase.value};
  }

  ResolvedTime operator()(const NowPhrase& phrase) const {
    ResolvedTime time{.value = phrase.value};
    if (context_.anchor)
      time.period = Period{*context_.anchor - days(phrase.days_back), *context_.anchor};
    return time;
  }

  ResolvedTime operator()(const ClockPhrase& phrase) const {
    ResolvedTime time{.type = TimexType::time, .value = phrase.value};
    if (!context_.anchor) return time;
    time.period = Period{*context_.anchor, *context_.anchor};
    time.value = iso_date(*context_.anchor) + phrase.value;
    return time;
  }

 private:
  ResolvedTime day(const CalendarPhrase& phrase) const {
    const auto date = phrase.month == 0 ? day_of_some_month(phrase)
                      : phrase.year     ? date_of(*phrase.year, phrase.month, phrase.day)
                                        : day_of_some_year(phrase);
    if (!date) {
      const std::string year = phrase.year ? format("%04d", *phrase.year) : "XXXX";
      return {.value = year + (phrase.month > 0 ? format("-%02d-%02d", phrase.month, phrase.day)
                                                : format("-XX-%02d", phrase.day))};
    }
    Period period{*date, *date};
    if (phrase.last_day > phrase.day) period.to = period.from + days(phrase.last_day - phrase.day);
    return {.value = value_of(period), .period = period};
  }

  // The nearest day to the report of the years around; one whose weekday is right goes before others.
  std::optional<Date> day_of_some_year(const CalendarPhrase& phrase) const {
    if (!context_.anchor) return std::nullopt;
    const int years = phrase.weekday > 0 || (phrase.month == 2 && phrase.day == 29) ? 4 : 1;
    std::optional<Date> best;
    for (int year = year_of(*context_.anchor) - years; year <= year_of(*context_.anchor) + years;
         ++year) {
      const auto date = date_of(year, phrase.month, phrase.day);
      if (date && (!best || rank(phrase, *date) < rank(phrase, *best))) best = date;
    }
    return best;
  }

  std::optional<Date> day_of_some_month(const CalendarPhrase& phrase) const {
    if (!context_.anchor) return std::nullopt;
    std::optional<Date> best;
    for (int months = -2; months <= 2; ++months) {
      const Date shifted = plus_months(*context_.anchor, months);
      const auto date = date_of(year_of(shifted), month_of(shifted), phrase.day);
      if (!date || (phrase.weekday == 0 && !context_.future && *date > *context_.anchor)) continue;
      if (!best || rank(phrase, *date) < rank(phrase, *best)) best = date;
    }
    return best;
  }

  // Smaller is better: the right weekday, then near, which a day against the tense is less.
  std::pair<int, int> rank(const CalendarPhrase& phrase, Date date) const {
    const auto distance = static_cast<int>((date - *context_.anchor).count());
    const int wrong_weekday = phrase.weekday > 0 && weekday_number(date) != phrase.weekday ? 1 : 0;
    const int against_tense =
        context_.future == (distance < 0) && distance != 0 ? kAgainstTense : 0;
    return {wrong_weekday, std::abs(distance) + against_tense};
  }

  ResolvedTime month(const CalendarPhrase& phrase) const {
    std::optional<int> year = phrase.year;
    if (!year && context_.anchor) year = year_of_month(phrase);
    if (!year) return {.value = format("XXXX-%02d", phrase.month)};
    const Period whole = month_of_year(*year, phrase.month);
    Period period = part_of_month(whole, phrase.part);
    const bool running =
        !phrase.year && context_.anchor && !context_.future && phrase.which == WhichOne::none;
    if (running && period.from <= *context_.anchor)
      period.to = std::min(period.to, *context_.anchor);
    return {.value = format("%04d-%02d", *year, phrase.month), .period = period};
  }

  // A bare month is the last one begun, or the next if the words look ahead; "last March" is past, "next March" to come.
  int year_of_month(const CalendarPhrase& phrase) const {
    const int year = year_of(*context_.anchor);
    const int now = month_of(*context_.anchor);
    switch (phrase.which) {
      case WhichOne::this_one:
        return year;
      case WhichOne::last:
      case WhichOne::past:
      case WhichOne::recent:
        return phrase.month < now ? year : year - 1;
      case WhichOne::next:
      case WhichOne::after_next:
      case WhichOne::following:
        return phrase.month > now ? year : year + 1;
      case WhichOne::none:
      case WhichOne::same:
        break;
    }
    if (context_.future) return phrase.month >= now ? year : year + 1;
    return phrase.month <= now ? year : year - 1;
  }

  ResolvedTime season(const CalendarPhrase& phrase) const {
    constexpr std::array<const char*, 4> kCodes = {"SP", "SU", "FA", "WI"};
    const auto index = static_cast<std::size_t>(phrase.season - 1);
    const int first_month = 3 * phrase.season;  // spring March, winter December
    std::optional<int> year = phrase.year;
    if (!year && context_.anchor) {
      year = year_of(*context_.anchor);
      if (first_of(*year, first_month) > *context_.anchor && !context_.future) --*year;
      if (phrase.which == WhichOne::last && month_of(*context_.anchor) >= first_month &&
          season_runs(first_month))
        --*year;
    }
    if (!year) return {.value = std::string("XXXX-") + kCodes[index]};
    const Date from = first_of(*year, first_month);
    return {.value = format("%04d-", *year) + kCodes[index],
            .period = Period{from, plus_months(from, 3) - days(1)}};
  }

  bool season_runs(int first_month) const { return month_of(*context_.anchor) < first_month + 3; }

  // Bare, the report's day or the last such day; "last" is before the report's day, "next" in the week after.
  ResolvedTime weekday(const CalendarPhrase& phrase) const {
    if (!context_.anchor) return {.value = format("XXXX-WXX-%d", phrase.weekday)};
    const Date monday = monday_of(*context_.anchor);
    const int back = (weekday_number(*context_.anchor) - phrase.weekday + 7) % 7;
    Date date = *context_.anchor - days(back);
    switch (phrase.which) {
      case WhichOne::none:
      case WhichOne::same:
      case WhichOne::recent:
        if (context_.future && back > 0) date += days(7);
        break;
      case WhichOne::last:
      case WhichOne::past:
        if (back == 0) date -= days(7);
        break;
      case WhichOne::this_one:
        date = monday + days(phrase.weekday - 1);
        break;
      case WhichOne::next:
        date = monday + days(phrase.weekday + 6);
        break;
      case WhichOne::after_next:
      case WhichOne::following:
        date += days(7);
        break;
    }
    return {.value = iso_date(date), .period = Period{date, date}};
  }

  static Period unit_around(TimeUnit unit, Date date) {
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

  Period whole_unit(const UnitPhrase& phrase, Date base) const {
    switch (phrase.which) {
      case WhichOne::last:
        return unit_around(phrase.unit, moved(base, -1, phrase.unit));
      case WhichOne::next:
      case WhichOne::following:
        return unit_around(phrase.unit, moved(base, 1, phrase.unit));
      case WhichOne::after_next:
        return unit_around(phrase.unit, moved(base, 2, phrase.unit));
      case WhichOne::none:
        // "at the weekend" is the last one begun.
        if (phrase.unit == TimeUnit::weekend && !context_.future && weekday_number(base) < 6)
          base -= days(7);
        break;
      case WhichOne::past:
      case WhichOne::recent:
      case WhichOne::this_one:
      case WhichOne::same:
        break;
    }
    return unit_around(phrase.unit, base);
  }

  // "Friday of last week", "4 to 22 this month".
  static ResolvedTime days_of_unit(const UnitPhrase& phrase, const Period& whole) {
    const int first = phrase.weekday > 0 ? phrase.weekday : phrase.day;
    const int last = std::max(first, phrase.last_day);
    const Period period{whole.from + days(first - 1), whole.from + days(last - 1)};
    if (period.to > whole.to) return {.value = unit_value(phrase.unit, whole)};
    return {.value = value_of(period), .period = period};
  }

  static std::string unnamed(TimeUnit unit) {
    if (unit == TimeUnit::week) return "XXXX-WXX";
    if (unit == TimeUnit::weekend) return "XXXX-WXX-WE";
    return unit == TimeUnit::year ? "XXXX" : unit == TimeUnit::month ? "XXXX-XX" : "XXXX-XX-XX";
  }

  static std::string unit_value(TimeUnit unit, const Period& whole) {
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
        return format("%04d-Q%d", year_of(whole.from), (month_of(whole.from) + 2) / 3);
      case TimeUnit::year:
        return format("%04d", year_of(whole.from));
      case TimeUnit::decade:
        return format("%03d", year_of(whole.from) / 10);
      case TimeUnit::century:
        return format("%02d", year_of(whole.from) / 100);
    }
    return iso_date(whole.from);
  }

  const TimeContext& context_;
};

}  // namespace

ResolvedTime resolve(const TimePhrase& phrase, const TimeContext& context) {
  return std::visit(Resolver(context), phrase);
}

std::string duration_value(double count, TimeUnit unit) {
  if (unit == TimeUnit::fortnight) count *= 2;
  const auto [letter, time] = form_of(unit);
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), count).ptr;
  return std::string(time ? "PT" : "P") + std::string(digits.data(), end) + letter;
}

std::string value_of(const Period& period) {
  if (period.from == period.to) return iso_date(period.from);
  const int year = year_of(period.from);
  if (period == months_of_year(year, 1, 12)) return format("%04d", year);
  if (period == month_of_year(year, month_of(period.from)))
    return iso_date(period.from).substr(0, 7);
  return iso_date(period.from) + "/" + iso_date(period.to);
}

}  // namespace relata
