// SPDX-License-Identifier: Apache-2.0
#include "relata/events/find_events.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/shipped_events.h"

namespace relata {
namespace {

const Event* on_words(const std::vector<Event>& events, std::string_view text,
                      std::string_view trigger) {
  const std::size_t at = text.find(trigger);
  const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + trigger.size())};
  const auto found = std::find_if(events.begin(), events.end(),
                                  [&](const Event& event) { return event.trigger.overlaps(span); });
  return found == events.end() ? nullptr : &*found;
}

bool names(const std::vector<Participant>& participants, std::string_view text,
           std::string_view words) {
  return std::any_of(participants.begin(), participants.end(), [&](const Participant& participant) {
    return words_of(text, participant.span).find(words) != std::string_view::npos;
  });
}

// How a suite of sentences is read: each asks about one trigger.
struct Contrast {
  int asserted = 0, found = 0;  // events, and those read as such
  int others = 0,
      slipped = 0;  // what did not happen or is no event, and what of it is read as if it had
  int exact = 0, stated = 0;  // of what is not asserted, whose status is right
};

Contrast read_contrast(const ShippedEvents& reader, const std::string& suite) {
  const auto rows =
      reader.folder.table("../tests/contrast/" + suite, {"sentence", "type", "trigger", "status"});
  REQUIRE(rows);
  Contrast sum;
  for (const auto& row : rows->rows()) {
    const std::string text(row.cell("sentence"));
    const auto events = find_events(analyse(text, {}, *reader.text), *reader.model);
    const Event* const event = on_words(events, text, row.cell("trigger"));
    const auto type = event_type_of(row.cell("type"));
    const auto status = status_of(row.cell("status"));
    const bool right = event && type && types_agree(event->type, *type) && event->status == status;
    if (status == Status::asserted) {
      ++sum.asserted;
      sum.found += right;
      continue;
    }
    if (status != Status::alleged) {
      ++sum.others;
      sum.slipped += event && event->status == Status::asserted;
    }
    sum.stated += status.has_value();
    sum.exact += right;
  }
  MESSAGE(suite << ": found " << sum.found << " of " << sum.asserted << ", slipped " << sum.slipped
                << " of " << sum.others << ", exact " << sum.exact << " of " << sum.stated);
  return sum;
}

TEST_CASE("what happened is told from what did not, may not or must not happen") {
  const ShippedEvents reader;
  if (!reader.ready()) return;
  for (const char* const suite : {"events.tsv", "kinds.tsv", "held.tsv"}) {
    const Contrast sum = read_contrast(reader, suite);
    CHECK(sum.found * 100 >= sum.asserted * 84);
    CHECK(sum.slipped * 100 <= sum.others * 8);
    CHECK(sum.exact * 100 >= sum.stated * 78);
  }
}

TEST_CASE("agents and patients are read off verbs, passives, nouns and the verbs that carry them") {
  const ShippedEvents reader;
  if (!reader.ready()) return;
  struct Row {
    std::string text, trigger;
    EventType type;
    std::string by, to;
  };
  const Row rows[] = {
      {"Rebels shelled the market on Monday.", "shelled", EventType::shelling, "Rebels", "market"},
      {"The market was shelled by rebels on Monday.", "shelled", EventType::shelling, "rebels",
       "market"},
      {"The shelling of the market by rebels lasted for hours.", "shelling", EventType::shelling,
       "rebels", "market"},
      {"Gunmen launched an attack on a police station in Jos.", "attack", EventType::attack,
       "Gunmen", "station"},
      {"Troops captured the airport from the militia.", "captured", EventType::capture, "Troops",
       "militia"},
      {"The two bridges were destroyed by the army on Friday.", "destroyed", EventType::destruction,
       "army", "bridges"},
  };
  for (const Row& row : rows) {
    const Document document = analyse(row.text, {}, *reader.text);
    const auto events = find_events(document, *reader.model);
    const Event* const event = on_words(events, row.text, row.trigger);
    INFO(row.text);
    REQUIRE(event);
    CHECK(name_of(event->type) == name_of(row.type));
    CHECK(names(event->by, row.text, row.by));
    CHECK(names(event->to, row.text, row.to));
  }
}

TEST_CASE("an event's evidence holds its trigger, and both lie in the text") {
  const ShippedEvents reader;
  if (!reader.ready()) return;
  const std::string text =
      "Clashes erupted in Goma, and residents fled. Shelling killed four women, a nurse said.";
  const auto events = find_events(analyse(text, {}, *reader.text), *reader.model);
  CHECK(events.size() >= 2);
  for (const Event& event : events) {
    CHECK(event.evidence.contains(event.trigger));
    CHECK(event.evidence.end <= text.size());
    CHECK(event.confidence >= reader.model->threshold());
    CHECK(event.confidence <= 1);
  }
}

TEST_CASE("an empty text tells of nothing") {
  const ShippedEvents reader;
  if (!reader.ready()) return;
  CHECK(find_events(analyse("", {}, *reader.text), *reader.model).empty());
}

}  // namespace
}  // namespace relata
