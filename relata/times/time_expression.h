// SPDX-License-Identifier: Apache-2.0
// TimeExpression: words that say when, with their TIMEX3 type and value (TimeML 1.2.1) and the days they mean.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "relata/base/date.h"
#include "relata/base/span.h"

namespace relata {

enum class TimexType : std::uint8_t { date, time, duration, set };
[[nodiscard]] std::string_view name_of(TimexType);  // "DATE"

struct TimeExpression {
  Span span;  // "on Monday", with its preposition
  Span core;  // "Monday"; of a clause with since, that word
  TimexType type = TimexType::date;
  std::string value;  // TIMEX3 value: "2016-12-12", "P5Y", "2016-W50"
  std::optional<Period> period =
      {};  // the days meant, given the anchor; nothing if not a day or a range of days
  bool utterance = false;  // modifies a verb of saying ("said on Monday"): no event time
  bool open = false;       // "since July 2012": the period runs on until the report
  bool onset =
      false;  // "(which) began in 2011": the period of what then began, beside the expression "in 2011"
  bool ambiguous = false;  // "04/05/2016": read day first, but month first would be a date too
};

}  // namespace relata
