// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdlib>

#include "relata/times/calendar_units.h"
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

std::optional<Date> date_of(int year, int month, int day) {
  if (month < 1 || day < 1) return std::nullopt;
  return make_date(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
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
      time = {.value = numbered("%04d", *phrase.year),
              .period = part_of_year(*phrase.year, phrase.part)};
    }
    return time;
  }

  ResolvedTime operator()(const YearsPhrase& phrase) const {
    return {.value = phrase.value,
            .period = Period{first_of(phrase.first, 1), first_of(phrase.last + 1, 1) - days(1)}};
  }

  ResolvedTime operator()(const UnitPhrase& phrase) const {
    if (!context_.anchor) return {.value = unknown_unit_value(phrase.unit)};
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
      time.value = vague_duration_value(phrase.unit);
    }
    if (!context_.anchor || too_far(count, phrase.unit)) return time;
    const Date end = moved(*context_.anchor, sign * count, phrase.unit);
    time.period = Period{std::min(end, *context_.anchor), std::max(end, *context_.anchor)};
    // "The next three days" begin with the day after the report's.
    if (phrase.sign > 0 && end > *context_.anchor && !shorter_than_day(phrase.unit))
      time.period->from += days(1);
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
      const std::string year = phrase.year ? numbered("%04d", *phrase.year) : "XXXX";
      return {.value = year + (phrase.month > 0 ? numbered("-%02d-%02d", phrase.month, phrase.day)
                                                : numbered("-XX-%02d", phrase.day))};
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
    if (!year) return {.value = numbered("XXXX-%02d", phrase.month)};
    const Period whole = month_of_year(*year, phrase.month);
    Period period = part_of_month(whole, phrase.part);
    const bool running =
        !phrase.year && context_.anchor && !context_.future && phrase.which == WhichOne::none;
    if (running && period.from <= *context_.anchor)
      period.to = std::min(period.to, *context_.anchor);
    return {.value = numbered("%04d-%02d", *year, phrase.month), .period = period};
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
    return {.value = numbered("%04d-", *year) + kCodes[index],
            .period = Period{from, plus_months(from, 3) - days(1)}};
  }

  bool season_runs(int first_month) const { return month_of(*context_.anchor) < first_month + 3; }

  // Bare, the report's day or the last such day; "last" is before the report's day, "next" in the week after.
  ResolvedTime weekday(const CalendarPhrase& phrase) const {
    if (!context_.anchor) return {.value = numbered("XXXX-WXX-%d", phrase.weekday)};
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

  const TimeContext& context_;
};

}  // namespace

ResolvedTime resolve(const TimePhrase& phrase, const TimeContext& context) {
  return std::visit(Resolver(context), phrase);
}

}  // namespace relata
