// SPDX-License-Identifier: Apache-2.0
#include "relata/base/date.h"

#include <doctest/doctest.h>

using namespace relata;

TEST_CASE("an ISO date is read, and nothing that only looks like one") {
  struct {
    const char* input;
    const char* expected;
  } const cases[] = {
      {"2016-12-13", "2016-12-13"}, {"2016-12-13T10:00:00Z", "2016-12-13"}, {"2016-02-30", ""},
      {"2016-13-01", ""},           {"2016/12/13", ""},                     {"", ""},
      {"2016-1-13", ""},            {"-016-12-13", ""},                     {"2016-12-131", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.input);
    const auto date = parse_iso_date(c.input);
    CHECK((date ? iso_date(*date) : "") == c.expected);
  }
}

TEST_CASE("a leap day exists only in a leap year") {
  CHECK(make_date(2016, 2, 29));
  CHECK_FALSE(make_date(2015, 2, 29));
  CHECK_FALSE(make_date(1900, 2, 29));
}
