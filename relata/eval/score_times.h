// SPDX-License-Identifier: Apache-2.0
// Times against test cases for dates, durations and repetitions (the JSON of Recognizers-Text): a case is right if some
// expression found in it means exactly its days, or has its TIMEX3 value where it names none.
//
//   RELATA_TRY(TimeCases cases, parse_time_cases(json, left_out));
//   for (const TimeCase& one : cases.cases) … is_answered(one.answers[0], found_in(one.text, one.reference)) …
//
// A case that can be past or to come is right either way. Its ranges end with the day after, or name the unit they end
// with; ours end with their last day. What the table data/time_cases_left_out.tsv names is not scored, but counted.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "relata/base/date.h"
#include "relata/base/result.h"
#include "relata/base/table.h"

namespace relata {

struct TimeAnswer {
  std::string words;                        // "next week"
  std::string value;                        // TIMEX3, as the case has it
  bool range = false;                       // its days are a first and one after the last
  std::vector<std::pair<Date, Date>> days;  // any of these is right; empty: the value counts
};

struct TimeCase {
  std::string text;
  Date reference;
  std::vector<TimeAnswer> answers;
};

struct TimeCases {
  std::vector<TimeCase> cases;
  std::map<std::string, std::size_t> left_out;  // how many, by reason
};

// `left_out` has the columns pattern and reason.
[[nodiscard]] Result<TimeCases> parse_time_cases(std::string_view json, const Table& left_out);

struct FoundTime {
  std::string_view value;
  std::optional<Period> period;
};
[[nodiscard]] bool is_answered(const TimeAnswer& answer, std::span<const FoundTime> found);

// Whether the text, in lower case, holds the pattern of the table.
[[nodiscard]] bool holds_pattern(std::string_view text, std::string_view pattern);

}  // namespace relata
