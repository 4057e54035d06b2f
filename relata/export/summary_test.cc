// SPDX-License-Identifier: Apache-2.0
#include "relata/export/summary.h"

#include <doctest/doctest.h>

#include "relata/export/actor_side.h"

using namespace relata;

namespace {

const SummaryLexicon& lexicon() {
  static const auto kFiles = real_files();
  static const auto kLexicon = SummaryLexicon::load(DataFolder{kFiles.get(), RELATA_SOURCE_DIR});
  REQUIRE_MESSAGE(kLexicon, (kLexicon ? "" : kLexicon.error().message));
  return *kLexicon;
}

// A report of ten sentences of ten bytes each, whose claims the cases set.
struct Made {
  Report report;
  Document document;
  Reading reading;

  Made() {
    for (int i = 0; i < 10; ++i) report.text += "Some word\n";
    report.published = make_date(2030, 6, 4);
    document.text = report.text;
    for (std::uint32_t i = 0; i < 10; ++i)
      document.sentences.push_back({{i * 10, i * 10 + 9}, 0, 0, i, false});
    for (const char* admin1 : {"Idlib", "Aleppo"}) {
      Place place;
      place.name = place.admin1 = admin1;
      place.country = "SY";
      reading.places.push_back(place);
    }
  }

  Claim& claim(EventType type, std::uint32_t sentence, Status status = Status::asserted) {
    Claim claim;
    claim.id = static_cast<std::uint32_t>(reading.claims.size() + 1);
    claim.type = type;
    claim.status = status;
    claim.trigger = claim.evidence = {sentence * 10, sentence * 10 + 4};
    reading.claims.push_back(claim);
    return reading.claims.back();
  }
  [[nodiscard]] Summary summary() const { return summarise(report, document, reading, lexicon()); }
};

void by(Claim& claim, const char* name) { claim.by.push_back({claim.trigger, name, 0, {}}); }
void at(Claim& claim, std::uint32_t place) {
  claim.where.push_back({claim.trigger, "", "", place});
}
void killed(Claim& claim, const char* who, double low) {
  claim.counts.push_back({claim.trigger, CountOf::killed, who, low, low});
}

}  // namespace

TEST_CASE("the main incident is what the report opens with, not what it tells most of") {
  Made made;
  Claim& first = made.claim(EventType::airstrike, 0);
  by(first, "regime");
  at(first, 0);
  killed(first, "civilians", 11);
  for (std::uint32_t i = 4; i < 9; ++i) {
    Claim& later = made.claim(EventType::shelling, i);
    by(later, "rebels");
    at(later, 1);
    killed(later, "people", 40);
  }
  const Summary summary = made.summary();
  CHECK(summary.type == EventType::airstrike);
  CHECK(summary.admin1 == "Idlib");
  CHECK(summary.side == "government");
  CHECK(summary.killed.civilians == 11);
  CHECK(summary.date == make_date(2030, 6, 4));
}

TEST_CASE("what is denied, planned or feared is no incident") {
  for (const Status status : {Status::denied, Status::planned, Status::feared, Status::asked}) {
    Made made;
    killed(made.claim(EventType::airstrike, 0, status), "civilians", 11);
    CHECK(!made.summary().type);
    CHECK(!made.summary().killed.civilians);
  }
}

TEST_CASE("a report without harm has no incident, and its day is the report's") {
  Made made;
  made.claim(EventType::negotiation, 0);
  const Summary summary = made.summary();
  CHECK(!summary.type);
  CHECK(summary.side.empty());
  std::string line;
  write_summary(made.report, summary, line);
  CHECK(
      line ==
      R"({"doc":"","date":"2030-06-04","admin1":null,"type":null,"side":null,"killed_civilians":null,)"
      R"("killed_combatants":null,"killed_children":null,"killed_women":null})");
}

TEST_CASE("a type that leaves the means open is made exact, one that states other means is not") {
  struct {
    EventType lead, other, expected;
  } const cases[] = {
      {EventType::killing, EventType::airstrike, EventType::airstrike},
      {EventType::toll, EventType::clash, EventType::clash},
      {EventType::bombing, EventType::suicide_bombing, EventType::suicide_bombing},
      {EventType::airstrike, EventType::chemical_attack, EventType::chemical_attack},
      {EventType::shelling, EventType::execution, EventType::shelling},
      {EventType::airstrike, EventType::shelling, EventType::airstrike},
  };
  for (const auto& c : cases) {
    Made made;
    made.claim(c.lead, 0);
    made.claim(c.other, 1);
    CAPTURE(name_of(c.lead));
    CHECK(made.summary().type == c.expected);
  }
}

