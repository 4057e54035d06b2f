// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/event_places.h"

#include <doctest/doctest.h>

#include "tests/document_builder.h"
#include "tests/shipped_slots.h"

using namespace relata;

namespace {

Place place(const BuiltDocument& built, const std::string& words, const std::string& within) {
  Place place;
  place.span = place.name_span = built.span(words);
  place.name = words;
  place.within = within;
  place.kind = PlaceKind::neighbourhood;
  place.id = PlaceId{1};
  return place;
}

Event event(const BuiltDocument& built, EventType type, TokenIndex head) {
  Event event;
  event.type = type;
  event.head = head;
  event.trigger = event.evidence = built.document.tokens[head].span;
  return event;
}

}  // namespace

TEST_CASE(
    "each event of a sentence takes the place of its own clause, and the next sentence is led on") {
  const BuiltDocument built(
      "Shells shell NOUN 2 nsubj\nfell fall VERB 0 root\nin in ADP 4 case\nSukkari Sukkari PROPN 2 "
      "obl\n"
      "while while SCONJ 7 mark\ntroops troop NOUN 7 nsubj\ntook take VERB 2 advcl\nFardous "
      "Fardous PROPN 7 obj\n\n"
      "Nine nine NUM 2 nsubj\ndied die VERB 0 root\n");
  const std::vector<Place> places{place(built, "Sukkari", "Aleppo, Syria"),
                                  place(built, "Fardous", "Aleppo, Syria")};
  const std::vector<Event> events{event(built, EventType::shelling, 1),
                                  event(built, EventType::capture, 6),
                                  event(built, EventType::toll, 9)};
  const SlotContext context(built.document, events);
  const Telling telling;
  EventPlaces chooser(context, telling, places, {}, shipped_slots());
  CHECK(chooser.choose(events[0]).where[0].name == "Sukkari");
  CHECK(chooser.choose(events[1]).where[0].name == "Fardous");
  CHECK_FALSE(chooser.choose(events[2]).where.empty());
}

TEST_CASE("places in one list are all taken, and a speaker's town and a day never are") {
  const BuiltDocument built(
      "Families family NOUN 2 nsubj\nfled flee VERB 0 root\nfrom from ADP 4 case\nFardous Fardous "
      "PROPN 2 obl\n"
      "and and CCONJ 6 cc\nSalheen Salheen PROPN 4 conj\nSunday Sunday PROPN 2 obl:unmarked\n"
      "an a DET 9 det\nactivist activist NOUN 10 nsubj\nsaid say VERB 2 parataxis\nin in ADP 12 "
      "case\n"
      "Beirut Beirut PROPN 10 obl\n");
  std::vector<Place> places{place(built, "Fardous", "Aleppo, Syria"),
                            place(built, "Salheen", "Aleppo, Syria"), place(built, "Sunday", ""),
                            place(built, "Beirut", "Lebanon")};
  places[3].speaker_place = true;
  TimeExpression sunday;
  sunday.span = sunday.core = built.span("Sunday");
  const std::vector<Event> events{event(built, EventType::displacement, 1)};
  const SlotContext context(built.document, events);
  const Telling telling;
  const std::vector<TimeExpression> times{sunday};
  EventPlaces chooser(context, telling, places, times, shipped_slots());
  const auto where = chooser.choose(events[0]).where;
  REQUIRE(where.size() == 2);
  CHECK(where[0].name == "Fardous");
  CHECK(where[1].name == "Salheen");
}

TEST_CASE("a speech act has no place, and an event takes none where the report names none") {
  const BuiltDocument built(
      "Ministers minister NOUN 2 nsubj\ncondemned condemn VERB 0 root\nit it PRON 2 obj\n");
  const std::vector<Event> events{event(built, EventType::condemnation, 1),
                                  event(built, EventType::attack, 1)};
  const SlotContext context(built.document, events);
  const Telling telling;
  EventPlaces chooser(context, telling, {}, {}, shipped_slots());
  CHECK(chooser.choose(events[0]).where.empty());
  CHECK(chooser.choose(events[1]).where.empty());
}
