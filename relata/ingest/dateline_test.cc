// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/dateline.h"

#include <doctest/doctest.h>

#include "relata/ingest/freeze.h"
#include "relata/ingest/test_tables.h"

using namespace relata;

TEST_CASE("dates are read in the forms of catalogues and datelines") {
  const IngestTables tables = test_tables();
  struct Case {
    const char* words;
    const char* date;  // "" = ambiguous, nullptr = no date
  };
  const Case cases[] = {
      {"2016-12-13", "2016-12-13"},
      {"2016-12-13T23:59:00+03:00", "2016-12-13"},
      {"2016/2/3", "2016-02-03"},
      {"Tue, 13 Dec 2016 10:00:00 GMT", "2016-12-13"},
      {"December 13, 2016", "2016-12-13"},
      {"13th of December 2016", "2016-12-13"},
      {"Sept. 3rd, 2014 10:30 am", "2014-09-03"},
      {"07.07.2015", "2015-07-07"},
      {"05.07.2015", "2015-07-05"},
      {"15-11-2014", "2014-11-15"},
      {"7/10/16", ""},
      {"13/10/16", "2016-10-13"},
      {"10/13/2016", "2016-10-13"},
      {"7/7/16", "2016-07-07"},
      {"Sunday 7/10/2016", ""},  // 10 July was a Sunday; 7 October was a Friday: see below
      {"31 February 2016", nullptr},
      {"2016-13-01", nullptr},
      {"13 December", nullptr},
      {"yesterday", nullptr},
      {"12345", nullptr},
  };
  for (const Case& c : cases) {
    CAPTURE(c.words);
    const auto match = match_whole_date(c.words, tables.parts().dates, DateContext{});
    if (c.date == nullptr) {
      CHECK_FALSE(match);
      continue;
    }
    REQUIRE(match);
    if (std::string(c.words).starts_with("Sunday")) {
      CHECK(iso_date(*match->date) == "2016-07-10");
    } else if (std::string(c.date).empty()) {
      CHECK(match->ambiguous);
      CHECK_FALSE(match->date);
    } else {
      REQUIRE(match->date);
      CHECK(iso_date(*match->date) == c.date);
    }
  }
}

TEST_CASE("an order told, or a day known, settles 7/10/16") {
  const IngestTables tables = test_tables();
  const auto read = [&](DateContext context) {
    return iso_date(*match_whole_date("7/10/16", tables.parts().dates, context)->date);
  };
  CHECK(read({DateOrder::day_first, std::nullopt}) == "2016-10-07");
  CHECK(read({DateOrder::month_first, std::nullopt}) == "2016-07-10");
  CHECK(read({DateOrder::unstated, make_date(2016, 7, 12)}) == "2016-07-10");
  CHECK(read({DateOrder::unstated, make_date(2016, 10, 1)}) == "2016-10-07");
}

TEST_CASE("the head and foot of a report say where, when and from which agency") {
  const IngestTables tables = test_tables();
  struct Case {
    const char* text;
    const char* place;
    const char* date;
    const char* credit;
  };
  const Case cases[] = {
      {"BEIRUT (Reuters) — Shells fell on a market.", "BEIRUT", "", "Reuters"},
      {"BEIRUT, Dec 13 (Reuters) - Shells fell.", "BEIRUT", "2016-12-13", "Reuters"},
      {"ALEPPO, 5 June 2030 (Tidewater Wire) - Shells fell.", "ALEPPO", "2030-06-05", "Tidewater Wire"},
      {"ALEPPO, Syria — Shells fell on a market.", "ALEPPO", "", ""},
      {"Damascus: Humanitarian workers left.", "Damascus", "", ""},
      {"Beirut- Opposition factions left.", "Beirut", "", ""},
      {"KHARKIV, Ukraine, 3 March 2022 (AP) - Shells fell.", "KHARKIV", "2022-03-03", "AP"},
      {"Wed 05 Apr 2017 Shelling kills two. Two people died. --AFP", "", "2017-04-05", "AFP"},
      {"15-11-2014 Army retakes village. It is quiet.", "", "2014-11-15", ""},
      {"07.07.2015Get short URL A bomb went off.", "", "2015-07-07", ""},
      {"Published October 2 2017 A bomb went off.", "", "2017-10-02", ""},
      {"Date of publication 4 October 2016 A bomb went off.", "", "2016-10-04", ""},
      {"Monday 11 January 2016 18:41 Silence on a massacre. It went on.", "", "2016-01-11", ""},
      {"Last updated at Jul 012016 BEIRUT At least 70 fighters died.", "BEIRUT", "2016-07-01", ""},
      {"Town falls, says monitor\n\nTown falls, says monitor AFP Thursday 6 Mar 2014 The town "
       "fell.",
       "", "2014-03-06", "AFP"},
      {"Town falls, says monitor\n\nBy Ines Example\n12 December 2016 10:15\n\nThe town fell.", "",
       "2016-12-12", ""},
      {"Town falls\n\nMiddle East Syria Military 07-08-2013 0147 PM The town fell.", "",
       "2013-08-07", ""},
      {"The town fell. (Source: Example Coalition) Share", "", "", "Example Coalition"},
      {"The town fell.\nSource: SANA", "", "", "SANA"},
      {"The town fell on Friday. - REUTERS", "", "", "REUTERS"},
      {"The town fell. Last Update: Saturday 7 October 2017 KSA 16:06 - GMT 13:06", "",
       "2017-10-07", ""},
      // None of these is the report's own date, place or agency.
      {"On 12 March 2011 protesters gathered in Daraa.", "", "", ""},
      {"12 March 2011 protests began in Daraa.", "", "", ""},
      {"ISIL Terrorists attacked a village.", "", "", ""},
      {"Reuters reported that the town fell.", "", "", ""},
      {"Monitor: 13 killed in Idlib.", "", "", ""},
      {"The town fell in May 2015 and again on 3 June 2016. Nobody lives there.", "", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    std::vector<std::string> warnings;
    const std::string_view text = c.text;
    const auto found =
        find_dateline(text, title_line(text), tables.parts(),
                      DateContext{DateOrder::unstated, make_date(2016, 12, 14)}, warnings);
    const auto words = [&](const std::optional<Span>& span) {
      return span ? std::string(words_of(text, *span)) : std::string();
    };
    CHECK(words(found.place_span) == c.place);
    CHECK((found.date ? iso_date(*found.date) : "") == c.date);
    CHECK(found.date.has_value() == found.date_span.has_value());
    CHECK(words(found.credit_span) == c.credit);
    CHECK(warnings.empty());
  }
}

TEST_CASE("a date that may be read in two ways is told and not used") {
  const IngestTables tables = test_tables();
  std::vector<std::string> warnings;
  const auto found = find_dateline("07/10/2016 The town fell.", std::nullopt, tables.parts(),
                                   DateContext{}, warnings);
  CHECK(found.date_span);
  CHECK_FALSE(found.date);
  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0].find("day first or month first") != std::string::npos);
}
