// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/event_times.h"

#include <doctest/doctest.h>

#include "tests/document_builder.h"
#include "tests/shipped_slots.h"

using namespace relata;

namespace {

Date day(unsigned number) { return *make_date(2030, 6, number); }

TimeExpression time(const BuiltDocument& built, const std::string& words, Date date) {
  TimeExpression time;
  time.span = time.core = built.span(words);
  time.period = Period{date, date};
  return time;
}

Event event(EventType type, TokenIndex head) {
  Event event;
  event.type = type;
  event.head = head;
  return event;
}

Report report_of(std::optional<Date> published) {
  Report report;
  report.published = published;
  return report;
}

}  // namespace

TEST_CASE("an event takes the day that its clause states") {
  const BuiltDocument built(
      "Shells shell NOUN 2 nsubj\nfell fall VERB 0 root\non on ADP 4 case\nSunday Sunday PROPN 2 "
      "obl\n");
  const std::vector<TimeExpression> times{time(built, "Sunday", day(2))};
  const std::vector<Event> events{event(EventType::shelling, 1)};
  const SlotContext context(built.document, events);
  EventTimes chooser(context, times, report_of(day(4)), shipped_slots());
  REQUIRE(chooser.choose(events[0]).when);
  CHECK(chooser.choose(events[0]).when->period == Period{day(2), day(2)});
}

TEST_CASE("a report's own date line is no time of an event") {
  const BuiltDocument built(
      "Sunday Sunday PROPN 3 obl:unmarked\nShells shell NOUN 3 nsubj\nfell fall VERB 0 root\n");
  const std::vector<TimeExpression> times{time(built, "Sunday", day(2))};
  const std::vector<Event> events{event(EventType::shelling, 2)};
  const SlotContext context(built.document, events);
  Report report = report_of(day(4));
  report.dateline.date_span = built.span("Sunday");
  const auto when = EventTimes(context, times, report, shipped_slots()).choose(events[0]).when;
  REQUIRE(when);
  CHECK_FALSE(when->span);
}

TEST_CASE(
    "without a stated time a happening takes the report's days, without words; a state takes "
    "none") {
  const BuiltDocument built("Shells shell NOUN 2 nsubj\nfell fall VERB 0 root\n");
  const std::vector<Event> events{event(EventType::shelling, 1), event(EventType::holding, 1)};
  const SlotContext context(built.document, events);
  EventTimes chooser(context, {}, report_of(day(4)), shipped_slots());
  REQUIRE(chooser.choose(events[0]).when);
  CHECK_FALSE(chooser.choose(events[0]).when->span);
  CHECK(chooser.choose(events[0]).when->period == Period{day(3), day(4)});
  CHECK_FALSE(chooser.choose(events[1]).when);
  CHECK_FALSE(
      EventTimes(context, {}, report_of(std::nullopt), shipped_slots()).choose(events[0]).when);
}
