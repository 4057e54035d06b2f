// SPDX-License-Identifier: Apache-2.0
#include "relata/times/relative_grammar.h"

#include <cmath>
#include <cstdio>

#include "relata/times/calendar_grammar.h"

namespace relata {

namespace {

using Kind = TimeWordKind;

const TimeWord* unit_at(const TimePieces& pieces, std::size_t at) {
  return pieces.word(at, Kind::unit);
}

// "three", "24", "a", "several": how many units; nothing for a vague many.
struct Counted {
  std::optional<double> count = {};
  TimeUnit unit = TimeUnit::day;
  bool article = false;
  bool hyphen = false;  // "five-year"
  std::size_t end = 0;
};

// "24 hours", "two and a half years", "five-year", "a month", "several weeks".
std::optional<Counted> counted_units(const TimePieces& pieces, std::size_t at) {
  const auto number = pieces.lexicon().numbers().read(pieces.all(), at);
  if (!number || number->form == NumberForm::fraction) return std::nullopt;
  Counted counted{.count = number->low, .article = number->form == NumberForm::article};
  std::size_t next = pieces.past(number->end, "of");
  if (pieces.is(next, "and") && pieces.is(next + 1, "a") && pieces.is(next + 2, "half")) {
    *counted.count += 0.5;
    next += 3;
  }
  if (pieces.is_dash(next)) {
    counted.hyphen = true;
    ++next;
  }
  while (pieces.is_any(next, {"full", "whole", "more", "consecutive", "straight"})) ++next;
  const TimeWord* unit = unit_at(pieces, next);
  if (unit == nullptr || (unit->unit() == TimeUnit::second && !unit->plural)) return std::nullopt;
  if (number->form == NumberForm::vague && number->low == 3) counted.count = std::nullopt;
  counted.unit = unit->unit();
  counted.hyphen =
      counted.hyphen || (!unit->plural && number->low > 1);  // "the four year conflict"
  counted.end = next + 1;
  if (pieces.is(counted.end, "and") && pieces.is(counted.end + 1, "a") &&
      pieces.is(counted.end + 2, "half")) {
    *counted.count += 0.5;
    counted.end += 3;
  }
  return counted;
}

// "half an hour", "half a year".
std::optional<Counted> half_unit(const TimePieces& pieces, std::size_t at) {
  if (!pieces.is(at, "half")) return std::nullopt;
  std::size_t next = at + 1;
  if (pieces.is_any(next, {"a", "an"})) ++next;
  const TimeWord* unit = unit_at(pieces, next);
  if (unit == nullptr || unit->plural) return std::nullopt;
  return Counted{.count = 0.5, .unit = unit->unit(), .end = next + 1};
}

// "all day", "the whole week".
std::optional<ReadPhrase> whole_unit(const TimePieces& pieces, std::size_t at) {
  if (!pieces.is_any(at, {"all", "full", "whole", "entire"})) return std::nullopt;
  const std::size_t next = pieces.is_dash(at + 1) ? at + 2 : at + 1;
  const TimeWord* unit = unit_at(pieces, next);
  if (unit == nullptr || unit->plural || unit->unit() < TimeUnit::hour) return std::nullopt;
  return ReadPhrase{.phrase = LengthPhrase{.count = 1, .unit = unit->unit()}, .end = next + 1};
}

// "ago", "earlier", "later", "from now".
std::optional<ShiftPhrase> direction_at(const TimePieces& pieces, std::size_t at,
                                        std::size_t& end) {
  end = at + 1;
  if (pieces.is(at, "ago")) return ShiftPhrase{.sign = -1};
  if (pieces.is_any(at, {"earlier", "previously"}))
    return ShiftPhrase{.sign = -1, .from_mention = true};
  if (pieces.is(at, "later")) return ShiftPhrase{.sign = 1, .from_mention = true};
  if (pieces.is(at, "before") && at + 1 == pieces.size())
    return ShiftPhrase{.sign = -1, .from_mention = true};
  if (pieces.is(at, "hence")) return ShiftPhrase{.sign = 1};
  end = at + 2;
  if (pieces.is(at, "from") && pieces.is_any(at + 1, {"now", "today"}))
    return ShiftPhrase{.sign = 1};
  return std::nullopt;
}

bool lasts_until_report(const TimePieces& pieces, const Counted& counted) {
  std::size_t next = counted.end;
  if (pieces.is_dash(next) && pieces.is_any(next + 1, {"long", "old"})) {
    if (pieces.is(next + 1, "long") && counted.unit >= TimeUnit::week) return true;
    next += 2;
  } else if (pieces.is_any(next, {"of", "old", "long"})) {
    ++next;
  } else if (!counted.hyphen) {
    return false;
  }
  for (std::size_t ahead = 0; ahead < 3 && pieces.is_word(next + ahead); ++ahead) {
    if (pieces.word(next + ahead, Kind::ongoing) != nullptr) return true;
  }
  return false;
}

// A few of a unit when no number is told: "several weeks" is as vague as "recent weeks".
double count_of(const Counted& counted) { return counted.count.value_or(3); }

// "two weeks ago", "for five years", "in three days", "the five-year war", "24 hours".
std::optional<ReadPhrase> counted_time(const TimePieces& pieces, std::size_t at) {
  auto counted = counted_units(pieces, at);
  if (!counted) counted = half_unit(pieces, at);
  if (!counted) return std::nullopt;
  std::size_t end = 0;
  if (auto shift = direction_at(pieces, counted->end, end)) {
    shift->count = count_of(*counted);
    shift->unit = counted->unit;
    const std::size_t start = before_approximation(pieces, at);
    shift->about = start < at;
    return ReadPhrase{.phrase = *shift, .end = end};
  }
  const std::size_t start = before_approximation(pieces, at);
  const bool stretched =
      start > 0 && pieces.is_any(start - 1, {"for", "during", "in", "within", "over"});
  const bool over = start < at && pieces.is(start, "over");
  if ((stretched || over) && !counted->hyphen) {
    const bool point = start > 0 && pieces.is(start - 1, "in");
    return ReadPhrase{
        .phrase =
            StretchPhrase{
                .count = counted->count, .unit = counted->unit, .turns = true, .point = point},
        .end = counted->end};
  }
  if (lasts_until_report(pieces, *counted)) {
    return ReadPhrase{.phrase = StretchPhrase{.count = counted->count, .unit = counted->unit},
                      .end = counted->end};
  }
  if (counted->article && start == at) return std::nullopt;  // "20 a day"
  return ReadPhrase{.phrase = LengthPhrase{.count = count_of(*counted), .unit = counted->unit},
                    .end = counted->end};
}

// "for months", "over years": a bare plural after a word of duration.
std::optional<ReadPhrase> bare_plural(const TimePieces& pieces, std::size_t at) {
  const TimeWord* unit = unit_at(pieces, at);
  if (unit == nullptr || !unit->plural || at == 0 ||
      !pieces.is_any(at - 1, {"for", "in", "over", "within"}))
    return std::nullopt;
  return ReadPhrase{.phrase = StretchPhrase{.unit = unit->unit()}, .end = at + 1};
}

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

// "the second straight day", "for the third day": days that end with the report.
std::optional<ReadPhrase> day_in_a_row(const TimePieces& pieces, std::size_t at) {
  const auto ordinal = pieces.lexicon().numbers().read_ordinal(pieces.all(), at);
  if (!ordinal || ordinal->low < 2 || ordinal->low > 400) return std::nullopt;
  std::size_t next = ordinal->end;
  const bool row = pieces.word(next, Kind::consecutive) != nullptr;
  if (row) ++next;
  const TimeWord* unit = unit_at(pieces, next);
  const bool for_the = at > 1 && pieces.is(at - 1, "the") && pieces.is(at - 2, "for");
  const bool fits = unit != nullptr && !unit->plural && unit->unit() >= TimeUnit::day &&
                    unit->unit() <= TimeUnit::year;
  if (!fits || (!row && !for_the) || pieces.is(next + 1, "of")) return std::nullopt;
  return ReadPhrase{.phrase = StretchPhrase{.count = ordinal->low - 1, .unit = unit->unit()},
                    .end = next + 1};
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
      .phrase = RepeatPhrase{.value = duration_value(count_of(*counted), counted->unit)},
      .end = counted->end};
}

// "at dawn", "in the morning", "shortly after midnight"; not "at night", which is any night.
std::optional<ReadPhrase> day_part(const TimePieces& pieces, std::size_t at) {
  const TimeWord* part = pieces.word(at, Kind::day_part);
  if (part == nullptr || part->plural || at == 0) return std::nullopt;
  const bool preposition =
      pieces.is_any(at - 1, {"at", "before", "after", "around", "by", "since", "until"});
  const bool article =
      pieces.is(at - 1, "the") && at > 1 && pieces.is_any(at - 2, {"in", "during"});
  if (!preposition && !article) return std::nullopt;
  return ReadPhrase{.phrase = ClockPhrase{.value = "T" + part->code}, .end = at + 1};
}

// "a.m.", "pm", "p.m": 12 hours for the afternoon; nothing if it is not there.
std::optional<int> meridiem(const TimePieces& pieces, std::size_t at, std::size_t& end) {
  if (pieces.is_any(at, {"am", "pm"})) {
    end = at + 1;
    return pieces.is(at, "pm") ? 12 : 0;
  }
  if (pieces.is_any(at, {"a", "p"}) && pieces.is(at + 1, ".") && pieces.is(at + 2, "m") &&
      pieces.adjoins(at + 2)) {
    end = at + 3 + (pieces.is(at + 3, ".") && pieces.adjoins(at + 3) ? 1u : 0u);
    return pieces.is(at, "p") ? 12 : 0;
  }
  return std::nullopt;
}

}  // namespace

