// SPDX-License-Identifier: Apache-2.0
#include "relata/times/clock_grammar.h"

#include <cstdio>

namespace relata {

namespace {

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

// "at dawn", "in the morning", "shortly after midnight"; not "at night", which is any night.
std::optional<ReadPhrase> read_day_part(const TimePieces& pieces, std::size_t at) {
  const TimeWord* part = pieces.word(at, TimeWordKind::day_part);
  if (part == nullptr || part->plural || at == 0) return std::nullopt;
  const bool preposition =
      pieces.is_any(at - 1, {"at", "before", "after", "around", "by", "since", "until"});
  const bool article =
      pieces.is(at - 1, "the") && at > 1 && pieces.is_any(at - 2, {"in", "during"});
  if (!preposition && !article) return std::nullopt;
  return ReadPhrase{.phrase = ClockPhrase{.value = "T" + part->code}, .end = at + 1};
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

}  // namespace relata
