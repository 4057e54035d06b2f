// SPDX-License-Identifier: Apache-2.0
#include "relata/times/find_times.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/document_builder.h"
#include "tests/plain_document.h"

namespace relata {

namespace {

Result<TimeLexicon> load_lexicon() {
  const auto files = real_files();
  return TimeLexicon::load(DataFolder{files.get(), RELATA_SOURCE_DIR});
}

std::string days_of(const TimeExpression& time) {
  if (!time.period) return "";
  if (time.period->from == time.period->to) return iso_date(time.period->from);
  return iso_date(time.period->from) + ".." + iso_date(time.period->to);
}

// The report's day is Tuesday, 13 December 2016 in all of these.
struct {
  const char* text;
  const char* span;
  const char* days;
} const kDayCases[] = {
    {"Shells fell on Tuesday.", "on Tuesday", "2016-12-13"},
    {"Shells fell Monday night.", "Monday night", "2016-12-12"},
    {"Shells fell on Friday in Aleppo.", "on Friday", "2016-12-09"},
    {"The truce will begin on Friday.", "on Friday", "2016-12-16"},
    {"The council will meet next Monday.", "next Monday", "2016-12-19"},
    {"It was hit last Tuesday.", "last Tuesday", "2016-12-06"},
    {"Late on Saturday the town fell.", "Late on Saturday", "2016-12-10"},
    {"They left on Saturday and Sunday.", "on Saturday and Sunday", "2016-12-10..2016-12-11"},
    {"It lasted from Friday to Sunday.", "from Friday to Sunday", "2016-12-09..2016-12-11"},
    {"They fled at the weekend.", "at the weekend", "2016-12-10..2016-12-11"},
    {"They fled yesterday.", "yesterday", "2016-12-12"},
    {"They fled the day before yesterday.", "the day before yesterday", "2016-12-11"},
    {"Shells fell overnight.", "overnight", "2016-12-12..2016-12-13"},
    {"Shells fell this morning.", "this morning", "2016-12-13"},
    {"Shells fell at dawn on Sunday.", "at dawn on Sunday", "2016-12-11"},
    {"Shells fell at 10:30 a.m. on Sunday.", "at 10:30 a.m. on Sunday", "2016-12-11"},
    {"Sunday July 10 was calm.", "Sunday July 10", "2016-07-10"},
    {"It fell on Monday December 12 2016 after a siege.", "on Monday December 12 2016",
     "2016-12-12"},
    {"It fell on 4 January.", "on 4 January", "2017-01-04"},
    {"It fell on the 4th of May, 2013.", "on the 4th of May, 2013", "2013-05-04"},
    {"It fell between 3 and 5 May.", "between 3 and 5 May", "2016-05-03..2016-05-05"},
    {"It lasted from 28 December 2015 to 3 January 2016.",
     "from 28 December 2015 to 3 January 2016", "2015-12-28..2016-01-03"},
    {"Dated 04/05/2017 in the log.", "04/05/2017", "2017-05-04"},
    {"Dated 02/22/2016 in the log.", "02/22/2016", "2016-02-22"},
    {"Dated 2016-12-01 in the log.", "2016-12-01", "2016-12-01"},
    {"Dated 07.07.2015Get the rest.", "07.07.2015", "2015-07-07"},
    {"Last updated at Jul 012016 in Beirut.", "at Jul 012016", "2016-07-01"},
    {"It fell in March.", "in March", "2016-03-01..2016-03-31"},
    {"In May 30 civilians were killed.", "In May", "2016-05-01..2016-05-31"},
    {"It fell in December.", "in December", "2016-12-01..2016-12-13"},
    {"It fell in late December 2015.", "in late December 2015", "2015-12-21..2015-12-31"},
    {"It fell in early 2014.", "in early 2014", "2014-01-01..2014-04-30"},
    {"It fell at the end of last year.", "at the end of last year", "2015-10-01..2015-12-31"},
    {"It fell in the summer of 2017.", "in the summer of 2017", "2017-06-01..2017-08-31"},
    {"It fell in 2011 after clashes.", "in 2011", "2011-01-01..2011-12-31"},
    {"The war of 1980-88 ended.", "1980-88", "1980-01-01..1988-12-31"},
    {"A church of the fourth century burnt.", "the fourth century", "0301-01-01..0400-12-31"},
    {"It fell last week.", "last week", "2016-12-05..2016-12-11"},
    {"It fell earlier this month.", "earlier this month", "2016-12-01..2016-12-13"},
    {"It fell last month.", "last month", "2016-11-01..2016-11-30"},
    {"Dozens died in the past 24 hours.", "in the past 24 hours", "2016-12-12..2016-12-13"},
    {"Dozens died in recent weeks.", "in recent weeks", "2016-11-22..2016-12-13"},
    {"They were held for more than two years.", "for more than two years",
     "2014-12-13..2016-12-13"},
    {"They were held for months.", "for months", "2016-09-13..2016-12-13"},
    {"They left a week ago.", "a week ago", "2016-12-06"},
    {"They left about a month ago.", "about a month ago", "2016-11-06..2016-11-20"},
    {"It was shelled for the third straight day.", "for the third straight day",
     "2016-12-11..2016-12-13"},
    {"It has been divided since July 2012.", "since July 2012", "2012-07-01..2016-12-13"},
    {"The five-year war goes on.", "The five-year", "2011-12-13..2016-12-13"},
    {"The curfew holds until Thursday.", "until Thursday", ""},
    {"The curfew will hold until Thursday.", "until Thursday", "2016-12-13..2016-12-15"},
    {"It will start in three days.", "in three days", "2016-12-16"},
    {"The truce will hold for two weeks.", "for two weeks", "2016-12-13..2016-12-27"},
    {"They expect aid in the next three days.", "in the next three days", "2016-12-14..2016-12-16"},
    {"It fell on Friday of last week.", "on Friday of last week", "2016-12-09"},
    {"It lasted from 4 to 8 this month.", "from 4 to 8 this month", "2016-12-04..2016-12-08"},
    {"It fell two days after Friday.", "two days after Friday", "2016-12-11"},
    {"It was so in the 1990s.", "in the 1990s", "1990-01-01..1999-12-31"},
    {"It fell in the first half of 2015.", "in the first half of 2015", "2015-01-01..2015-06-30"},
    {"It fell in the second week of May.", "in the second week of May", "2016-05-08..2016-05-14"},
    {"They fled for a second day.", "for a second day", "2016-12-12..2016-12-13"},
    {"They ruled from 2014 onwards.", "from 2014", "2014-01-01..2016-12-13"},
    {"It waited half an hour.", "half an hour", ""},
    {"They meet every Friday.", "every Friday", ""},
    {"The march lasted three days.", "three days", ""},
};

TEST_CASE("words of time become days, told from the day of the report") {
  const auto loaded = load_lexicon();
  REQUIRE(loaded);
  const auto anchor = parse_iso_date("2016-12-13");
  for (const auto& c : kDayCases) {
    CAPTURE(c.text);
    const Document document = plain_document(c.text);
    const auto times = find_times(document, anchor, *loaded);
    REQUIRE(!times.empty());
    CHECK(document.words(times[0].span) == c.span);
    CHECK(days_of(times[0]) == c.days);
  }
}

TEST_CASE("expressions carry their TIMEX3 type and value") {
  struct {
    const char* text;
    TimexType type;
    const char* value;
  } const cases[] = {
      {"on 12 December 2016", TimexType::date, "2016-12-12"},
      {"in March 2011", TimexType::date, "2011-03"},
      {"Shells fell last week.", TimexType::date, "2016-W49"},
      {"at the weekend", TimexType::date, "2016-W49-WE"},
      {"on Monday morning", TimexType::time, "2016-12-12TMO"},
      {"on Monday at 10:30 p.m.", TimexType::time, "2016-12-12T22:30"},
      {"for three days", TimexType::duration, "P3D"},
      {"the past 24 hours", TimexType::duration, "PT24H"},
      {"hourly raids", TimexType::set, "PT1H"},
      {"in the 1990s", TimexType::date, "199"},
      {"the winter of 2013", TimexType::date, "2013-WI"},
  };
  const auto loaded = load_lexicon();
  REQUIRE(loaded);
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const Document document = plain_document(c.text);
    const auto times = find_times(document, parse_iso_date("2016-12-13"), *loaded);
    REQUIRE(times.size() == 1);
    CHECK(times[0].type == c.type);
    CHECK(times[0].value == c.value);
  }
}

TEST_CASE("numbers, modal verbs and names are no times") {
  const char* const texts[] = {"It killed 2000 people.",
                               "They may leave.",
                               "The march ended.",
                               "An F-16 fell.",
                               "Second, they want a truce.",
                               "It killed 30 soldiers.",
                               "UN resolution 2254",
                               "They fight at night.",
                               "The 120 mm shell hit a car.",
                               "Peace, they said.",
                               "A past leader."};
  const auto loaded = load_lexicon();
  REQUIRE(loaded);
  for (const char* text : texts) {
    CAPTURE(text);
    const Document document = plain_document(text);
    CHECK(find_times(document, parse_iso_date("2016-12-13"), *loaded).empty());
  }
}

TEST_CASE("without an anchor only what names its own year gets days") {
  const auto loaded = load_lexicon();
  REQUIRE(loaded);
  const Document document =
      plain_document("On Monday they left. On 3 May 2015 they came back. Last week was calm.");
  const auto times = find_times(document, std::nullopt, *loaded);
  REQUIRE(times.size() == 3);
  CHECK(times[0].value == "XXXX-WXX-1");
  CHECK(days_of(times[0]).empty());
  CHECK(days_of(times[1]) == "2015-05-03");
  CHECK(days_of(times[2]).empty());
}

TEST_CASE("days are told from the day last mentioned where the words say so") {
  const auto loaded = load_lexicon();
  REQUIRE(loaded);
  const Document document = plain_document(
      "Rebels took Marea on 3 May 2015. Two days later they left. They have since returned.");
  const auto times = find_times(document, parse_iso_date("2016-12-13"), *loaded);
  REQUIRE(times.size() == 3);
  CHECK(days_of(times[1]) == "2015-05-05");
  CHECK(days_of(times[2]) == "2015-05-05..2016-12-13");
}

TEST_CASE("a clause with since is one more expression") {
  const auto loaded = load_lexicon();
  REQUIRE(loaded);
  const Document document =
      plain_document("Thousands fled since the conflict began in March 2011.");
  const auto times = find_times(document, parse_iso_date("2016-12-13"), *loaded);
  REQUIRE(times.size() == 2);
  CHECK(document.words(times[0].span) == "since the conflict began in March 2011");
  CHECK(document.words(times[0].core) == "since");
  CHECK(times[0].open);
  CHECK(days_of(times[0]) == "2011-03-01..2016-12-13");
  CHECK(days_of(times[1]) == "2011-03-01..2011-03-31");
}

TEST_CASE("what began at a time goes on until the report") {
  const auto loaded = load_lexicon();
  REQUIRE(loaded);
  const Document document = plain_document("They died in the war that began in 2011.");
  const auto times = find_times(document, parse_iso_date("2016-12-13"), *loaded);
  REQUIRE(times.size() == 2);
  CHECK(times[0].onset);
  CHECK(document.words(times[0].span) == "began in 2011");
  CHECK(days_of(times[0]) == "2011-01-01..2016-12-13");
  CHECK(days_of(times[1]) == "2011-01-01..2011-12-31");
}

TEST_CASE("a date of which day and month could be swapped is marked") {
  const auto loaded = load_lexicon();
  REQUIRE(loaded);
  const Document document = plain_document("04/05/2017 and 04/04/2017 and 13/05/2017");
  const auto times = find_times(document, std::nullopt, *loaded);
  REQUIRE(times.size() == 3);
  CHECK(times[0].ambiguous);
  CHECK_FALSE(times[1].ambiguous);
  CHECK_FALSE(times[2].ambiguous);
}

TEST_CASE("the time of the telling is marked, by the tree or by the words before") {
  const auto loaded = load_lexicon();
  REQUIRE(loaded);
  const Document plain =
      plain_document("A monitor told reporters on Monday that shells hit Marea on Sunday.");
  const auto times = find_times(plain, parse_iso_date("2016-12-13"), *loaded);
  REQUIRE(times.size() == 2);
  CHECK(times[0].utterance);
  CHECK_FALSE(times[1].utterance);

  // Monday hangs on "killed", though "said" stands right before it.
  const BuiltDocument tree(
      "Shells shell NOUN 4 nsubj\n"
      "they they PRON 3 nsubj\n"
      "said say VERB 4 parataxis\n"
      "killed kill VERB 0 root\n"
      "nine nine NUM 4 obj\n"
      "on on ADP 7 case\n"
      "Monday Monday PROPN 4 obl\n"
      "\n"
      "It it PRON 2 nsubj\n"
      "said say VERB 0 root\n"
      "in in ADP 5 case\n"
      "a a DET 5 det\n"
      "statement statement NOUN 2 obl\n"
      "on on ADP 7 case\n"
      "Friday Friday PROPN 5 nmod\n");
  const auto trees = find_times(tree.document, parse_iso_date("2016-12-13"), *loaded);
  REQUIRE(trees.size() == 2);
  CHECK_FALSE(trees[0].utterance);
  CHECK(trees[1].utterance);
}

}  // namespace

}  // namespace relata
