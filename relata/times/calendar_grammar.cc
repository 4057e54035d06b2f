// SPDX-License-Identifier: Apache-2.0
#include "relata/times/calendar_grammar.h"

#include <algorithm>
#include <cstdio>
#include <utility>

namespace relata {

namespace {

using Kind = TimeWordKind;

bool is_day(int value) { return value >= 1 && value <= 31; }
bool is_month(int value) { return value >= 1 && value <= 12; }

// The month named there. Names that are also words ask for a capital; `bare` that no number stands beside it.
const TimeWord* month_at(const TimePieces& pieces, std::size_t at, bool bare = false) {
  const TimeWord* month = pieces.word(at, Kind::month);
  if (month == nullptr || (month->needs_capital && !pieces[at].capital)) return nullptr;
  return bare && month->needs_number ? nullptr : month;
}

std::size_t past_month(const TimePieces& pieces, std::size_t at) {
  // "Dec." but not the stop of a sentence: something of a date follows.
  if (pieces.is(at + 1, ".") && pieces.adjoins(at + 1) && at + 2 < pieces.size()) return at + 2;
  return at + 1;
}

// A day of the month, in digits or as an ordinal, not the beginning of a longer number or a clock time.
std::optional<ReadDays> one_day(const TimePieces& pieces, std::size_t at) {
  if (const auto ordinal = pieces.lexicon().numbers().read_ordinal(pieces.all(), at);
      ordinal && ordinal->low <= 31) {
    return ReadDays{.first = static_cast<int>(ordinal->low), .end = ordinal->end};
  }
  const auto value = pieces.digits(at, 1, 2);
  if (!value || !is_day(*value)) return std::nullopt;
  const bool goes_on = pieces.adjoins(at + 1) && pieces.is_any(at + 1, {":", ".", ",", "/"}) &&
                       pieces.adjoins(at + 2) && pieces.digits(at + 2, 1, 9);
  if (goes_on || pieces.is(at + 1, "%")) return std::nullopt;
  return ReadDays{.first = *value, .end = at + 1};
}

// The year after a date, past a lost or present comma or "of".
std::size_t take_year(const TimePieces& pieces, std::size_t at, CalendarPhrase& phrase) {
  std::size_t next = at;
  if (pieces.is_any(next, {",", "of"})) ++next;
  const auto year = year_at(pieces, next);
  if (!year) return at;
  phrase.year = *year;
  return next + 1;
}

// "19 December 2016", "4th of May", "3-5 May".
std::optional<ReadPhrase> day_month(const TimePieces& pieces, std::size_t at) {
  const auto day = read_days(pieces, at);
  if (!day) return std::nullopt;
  std::size_t next = pieces.past(day->end, "of");
  if (pieces.is_dash(next) || pieces.is(next, ".")) ++next;
  const TimeWord* month = month_at(pieces, next);
  if (month == nullptr) return std::nullopt;
  CalendarPhrase phrase{.month = month->value, .day = day->first, .last_day = day->last};
  const std::size_t after = past_month(pieces, next);
  const bool dash = pieces.is_dash(after);
  const std::size_t end = take_year(pieces, dash ? after + 1 : after, phrase);
  return ReadPhrase{.phrase = phrase, .end = phrase.year ? end : next + 1};
}

// "Jul 012016": the space between day and year was lost.
std::optional<ReadPhrase> glued_day_year(const TimePieces& pieces, std::size_t at, int month) {
  const auto glued = pieces.digits(at, 5, 6);
  if (!glued) return std::nullopt;
  const int day = *glued / 10000;
  const int year = *glued % 10000;
  if (!is_day(day) || year < 1900 || year > 2099) return std::nullopt;
  return ReadPhrase{.phrase = CalendarPhrase{.year = year, .month = month, .day = day},
                    .end = at + 1};
}

// Whether a number after "in May" counts what follows, not the day: "In May 30 civilians were killed".
bool counts_what_follows(const TimePieces& pieces, std::size_t month, std::size_t after_day) {
  if (month == 0 || !pieces.is_any(month - 1, {"in", "during"})) return false;
  return !year_at(pieces, after_day) && !year_at(pieces, after_day + 1);
}

// "December 19, 2016", "May 3-5", "April 4th".
std::optional<ReadPhrase> month_day(const TimePieces& pieces, std::size_t at) {
  const TimeWord* month = month_at(pieces, at);
  if (month == nullptr) return std::nullopt;
  std::size_t next = past_month(pieces, at);
  if (pieces.is_dash(next)) ++next;
  if (auto glued = glued_day_year(pieces, next, month->value)) return glued;
  const auto day = read_days(pieces, pieces.past(next, "the"));
  if (!day || counts_what_follows(pieces, at, day->end)) return std::nullopt;
  CalendarPhrase phrase{.month = month->value, .day = day->first, .last_day = day->last};
  return ReadPhrase{.phrase = phrase, .end = day->end};
}

std::optional<ReadPhrase> with_year(const TimePieces& pieces, std::optional<ReadPhrase> read) {
  if (!read) return read;
  auto& phrase = std::get<CalendarPhrase>(read->phrase);
  if (!phrase.year) read->end = take_year(pieces, read->end, phrase);
  return read;
}

// A date with the name of its month, without or with the weekday before: "Wed 05 Apr 2017", "Friday the 21st".
std::optional<ReadPhrase> named_date(const TimePieces& pieces, std::size_t at) {
  const TimeWord* weekday = pieces.word(at, Kind::weekday);
  std::size_t next = at;
  if (weekday != nullptr) {
    next = at + 1;
    while (pieces.is_any(next, {",", ".", "the"})) ++next;
  }
  auto read = with_year(pieces, day_month(pieces, next));
  if (!read) read = with_year(pieces, month_day(pieces, next));
  if (!read && weekday != nullptr && next > at + 1 && pieces.is(next - 1, "the")) {
    const auto day = one_day(pieces, next);
    if (day && day->end > next + 1)
      read = ReadPhrase{.phrase = CalendarPhrase{.day = day->first}, .end = day->end};
  }
  if (read && weekday != nullptr) std::get<CalendarPhrase>(read->phrase).weekday = weekday->value;
  return read;
}

// Whether something before a month that is also a word ("May", "March") shows that it is one.
bool stands_as_month(const TimePieces& pieces, std::size_t at) {
  if (at == 0) return false;
  return pieces.is_any(
             at - 1, {"in", "since", "of", "during", "by", "from", "until", "till", "to", "between",
                      "and", "at", "the", "before", "after", "for", "through"}) ||
         pieces.is_dash(at - 1) || pieces.word(at - 1, Kind::which) != nullptr ||
         pieces.word(at - 1, Kind::part) != nullptr;
}

// "2016 June".
std::optional<ReadPhrase> year_month(const TimePieces& pieces, std::size_t at) {
  const auto year = year_at(pieces, at);
  const std::size_t next = pieces.past(at + 1, ",");
  const TimeWord* month = year ? month_at(pieces, next) : nullptr;
  if (month == nullptr || *year < 1900 || pieces.digits(next + 1, 1, 4)) return std::nullopt;
  return ReadPhrase{.phrase = CalendarPhrase{.year = *year, .month = month->value},
                    .end = next + 1};
}

// "March 2011", "December".
std::optional<ReadPhrase> month_year(const TimePieces& pieces, std::size_t at) {
  const TimeWord* month = month_at(pieces, at);
  if (month == nullptr) return std::nullopt;
  CalendarPhrase phrase{.month = month->value};
  std::size_t end = take_year(pieces, past_month(pieces, at), phrase);
  if (!phrase.year) {
    if ((month->needs_number || month->needs_capital) && !stands_as_month(pieces, at))
      return std::nullopt;
    end = at + 1;
  }
  return ReadPhrase{.phrase = phrase, .end = end};
}

struct Numeral {
  int value = 0;
  std::size_t width = 0;
};

// Three numbers with the same mark between: "04/04/2017", "2016-12-12", "21.04.16".
std::optional<ReadPhrase> numeric_date(const TimePieces& pieces, std::size_t at) {
  Numeral part[3];
  for (std::size_t i = 0; i < 3; ++i) {
    const auto value = pieces.digits(at + 2 * i, 1, 4);
    if (!value || (i > 0 && !pieces.adjoins(at + 2 * i))) return std::nullopt;
    part[i] = {*value, pieces[at + 2 * i].lower.size()};
    if (i == 2) break;
    const bool mark =
        pieces.is_any(at + 2 * i + 1, {"/", ".", "-"}) && pieces.adjoins(at + 2 * i + 1);
    if (!mark || (i == 1 && !pieces.is(at + 3, pieces[at + 1].lower))) return std::nullopt;
  }
  const bool year_first = part[0].width == 4;
  if (!year_first && part[2].width != 4 &&
      (part[2].width != 2 || part[0].width != 2 || part[1].width != 2))
    return std::nullopt;
  int year = year_first ? part[0].value : part[2].value;
  if (!year_first && part[2].width == 2) year += year < 70 ? 2000 : 1900;
  int month = part[1].value;
  int day = year_first ? part[2].value : part[0].value;
  if (!is_month(month) && !year_first) std::swap(month, day);
  if (!is_month(month) || !is_day(day) || year < 1000) return std::nullopt;
  const bool ambiguous = !year_first && day <= 12 && month <= 12 && day != month;
  return ReadPhrase{
      .phrase = CalendarPhrase{.year = year, .month = month, .day = day, .ambiguous = ambiguous},
      .end = at + 5};
}

// "2016-03", "03/2016".
std::optional<ReadPhrase> numeric_month(const TimePieces& pieces, std::size_t at) {
  if (!pieces.is_any(at + 1, {"/", "-"}) || !pieces.adjoins(at + 1) || !pieces.adjoins(at + 2))
    return std::nullopt;
  if (pieces.adjoins(at + 3) && pieces.is_any(at + 3, {"/", "-"})) return std::nullopt;
  const bool year_first = pieces.digits(at, 4, 4).has_value();
  const auto year = year_at(pieces, year_first ? at : at + 2);
  const auto month = pieces.digits(year_first ? at + 2 : at, 2, 2);
  if (!year || !month || !is_month(*month)) return std::nullopt;
  if (year_first && *month == *year % 100 + 1) return std::nullopt;  // "2011-12": two years
  return ReadPhrase{.phrase = CalendarPhrase{.year = *year, .month = *month}, .end = at + 3};
}

// "the 1990s", "the 70s", "the '40s".
std::optional<ReadPhrase> decade(const TimePieces& pieces, std::size_t at) {
  auto first = year_at(pieces, at);
  if (!first) {
    if (const auto short_form = pieces.digits(at, 2, 2)) first = 1900 + *short_form;
    if (at == 0 || !pieces.is_any(at - 1, {"the", "'", "’", "in"})) return std::nullopt;
  }
  std::size_t next = at + 1;
  if (pieces.is_any(next, {"'", "’"}) && pieces.adjoins(next)) ++next;
  if (!first || *first % 10 != 0 || !pieces.is(next, "s") || !pieces.adjoins(next))
    return std::nullopt;
  char value[16];
  std::snprintf(value, sizeof value, "%03d", *first / 10);
  return ReadPhrase{.phrase = YearsPhrase{.first = *first, .last = *first + 9, .value = value},
                    .end = next + 1};
}

// "1980-88", "2014-2016".
std::optional<ReadPhrase> years(const TimePieces& pieces, std::size_t at) {
  const auto first = year_at(pieces, at);
  if (!first) return std::nullopt;
  if (!pieces.is_dash(at + 1) && !pieces.is(at + 1, "/")) return std::nullopt;
  auto last = year_at(pieces, at + 2);
  if (!last && pieces.adjoins(at + 2)) {
    if (const auto short_form = pieces.digits(at + 2, 2, 2))
      last = *first / 100 * 100 + *short_form;
  }
  if (!last || *last <= *first || *last - *first > 200) return std::nullopt;
  return ReadPhrase{
      .phrase = YearsPhrase{.first = *first,
                            .last = *last,
                            .value = std::to_string(*first) + "/" + std::to_string(*last)},
      .end = at + 3};
}

std::optional<ReadPhrase> century(const TimePieces& pieces, std::size_t at) {
  const auto ordinal = pieces.lexicon().numbers().read_ordinal(pieces.all(), at);
  if (!ordinal || ordinal->low < 1 || ordinal->low > 30) return std::nullopt;
  std::size_t next = ordinal->end;
  if (pieces.is_dash(next)) ++next;
  const TimeWord* unit = pieces.word(next, Kind::unit);
  if (unit == nullptr || unit->unit() != TimeUnit::century) return std::nullopt;
  if (pieces.is_any(next + 1, {"bc", "bce"})) return std::nullopt;
  const int number = static_cast<int>(ordinal->low);
  char value[16];
  std::snprintf(value, sizeof value, "%02d", number - 1);
  return ReadPhrase{
      .phrase = YearsPhrase{.first = (number - 1) * 100 + 1, .last = number * 100, .value = value},
      .end = next + 1};
}

// "summer 2017", "the winter of 2013".
std::optional<ReadPhrase> season_year(const TimePieces& pieces, std::size_t at) {
  const TimeWord* season = pieces.word(at, Kind::season);
  if (season == nullptr) return std::nullopt;
  CalendarPhrase phrase{.season = season->value};
  const std::size_t end = take_year(pieces, at + 1, phrase);
  const bool told = at > 0 && (pieces.is_any(at - 1, {"this", "last", "next"}) ||
                               (pieces.is(at - 1, "the") && at > 1 &&
                                pieces.is_any(at - 2, {"in", "since", "during", "until"})));
  if (!phrase.year && !told) return std::nullopt;
  return ReadPhrase{.phrase = phrase, .end = end};
}

// A year by itself, where the words around show that it is one: "in 2011", "the 2014 war", not "killed 2000 people".
std::optional<ReadPhrase> lone_year(const TimePieces& pieces, std::size_t at) {
  const auto year = year_at(pieces, at);
  if (!year || *year < 1800 || *year > 2099 || at == 0 ||
      (pieces.adjoins(at + 1) && pieces.is_any(at + 1, {",", ".", "-", "th"}) &&
       pieces.adjoins(at + 2) && !pieces.is_word(at + 2))) {
    return std::nullopt;
  }
  const bool firm =
      pieces.is_any(at - 1, {"in", "since", "during", "until", "till", "before"}) ||
      pieces.word(at - 1, Kind::part) != nullptr ||
      (pieces.is_dash(at - 1) && at > 1 && pieces.word(at - 2, Kind::part) != nullptr);
  const bool weak = pieces.is_any(
      at - 1, {"by", "from", "of", "to", "through", "and", "between", "after", "for"});
  const bool named =
      pieces.is_any(at - 1, {"the", "a"}) && pieces.is_word(at + 1) && *year % 100 != 0;
  const bool noun_follows = pieces.is_word(at + 1) &&
                            !pieces.is_any(at + 1, {"onwards", "onward", "on", "and", "to", "the",
                                                    "when", "in", "by", "as", "but", "with"});
  if (!firm && !(weak && !noun_follows) && !named) return std::nullopt;
  return ReadPhrase{.phrase = CalendarPhrase{.year = *year}, .end = at + 1};
}

std::optional<ReadPhrase> lone_weekday(const TimePieces& pieces, std::size_t at) {
  const TimeWord* weekday = pieces.word(at, Kind::weekday);
  if (weekday == nullptr || weekday->needs_number) return std::nullopt;
  return ReadPhrase{.phrase = CalendarPhrase{.weekday = weekday->value}, .end = at + 1};
}

std::optional<ReadPhrase> holiday(const TimePieces& pieces, std::size_t at) {
  const TimeWord* feast = pieces.word(at, Kind::holiday);
  if (feast == nullptr) return std::nullopt;
  CalendarPhrase phrase{.month = feast->value / 100, .day = feast->value % 100};
  std::size_t end = at + 1;
  if (pieces.is(end, "eve")) {
    --phrase.day;
    ++end;
  } else if (pieces.is(end, "day")) {
    ++end;
  }
  end = take_year(pieces, end, phrase);
  return ReadPhrase{.phrase = phrase, .end = end};
}

}  // namespace

// One day, or two with a link: "3-5", "3 and 5", "3 to 5".
std::optional<ReadDays> read_days(const TimePieces& pieces, std::size_t at) {
  auto day = one_day(pieces, at);
  if (!day) return day;
  const std::size_t link = day->end;
  if (!pieces.is_dash(link) &&
      !pieces.is_any(link, {"to", "and", "until", "till", "through", "or"}))
    return day;
  const auto second = one_day(pieces, pieces.past(link + 1, "the"));
  if (!second || second->first <= day->first) return day;
  day->last = second->first;
  day->end = second->end;
  return day;
}

std::optional<int> year_at(const TimePieces& pieces, std::size_t at) {
  const auto year = pieces.digits(at, 4, 4);
  if (!year || *year < 1000 || *year > 2999) return std::nullopt;
  return year;
}

std::optional<ReadPhrase> read_calendar(const TimePieces& pieces, std::size_t at) {
  using Rule = std::optional<ReadPhrase> (*)(const TimePieces&, std::size_t);
  constexpr Rule kRules[] = {numeric_date, named_date, month_year,   numeric_month,
                             year_month,   decade,     years,        century,
                             season_year,  lone_year,  lone_weekday, holiday};
  for (const Rule rule : kRules) {
    if (auto read = rule(pieces, at)) return read;
  }
  return std::nullopt;
}

}  // namespace relata
