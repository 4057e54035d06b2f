// SPDX-License-Identifier: Apache-2.0
// match_date(): a calendar date that begins exactly at a byte of a text, in the forms of datelines, bylines and catalogues:
// "Wed 05 Apr 2017", "October 2, 2017", "2016-12-13", "15-11-2014", "07.07.2015", "7/10/16", "Dec 13" (no year).
// All-numeric dates: dots and d-m-yyyy are day first; with slashes the reading is that of the weekday before it, the only
// possible one, the caller's order, or the one nearest a known day; else the date is ambiguous and left out.
// Not for dates within sentences ("last Tuesday"): those are the stage times.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "relata/base/date.h"
#include "relata/ingest/tables.h"

namespace relata {

struct DateMatch {
  std::size_t begin = 0;
  std::size_t end = 0;         // after the date; a time of day is not part of it
  std::size_t after_time = 0;  // after the time of day and its zone, if one follows
  std::optional<Date> date;  // nothing if ambiguous, or the year is not stated and no day is known
  bool ambiguous = false;
  bool has_year = false;
  bool has_weekday = false;
};

struct DateContext {
  DateOrder order = DateOrder::unstated;
  std::optional<Date> near;  // a day that the date is likely close to
};

[[nodiscard]] std::optional<DateMatch> match_date(std::string_view text, std::size_t at,
                                                  const DateWords& words,
                                                  const DateContext& context);

// The whole of a catalogue's cell: a date with a year, perhaps with a time after it.
[[nodiscard]] std::optional<DateMatch> match_whole_date(std::string_view cell,
                                                        const DateWords& words,
                                                        const DateContext& context);

}  // namespace relata
