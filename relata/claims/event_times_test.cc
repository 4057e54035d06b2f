// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/event_times.h"

#include <doctest/doctest.h>

#include "tests/document_builder.h"

using namespace relata;

namespace {

Date day(unsigned number) { return *make_date(2030, 6, number); }

TimeExpression time(const BuiltDocument& built, const std::string& words, Date date,
                    bool utterance) {
  TimeExpression time;
  time.span = time.core = built.span(words);
  time.period = Period{date, date};
  time.utterance = utterance;
  return time;
}

Event event(EventType type, TokenIndex head) {
  Event event;
  event.type = type;
  event.head = head;
  return event;
}

}  // namespace

TEST_CASE(
    "the event's day goes before the day of telling, and the day of telling serves where there is "
    "no other") {
  const BuiltDocument built(
      "Shells shell NOUN 2 nsubj\nfell fall VERB 0 root\nSunday Sunday PROPN 2 obl:unmarked\nhe he "
      "PRON 5 nsubj\n"
      "said say VERB 2 parataxis\nMonday Monday PROPN 5 obl:unmarked\n\n"
      "Rockets rocket NOUN 2 nsubj\nfell fall VERB 0 root\nhe he PRON 4 nsubj\nsaid say VERB 2 "
      "parataxis\n"
      "Tuesday Tuesday PROPN 4 obl:unmarked\n");
  const std::vector<TimeExpression> times{time(built, "Sunday", day(2), false),
                                          time(built, "Monday", day(3), true),
                                          time(built, "Tuesday", day(4), true)};
  const std::vector<Event> events{event(EventType::shelling, 1), event(EventType::shelling, 7)};
  const EventTimes chooser(built.document, times, events, day(4));
  CHECK(chooser.choose(events[0])->period == Period{day(2), day(2)});
  CHECK(chooser.choose(events[1])->period == Period{day(4), day(4)});
}

TEST_CASE(
    "without a stated time a happening takes the report's days, without words; a state takes "
    "none") {
  const BuiltDocument built("Shells shell NOUN 2 nsubj\nfell fall VERB 0 root\n");
  const std::vector<Event> events{event(EventType::shelling, 1), event(EventType::holding, 1)};
  const EventTimes chooser(built.document, {}, events, day(4));
  REQUIRE(chooser.choose(events[0]));
  CHECK_FALSE(chooser.choose(events[0])->span);
  CHECK(chooser.choose(events[0])->period == Period{day(3), day(4)});
  CHECK_FALSE(chooser.choose(events[1]));
  CHECK_FALSE(EventTimes(built.document, {}, events, std::nullopt).choose(events[0]));
}
