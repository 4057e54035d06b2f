// SPDX-License-Identifier: Apache-2.0
// TimePhrase: what the words of an expression of time say, before any anchor: "last Tuesday", "early March", "two weeks ago".
// resolve() turns a phrase and its context into days. The grammar (calendar_grammar, relative_grammar) makes phrases.
//
//   resolve(ShiftPhrase{.count = 2, .unit = TimeUnit::week, .sign = -1}, context)  // the day two weeks before the report
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "relata/base/date.h"
#include "relata/times/time_expression.h"
#include "relata/times/time_lexicon.h"

namespace relata {

// The fields of a calendar that are named: "Monday 19 December", "early March 2011", "the summer of 2017", "2015", "Friday".
struct CalendarPhrase {
  std::optional<int> year = {};
  int month = 0;  // 0: not named
  int day = 0;
  int last_day = 0;  // "3-5 May"
  int weekday = 0;   // 1 (Monday) to 7
  int season = 0;    // 1 (spring) to 4 (winter)
  PartOf part = PartOf::whole;
  WhichOne which = WhichOne::none;
  bool ambiguous = false;  // "04/05/2016": day and month could be the other way round
};

// "1980-88", "the 1990s", "the 16th century".
struct YearsPhrase {
  int first = 0;
  int last = 0;
  std::string value = {};
};

// "last week", "earlier this month", "the end of the year", "the 20th of next month", "Friday of last week".
struct UnitPhrase {
  TimeUnit unit = TimeUnit::day;
  WhichOne which = WhichOne::this_one;
  PartOf part = PartOf::whole;
  int day = 0;       // of a month
  int last_day = 0;  // "4 to 22 this month"
  int weekday = 0;   // of a week
};

// A distance from the report's day, or from the day last mentioned: "yesterday", "a week ago", "two days later".
struct ShiftPhrase {
  double count = 0;
  TimeUnit unit = TimeUnit::day;
  int sign = -1;
  bool from_mention = false;
  bool about = false;
};

// A stretch that ends or begins with the report: "the past 24 hours", "the next three days", "for two years".
// Without a count ("recent weeks") the usual few of the unit. `turns`: words that look ahead turn it to the days to come
// ("will hold for two years"), and then `point` means its end alone ("will end in three days").
struct StretchPhrase {
  std::optional<double> count = {};
  TimeUnit unit = TimeUnit::day;
  int sign = -1;
  bool turns = false;
  bool point = false;
};

// "three days", of which nothing says when.
struct LengthPhrase {
  double count = 1;
  TimeUnit unit = TimeUnit::day;
};

// "every day", "hourly".
struct RepeatPhrase {
  std::string value = {};
};

// "now", "recently": the days that end with the report.
struct NowPhrase {
  int days_back = 0;
  std::string value = {};
};

// "at dawn", "at 10:30 a.m.": a time of a day that other words, or none, name.
struct ClockPhrase {
  std::string value = {};  // "TMO", "T10:30"
};

using TimePhrase = std::variant<CalendarPhrase, YearsPhrase, UnitPhrase, ShiftPhrase, StretchPhrase,
                                LengthPhrase, RepeatPhrase, NowPhrase, ClockPhrase>;

struct TimeContext {
  std::optional<Date> anchor = {};       // the report's day
  std::optional<Period> mentioned = {};  // the day last mentioned
  bool future = false;                   // the words before look ahead
};

struct ResolvedTime {
  TimexType type = TimexType::date;
  std::string value = {};
  std::optional<Period> period = {};
};

[[nodiscard]] ResolvedTime resolve(const TimePhrase& phrase, const TimeContext& context);

}  // namespace relata
