// SPDX-License-Identifier: Apache-2.0
#include "relata/eval/score_times.h"

#include <doctest/doctest.h>

namespace relata {

namespace {

constexpr const char* kCases = R"([
  {"Input": "It fell on Friday.", "Context": {"ReferenceDateTime": "2016-11-07T00:00:00"},
   "Results": [{"Text": "Friday", "Type": "date", "Value": {"Timex": "XXXX-WXX-5",
     "PastResolution": {"date": "2016-11-04"}, "FutureResolution": {"date": "2016-11-11"}}}]},
  {"Input": "It fell in June.", "Context": {"ReferenceDateTime": "2016-11-07T00:00:00"},
   "Results": [{"Text": "June", "Type": "daterange", "Value": {"Timex": "XXXX-06",
     "PastResolution": {"startDate": "2016-06-01", "endDate": "2016-07-01"}, "FutureResolution": {}}}]},
  {"Input": "It lasted 3 days.", "Context": {"ReferenceDateTime": "2016-11-07T00:00:00"},
   "Results": [{"Text": "3 days", "Type": "duration", "Value": {"Timex": "P3D",
     "PastResolution": {"duration": "259200"}, "FutureResolution": {"duration": "259200"}}}]},
  {"Input": "It fell in Q3.", "Context": {"ReferenceDateTime": "2016-11-07T00:00:00"},
   "Results": [{"Text": "Q3", "Type": "daterange", "Value": {"Timex": "x",
     "PastResolution": {"startDate": "2016-07-01", "endDate": "2016-10-01"}, "FutureResolution": {}}}]},
  {"Input": "Nothing here.", "Context": {"ReferenceDateTime": "2016-11-07T00:00:00"}, "Results": []}
])";

FoundTime found(const char* value, const char* from, const char* to) {
  return {value, Period{*parse_iso_date(from), *parse_iso_date(to)}};
}

TEST_CASE("a case is right by its days, past or to come, or by its value") {
  const auto table =
      Table::parse("left_out", "pattern\treason\n q0\toffices\n", {"pattern", "reason"});
  REQUIRE(table);
  const auto cases = parse_time_cases(kCases, *table);
  REQUIRE(cases);
  REQUIRE(cases->cases.size() == 3);
  CHECK(cases->left_out.at("offices") == 1);
  const auto right = [&](std::size_t i, const FoundTime& time) {
    return is_answered(cases->cases[i].answers[0], std::vector<FoundTime>{time});
  };
  CHECK(right(0, found("", "2016-11-04", "2016-11-04")));
  CHECK(right(0, found("", "2016-11-11", "2016-11-11")));
  CHECK_FALSE(right(0, found("", "2016-11-04", "2016-11-05")));
  CHECK(right(1, found("", "2016-06-01", "2016-06-30")));
  CHECK_FALSE(right(1, found("", "2016-06-01", "2016-06-29")));
  CHECK(right(2, {"P3D", std::nullopt}));
  CHECK_FALSE(right(2, {"P3W", std::nullopt}));
  CHECK_FALSE(parse_time_cases("{}", *table));
}

TEST_CASE("patterns know digits and the end of a date") {
  CHECK(holds_pattern("back on 4/22", " 0/00~"));
  CHECK(holds_pattern("back on 4/22.", " 0/00~"));
  CHECK_FALSE(holds_pattern("back on 4/22/2016", " 0/00~"));
  CHECK_FALSE(holds_pattern("back on monday", " 0/00~"));
}

}  // namespace

}  // namespace relata
