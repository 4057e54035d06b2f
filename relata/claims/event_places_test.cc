// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/event_places.h"

#include <doctest/doctest.h>

#include "tests/document_builder.h"

using namespace relata;

namespace {

Place place(const BuiltDocument& built, const std::string& words, const std::string& within) {
  Place place;
  place.span = place.name_span = built.span(words);
  place.name = words;
  place.within = within;
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
                                  event(built, EventType::killing, 9)};
  EventPlaces chooser(built.document, Telling{}, places, events);
  CHECK(chooser.choose(events[0])[0].name == "Sukkari");
  CHECK(chooser.choose(events[1])[0].name == "Fardous");
  REQUIRE(chooser.choose(events[2]).size() == 1);
  CHECK(chooser.choose(events[2])[0].name == "Fardous");
}

TEST_CASE("places that stand side by side are all taken, and a speaker's town never is") {
  const BuiltDocument built(
      "Families family NOUN 2 nsubj\nfled flee VERB 0 root\nfrom from ADP 4 case\nFardous Fardous "
      "PROPN 2 obl\n"
      "and and CCONJ 6 cc\nSalheen Salheen PROPN 4 conj\nan a DET 8 det\nactivist activist NOUN 9 "
      "nsubj\n"
      "said say VERB 2 parataxis\nin in ADP 11 case\nBeirut Beirut PROPN 9 obl\n");
  std::vector<Place> places{place(built, "Fardous", "Aleppo, Syria"),
                            place(built, "Salheen", "Aleppo, Syria"),
                            place(built, "Beirut", "Lebanon")};
  places[2].speaker_place = true;
  const std::vector<Event> events{event(built, EventType::displacement, 1)};
  EventPlaces chooser(built.document, Telling{}, places, events);
  const auto where = chooser.choose(events[0]);
  REQUIRE(where.size() == 2);
  CHECK(where[0].name == "Fardous");
  CHECK(where[1].name == "Salheen");
}

TEST_CASE("a speech act has no place, and an event takes none where the report names none") {
  const BuiltDocument built(
      "Ministers minister NOUN 2 nsubj\ncondemned condemn VERB 0 root\nit it PRON 2 obj\n");
  const std::vector<Event> events{event(built, EventType::condemnation, 1),
                                  event(built, EventType::attack, 1)};
  EventPlaces chooser(built.document, Telling{}, {}, events);
  CHECK(chooser.choose(events[0]).empty());
  CHECK(chooser.choose(events[1]).empty());
}
