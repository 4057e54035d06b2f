// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/event_counts.h"

#include <doctest/doctest.h>

#include "tests/document_builder.h"
#include "tests/shipped_slots.h"

using namespace relata;

namespace {

Quantity quantity(const BuiltDocument& built, const std::string& words, TokenIndex head, CountOf of,
                  double number) {
  Quantity quantity;
  quantity.span = built.span(words);
  quantity.head = head;
  quantity.of = of;
  quantity.low = quantity.high = number;
  return quantity;
}

Event event(EventType type, TokenIndex head) {
  Event event;
  event.type = type;
  event.head = head;
  return event;
}

}  // namespace

TEST_CASE("a count goes to the nearest event that can have it, and to one event only") {
  const BuiltDocument built(
      "Shelling shelling NOUN 2 nsubj\nkilled kill VERB 0 root\nnine nine NUM 4 nummod\npeople "
      "people NOUN 2 obj\n"
      "and and CCONJ 6 cc\ndrove drive VERB 2 conj\nhundreds hundred NOUN 6 obj\nout out ADV 6 "
      "advmod\n");
  const std::vector<Event> events{event(EventType::shelling, 0), event(EventType::displacement, 5)};
  const std::vector<Quantity> quantities{quantity(built, "nine people", 3, CountOf::killed, 9),
                                         quantity(built, "hundreds", 6, CountOf::people, 200)};
  const auto counts =
      counts_of_events(SlotContext(built.document, events), quantities, events, shipped_slots());
  REQUIRE(counts[0].size() == 1);
  CHECK(counts[0][0].of == CountOf::killed);
  CHECK(counts[0][0].low == 9);
  REQUIRE(counts[1].size() == 1);
  CHECK(counts[1][0].of == CountOf::displaced);  // people at a displacement are the displaced
}

TEST_CASE("a count that no event of its sentence can have is left out") {
  const BuiltDocument built(
      "Nine nine NUM 2 nsubj\ndied die VERB 0 root\n\nThey they PRON 2 nsubj\ntalked talk VERB 0 "
      "root\n");
  const std::vector<Event> events{event(EventType::negotiation, 3)};
  const std::vector<Quantity> quantities{quantity(built, "Nine", 0, CountOf::killed, 9)};
  CHECK(
      counts_of_events(SlotContext(built.document, events), quantities, events, shipped_slots())[0]
          .empty());
}
