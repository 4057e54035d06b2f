// SPDX-License-Identifier: Apache-2.0
#include "relata/times/relative_grammar.h"

#include <cmath>

#include "relata/times/calendar_grammar.h"
#include "relata/times/calendar_units.h"
#include "relata/times/clock_grammar.h"
#include "relata/times/length_grammar.h"

namespace relata {

namespace {

using Kind = TimeWordKind;

// "last week", "this month", "the weekend", "the past 24 hours", "recent days", "last night", "this morning", "last Tuesday".
std::optional<ReadPhrase> with_which(const TimePieces& pieces, std::size_t at) {
  const TimeWord* which_word = pieces.word(at, Kind::which);
  if (which_word == nullptr) return std::nullopt;
  const WhichOne which = which_word->which();
  const bool ahead = which == WhichOne::next || which == WhichOne::following;
  std::size_t next = at + 1;
  if (const auto counted = counted_units(pieces, next);
      counted && !counted->article && which != WhichOne::same) {
    return ReadPhrase{
        .phrase =
            StretchPhrase{.count = counted->count, .unit = counted->unit, .sign = ahead ? 1 : -1},
        .end = counted->end};
  }
  next = pieces.past(next, "few");
  if (const TimeWord* part = pieces.word(next, Kind::day_part); part != nullptr && !ahead) {
    if (which != WhichOne::this_one && which != WhichOne::last && which != WhichOne::same)
      return std::nullopt;
    return ReadPhrase{.phrase = ClockPhrase{.value = "T" + part->code}, .end = next + 1};
  }
  if (const TimeWord* unit = unit_at(pieces, next)) {
    const bool the = at > 0 && pieces.is_any(at - 1, {"the", "these", "those"});
    if (unit->plural) {
      if (which == WhichOne::same) return std::nullopt;
      return ReadPhrase{.phrase = StretchPhrase{.unit = unit->unit(), .sign = ahead ? 1 : -1},
                        .end = next + 1};
    }
    if (unit->unit() == TimeUnit::day &&
        (which == WhichOne::next || which == WhichOne::following || which == WhichOne::last) &&
        the) {
      return ReadPhrase{
          .phrase =
              ShiftPhrase{
                  .count = 1, .unit = TimeUnit::day, .sign = ahead ? 1 : -1, .from_mention = true},
          .end = next + 1};
    }
    const bool stretch =
        which == WhichOne::past || (which == WhichOne::last && the && !pieces.is(at, "previous"));
    if (stretch)
      return ReadPhrase{.phrase = StretchPhrase{.count = 1, .unit = unit->unit()}, .end = next + 1};
    if (which == WhichOne::recent || unit->unit() < TimeUnit::day) return std::nullopt;
    return ReadPhrase{.phrase = UnitPhrase{.unit = unit->unit(), .which = which}, .end = next + 1};
  }
  auto named = read_calendar(pieces, next);
  if (!named || !std::holds_alternative<CalendarPhrase>(named->phrase)) return std::nullopt;
  auto& calendar = std::get<CalendarPhrase>(named->phrase);
  if (calendar.day > 0 || which == WhichOne::same) return std::nullopt;
  if (calendar.month == 0 && calendar.weekday == 0 && calendar.season == 0) return std::nullopt;
  calendar.which = which;
  return named;
}

// "next week", "this month", "the year": a unit told by which it is.
std::optional<ReadPhrase> which_unit(const TimePieces& pieces, std::size_t at) {
  const std::size_t next = pieces.past(at, "the");
  const TimeWord* which = pieces.word(next, Kind::which);
  const TimeWord* unit = unit_at(pieces, which != nullptr ? next + 1 : next);
  if (unit == nullptr || unit->plural || (which == nullptr && next == at)) return std::nullopt;
  const WhichOne one =
      which == nullptr || which->which() == WhichOne::same ? WhichOne::this_one : which->which();
  if (one == WhichOne::past || one == WhichOne::recent) return std::nullopt;
  return ReadPhrase{.phrase = UnitPhrase{.unit = unit->unit(), .which = one},
                    .end = which != nullptr ? next + 2 : next + 1};
}

// "the 20th of next month", "from 4 to 22 this month".
std::optional<ReadPhrase> days_of_month(const TimePieces& pieces, std::size_t at) {
  const auto days = read_days(pieces, at);
  if (!days) return std::nullopt;
  std::size_t next = days->end;
  if (pieces.is_any(next, {"of", "in"})) ++next;
  auto month = which_unit(pieces, next);
  if (!month) return month;
  auto& unit = std::get<UnitPhrase>(month->phrase);
  const bool plain = next > days->end || days->last > 0 || days->end > at + 1;
  if (unit.unit != TimeUnit::month || !plain) return std::nullopt;
  unit.day = days->first;
  unit.last_day = days->last;
  return month;
}

// "Friday of next week", "Tuesday next week", "next week on Friday".
std::optional<ReadPhrase> weekday_of_week(const TimePieces& pieces, std::size_t at) {
  const auto weekday_at = [&](std::size_t piece) -> const TimeWord* {
    const TimeWord* weekday = pieces.word(piece, Kind::weekday);
    return weekday == nullptr || weekday->needs_number ? nullptr : weekday;
  };
  const TimeWord* weekday = weekday_at(at);
  auto week = which_unit(pieces, weekday != nullptr ? pieces.past(at + 1, "of") : at);
  if (!week || std::get<UnitPhrase>(week->phrase).unit != TimeUnit::week) return std::nullopt;
  if (weekday == nullptr) {
    const std::size_t next = pieces.past(week->end, "on");
    weekday = weekday_at(next);
    if (weekday == nullptr) return std::nullopt;
    week->end = next + 1;
  }
  std::get<UnitPhrase>(week->phrase).weekday = weekday->value;
  return week;
}

// "the week after next".
std::optional<ReadPhrase> after_next(const TimePieces& pieces, std::size_t at) {
  const TimeWord* unit = unit_at(pieces, at);
  if (unit == nullptr || unit->plural || !pieces.is(at + 1, "after")) return std::nullopt;
  const std::size_t next = pieces.past(at + 2, "the");
  if (!pieces.is(next, "next")) return std::nullopt;
  return ReadPhrase{.phrase = UnitPhrase{.unit = unit->unit(), .which = WhichOne::after_next},
                    .end = next + 1};
}

// What a part may be of: "2014", "March 2011", "last year", "the year", "Friday", "the week".
std::optional<ReadPhrase> part_of_what(const TimePieces& pieces, std::size_t at, PartOf part) {
  const std::size_t next = pieces.past(at, "the");
  if (auto read = with_which(pieces, next)) {
    if (auto* unit = std::get_if<UnitPhrase>(&read->phrase)) unit->part = part;
    if (auto* calendar = std::get_if<CalendarPhrase>(&read->phrase)) calendar->part = part;
    return std::holds_alternative<StretchPhrase>(read->phrase) ? std::nullopt : read;
  }
  if (auto read = read_calendar(pieces, next)) {
    auto* calendar = std::get_if<CalendarPhrase>(&read->phrase);
    if (calendar != nullptr && calendar->day == 0) calendar->part = part;
    return read;
  }
  if (const TimeWord* unit = unit_at(pieces, next);
      unit != nullptr && next > at && !unit->plural && unit->unit() >= TimeUnit::day) {
    return ReadPhrase{.phrase = UnitPhrase{.unit = unit->unit(), .part = part}, .end = next + 1};
  }
  if (const TimeWord* day = pieces.word(next, Kind::day)) {
    return ReadPhrase{.phrase = ShiftPhrase{.count = std::abs(static_cast<double>(day->value)),
                                            .sign = day->value < 0 ? -1 : 1},
                      .end = next + 1};
  }
  if (const TimeWord* day_part = pieces.word(next, Kind::day_part);
      day_part != nullptr && next > at) {
    return ReadPhrase{.phrase = ClockPhrase{.value = "T" + day_part->code}, .end = next + 1};
  }
  return std::nullopt;
}

// "early 2014", "mid-March", "the end of the year", "late on Friday", "earlier this month", "later in the day".
std::optional<ReadPhrase> with_part(const TimePieces& pieces, std::size_t at) {
  const TimeWord* part_word = pieces.word(at, Kind::part);
  if (part_word == nullptr) return std::nullopt;
  std::size_t next = at + 1;
  if (pieces.is_dash(next)) ++next;
  if (pieces.is_any(next, {"of", "on", "in"})) {
    if (pieces.is(next, "in") && part_word->part() != PartOf::before &&
        part_word->part() != PartOf::after)
      return std::nullopt;
    ++next;
  }
  return part_of_what(pieces, next, part_word->part());
}

// "the first half of 2015", "the second week of May".
std::optional<ReadPhrase> nth_part(const TimePieces& pieces, std::size_t at) {
  const auto ordinal = pieces.lexicon().numbers().read_ordinal(pieces.all(), at);
  if (!ordinal || ordinal->low > 4) return std::nullopt;
  const std::size_t of = ordinal->end + 1;
  if (!pieces.is(of, "of")) return std::nullopt;
  if (pieces.is(ordinal->end, "half") && ordinal->low <= 2) {
    return part_of_what(pieces, of + 1,
                        ordinal->low == 1 ? PartOf::first_half : PartOf::second_half);
  }
  if (!pieces.is(ordinal->end, "week")) return std::nullopt;
  auto month = read_calendar(pieces, of + 1);
  auto* calendar = month ? std::get_if<CalendarPhrase>(&month->phrase) : nullptr;
  if (calendar == nullptr || calendar->month == 0 || calendar->day > 0) return std::nullopt;
  calendar->last_day = 7 * static_cast<int>(ordinal->low);
  calendar->day = calendar->last_day - 6;
  return month;
}

// "yesterday", "today", "overnight", "the day before yesterday".
std::optional<ReadPhrase> relative_day(const TimePieces& pieces, std::size_t at) {
  if (pieces.is(at, "day") && pieces.is_any(at + 1, {"before", "after"})) {
    const TimeWord* day = pieces.word(at + 2, Kind::day);
    const bool before = pieces.is(at + 1, "before");
    if (day == nullptr || (day->value < 0) != before) return std::nullopt;
    return ReadPhrase{.phrase = ShiftPhrase{.count = 2, .sign = before ? -1 : 1}, .end = at + 3};
  }
  const TimeWord* day = pieces.word(at, Kind::day);
  if (day == nullptr) return std::nullopt;
  if (pieces.is(at, "overnight"))
    return ReadPhrase{.phrase = NowPhrase{.days_back = 1, .value = "TNI"}, .end = at + 1};
  return ReadPhrase{.phrase = ShiftPhrase{.count = std::abs(static_cast<double>(day->value)),
                                          .sign = day->value < 0 ? -1 : 1},
                    .end = at + 1,
                    .day_part = day->code.empty() ? "" : "T" + day->code};
}

std::optional<ReadPhrase> now(const TimePieces& pieces, std::size_t at) {
  if (const TimeWord* word = pieces.word(at, Kind::now)) {
    if (at > 0 && pieces.is_any(at - 1, {"until", "till", "from"})) return std::nullopt;
    return ReadPhrase{.phrase = NowPhrase{.value = word->code}, .end = at + 1};
  }
  if (const TimeWord* word = pieces.word(at, Kind::recent)) {
    return ReadPhrase{.phrase = NowPhrase{.days_back = word->value, .value = word->code},
                      .end = at + 1};
  }
  return std::nullopt;
}

// "the weekend", "the day", told from the report or the day last mentioned.
std::optional<ReadPhrase> the_weekend(const TimePieces& pieces, std::size_t at) {
  const TimeWord* unit = unit_at(pieces, at);
  if (unit == nullptr || unit->unit() != TimeUnit::weekend || at == 0 || !pieces.is(at - 1, "the"))
    return std::nullopt;
  return ReadPhrase{.phrase = UnitPhrase{.unit = TimeUnit::weekend, .which = WhichOne::none},
                    .end = at + 1};
}

// "every day", "each Friday", "daily", "on Sundays", "once a week".
std::optional<ReadPhrase> repeated(const TimePieces& pieces, std::size_t at) {
  if (const TimeWord* word = pieces.word(at, Kind::repeat)) {
    return ReadPhrase{.phrase = RepeatPhrase{.value = word->code}, .end = at + 1};
  }
  if (const TimeWord* weekday = pieces.word(at, Kind::weekday)) {
    const bool plural = !weekday->needs_number && pieces[at].lower.ends_with("days");
    const bool noun =
        pieces.is_word(at + 1) && !pieces.is_any(at + 1, {"and", "in", "at", "when", "to"});
    if (!plural || noun) return std::nullopt;
    return ReadPhrase{.phrase = RepeatPhrase{.value = "XXXX-WXX-" + std::to_string(weekday->value)},
                      .end = at + 1};
  }
  if (pieces.is_any(at, {"once", "twice"}) && pieces.is_any(at + 1, {"a", "every", "per"}) &&
      unit_at(pieces, at + 2) != nullptr) {
    return ReadPhrase{
        .phrase = RepeatPhrase{.value = duration_value(1, unit_at(pieces, at + 2)->unit())},
        .end = at + 3};
  }
  if (!pieces.is_any(at, {"every", "each"})) return std::nullopt;
  const std::size_t next = pieces.past(at + 1, "other");
  if (const TimeWord* unit = unit_at(pieces, next)) {
    return ReadPhrase{
        .phrase = RepeatPhrase{.value = duration_value(next > at + 1 ? 2 : 1, unit->unit())},
        .end = next + 1};
  }
  if (const TimeWord* part = pieces.word(next, Kind::day_part)) {
    return ReadPhrase{.phrase = RepeatPhrase{.value = "T" + part->code}, .end = next + 1};
  }
  if (const TimeWord* weekday = pieces.word(next, Kind::weekday);
      weekday != nullptr && !weekday->needs_number) {
    return ReadPhrase{.phrase = RepeatPhrase{.value = "XXXX-WXX-" + std::to_string(weekday->value)},
                      .end = next + 1};
  }
  const auto counted = counted_units(pieces, next);
  if (!counted || counted->article) return std::nullopt;
  return ReadPhrase{
      .phrase = RepeatPhrase{.value = duration_value(counted->least(), counted->unit)},
      .end = counted->end};
}

}  // namespace

std::optional<ReadPhrase> read_relative(const TimePieces& pieces, std::size_t at) {
  using Rule = std::optional<ReadPhrase> (*)(const TimePieces&, std::size_t);
  constexpr Rule kRules[] = {relative_day, weekday_of_week, days_of_month, after_next,
                             repeated,     with_which,      nth_part,      with_part,
                             read_clock,   read_length,     the_weekend,   read_day_part,
                             now};
  for (const Rule rule : kRules) {
    if (auto read = rule(pieces, at)) return read;
  }
  return std::nullopt;
}

}  // namespace relata
