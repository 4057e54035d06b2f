// SPDX-License-Identifier: Apache-2.0
#include "relata/times/length_grammar.h"

namespace relata {

namespace {

using Kind = TimeWordKind;

// "half an hour", "half a year".
std::optional<CountedUnits> half_unit(const TimePieces& pieces, std::size_t at) {
  if (!pieces.is(at, "half")) return std::nullopt;
  std::size_t next = at + 1;
  if (pieces.is_any(next, {"a", "an"})) ++next;
  const TimeWord* unit = unit_at(pieces, next);
  if (unit == nullptr || unit->plural) return std::nullopt;
  return CountedUnits{.count = 0.5, .unit = unit->unit(), .end = next + 1};
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

bool lasts_until_report(const TimePieces& pieces, const CountedUnits& counted) {
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

// "two weeks ago", "for five years", "in three days", "the five-year war", "24 hours".
std::optional<ReadPhrase> counted_time(const TimePieces& pieces, std::size_t at) {
  auto counted = counted_units(pieces, at);
  if (!counted) counted = half_unit(pieces, at);
  if (!counted) return std::nullopt;
  std::size_t end = 0;
  if (auto shift = direction_at(pieces, counted->end, end)) {
    shift->count = counted->least();
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
  return ReadPhrase{.phrase = LengthPhrase{.count = counted->least(), .unit = counted->unit},
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

// "the second straight day", "for the third day": days that end with the report.
std::optional<ReadPhrase> day_in_a_row(const TimePieces& pieces, std::size_t at) {
  const auto ordinal = pieces.lexicon().numbers().read_ordinal(pieces.all(), at);
  if (!ordinal || ordinal->low < 2 || ordinal->low > 400) return std::nullopt;
  std::size_t next = ordinal->end;
  const bool row = pieces.word(next, Kind::consecutive) != nullptr;
  if (row) ++next;
  const TimeWord* unit = unit_at(pieces, next);
  const bool for_the = at > 1 && pieces.is_any(at - 1, {"the", "a"}) && pieces.is(at - 2, "for");
  const bool fits = unit != nullptr && !unit->plural && unit->unit() >= TimeUnit::day &&
                    unit->unit() <= TimeUnit::year;
  if (!fits || (!row && !for_the) || pieces.is(next + 1, "of")) return std::nullopt;
  return ReadPhrase{.phrase = StretchPhrase{.count = ordinal->low - 1, .unit = unit->unit()},
                    .end = next + 1};
}

}  // namespace

// "24 hours", "two and a half years", "five-year", "a month", "several weeks".
std::optional<CountedUnits> counted_units(const TimePieces& pieces, std::size_t at) {
  const auto number = pieces.lexicon().numbers().read(pieces.all(), at);
  if (!number || number->form == NumberForm::fraction) return std::nullopt;
  CountedUnits counted{.count = number->low, .article = number->form == NumberForm::article};
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

std::optional<ReadPhrase> read_length(const TimePieces& pieces, std::size_t at) {
  for (const auto rule : {whole_unit, day_in_a_row, counted_time, bare_plural}) {
    if (auto read = rule(pieces, at)) return read;
  }
  return std::nullopt;
}

}  // namespace relata