std::size_t before_approximation(const TimePieces& pieces, std::size_t at) {
  std::size_t start = at;
  while (start > 0) {
    if (pieces.is_any(start - 1, {"about", "around", "almost", "nearly", "roughly", "approximately",
                                  "some", "only", "just", "over", "under"})) {
      // "over" may be the preposition: kept as such when nothing else stands before it.
      start -= 1;
    } else if (start > 1 && pieces.is(start - 1, "than") &&
               pieces.is_any(start - 2, {"more", "less", "fewer"})) {
      start -= 2;
    } else if (start > 1 && pieces.is_any(start - 1, {"least", "most"}) &&
               pieces.is(start - 2, "at")) {
      start -= 2;
    } else {
      break;
    }
  }
  return start;
}

std::optional<ReadPhrase> read_clock(const TimePieces& pieces, std::size_t at) {
  const auto short_hour = pieces.digits(at, 1, 2);
  const auto together = pieces.digits(at, 4, 4);
  if (!short_hour && !together) return std::nullopt;
  int hour = short_hour.value_or(0);
  int minute = 0;
  std::size_t end = at + 1;
  bool plain = false;  // that it is a clock time
  if (together) {
    hour = *together / 100;
    minute = *together % 100;
  } else if (pieces.is_any(end, {":", "."}) && pieces.adjoins(end) && pieces.adjoins(end + 1) &&
             pieces.digits(end + 1, 2, 2)) {
    minute = *pieces.digits(end + 1, 2, 2);
    plain = pieces.is(end, ":");
    end += 2;
    if (pieces.is(end, ":") && pieces.adjoins(end) && pieces.digits(end + 1, 2, 2)) end += 2;
  }
  if (const auto afternoon = meridiem(pieces, end, end)) {
    plain = true;
    if (hour <= 12) hour = hour % 12 + *afternoon;
  }
  if (pieces.is_any(end, {"gmt", "utc", "hrs", "hours"}) && (together || plain)) {
    plain = true;
    ++end;
  }
  if (!plain || hour > 24 || minute > 59) return std::nullopt;
  char value[32];
  std::snprintf(value, sizeof value, "T%02d:%02d", hour, minute);
  return ReadPhrase{.phrase = ClockPhrase{.value = value}, .end = end};
}

std::optional<ReadPhrase> read_relative(const TimePieces& pieces, std::size_t at) {
  using Rule = std::optional<ReadPhrase> (*)(const TimePieces&, std::size_t);
  constexpr Rule kRules[] = {relative_day, weekday_of_week, days_of_month, after_next,   repeated,
                             with_which,   whole_unit,      with_part,     day_in_a_row, read_clock,
                             counted_time, bare_plural,     the_weekend,   day_part,     now};
  for (const Rule rule : kRules) {
    if (auto read = rule(pieces, at)) return read;
  }
  return std::nullopt;
}

}  // namespace relata