TEST_CASE("totals hold their parts, and children are civilians") {
  struct Part {
    const char* who;
    double low;
  };
  struct {
    std::vector<Part> parts;
    std::optional<double> civilians, combatants, children, women;
  } const cases[] = {
      {{{"civilians", 11}, {"children", 3}}, 11, {}, 3, {}},
      {{{"people", 10}, {"children", 7}}, 10, {}, 7, {}},
      {{{"children", 6}}, 6, {}, 6, {}},
      {{{"women", 3}}, 3, {}, {}, 3},
      {{{"rebel fighters", 29}}, {}, 29, {}, {}},
      {{{"people", 22}, {"soldiers", 16}}, 6, 16, {}, {}},
      {{{"civilians", 6}, {"militants", 16}}, 6, 16, {}, {}},
  };
  for (const auto& c : cases) {
    Made made;
    Claim& claim = made.claim(EventType::airstrike, 0);
    for (const Part& part : c.parts) killed(claim, part.who, part.low);
    const Killed killed = made.summary().killed;
    CAPTURE(c.parts.front().who);
    CHECK(killed.civilians == c.civilians);
    CHECK(killed.combatants == c.combatants);
    CHECK(killed.children == c.children);
    CHECK(killed.women == c.women);
  }
}

TEST_CASE("a number outweighs dozens, and what is told far below is of something else") {
  Made made;
  Claim& headline = made.claim(EventType::airstrike, 0);
  headline.counts.push_back({headline.trigger, CountOf::killed, "people", 24, {}});  // "dozens"
  killed(made.claim(EventType::airstrike, 1), "people", 73);
  killed(made.claim(EventType::clash, 6), "soldiers", 9);
  const Killed killed = made.summary().killed;
  CHECK(killed.civilians == 73);
  CHECK(!killed.combatants);
}

TEST_CASE("medics are some of the dead where others are counted, and all of them where none are") {
  Made made;
  Claim& claim = made.claim(EventType::shelling, 0);
  killed(claim, "medics", 2);
  CHECK(made.summary().killed.civilians == 2);
  killed(claim, "people", 31);
  CHECK(made.summary().killed.civilians == 31);
}

TEST_CASE("what lasted for years is no incident") {
  Made made;
  Claim& war = made.claim(EventType::killing, 0);
  killed(war, "people", 300000);
  war.when = When{war.trigger, {*make_date(2024, 3, 1), *make_date(2030, 6, 4)}};
  killed(made.claim(EventType::shelling, 1), "civilians", 4);
  CHECK(made.summary().killed.civilians == 4);
}

TEST_CASE("of two that fight, those who died are not the doers; nor does a state blow itself up") {
  Made made;
  Claim& clash = made.claim(EventType::clash, 0);
  by(clash, "rebels");
  by(clash, "Syrian army");
  killed(clash, "rebels", 29);
  CHECK(made.summary().side == "government");

  Made bombing;
  Claim& blast = bombing.claim(EventType::suicide_bombing, 0);
  by(blast, "Syrian army");
  CHECK(bombing.summary().side.empty());
}

TEST_CASE("sides are read by the war that was fought") {
  struct {
    const char* name;
    const char* country;
    const char* expected;
  } const cases[] = {
      {"Syrian army", "SY", "government"},
      {"Syrian rebels", "SY", "opposition"},
      {"Syrian warplanes", "SY", "government"},
      {"Israeli warplanes", "SY", "other_state"},
      {"US-led coalition", "SY", "coalition"},
      {"U.S. raids", "SY", "coalition"},
      {"Russian jets", "SY", "russia"},
      {"Nusra Front", "SY", "nusra"},
      {"Islamic State", "IQ", "islamic_state"},
      {"the United Nations", "SY", ""},
      {"two gunmen", "SY", ""},
      {"Syria", "SY", ""},
      {"SANA", "SY", ""},
      {"", "SY", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(actor_side(c.name, {c.country, "Syria", make_date(2016, 12, 13)},
                     lexicon().attribution) == c.expected);
  }
}
