// SPDX-License-Identifier: Apache-2.0
#include "relata/export/acled_types.h"

#include <doctest/doctest.h>

#include "tests/plain_document.h"

using namespace relata;

namespace {

// The tables of the repository.
struct Shipped {
  std::unique_ptr<const Files> files = real_files();
  DataFolder folder{files.get(), RELATA_SOURCE_DIR};
  Result<AcledTypes> types = AcledTypes::load(folder);
  Result<SummaryLexicon> lexicon = SummaryLexicon::load(folder);
};

const Shipped& shipped() {
  static const Shipped kShipped;
  REQUIRE_MESSAGE(kShipped.types, (kShipped.types ? "" : kShipped.types.error().message));
  REQUIRE(kShipped.lexicon);
  return kShipped;
}

// A report whose claims the cases set, by the words that tell them.
struct Made {
  Report report;
  Document document;
  Reading reading;

  explicit Made(std::string text) {
    report.text = std::move(text);
    document = plain_document(report.text);
  }
  [[nodiscard]] Span span(std::string_view words) const {
    const auto at = static_cast<std::uint32_t>(report.text.find(words));
    return {at, at + static_cast<std::uint32_t>(words.size())};
  }
  Claim& claim(EventType type, std::string_view trigger) {
    Claim claim;
    claim.id = static_cast<std::uint32_t>(reading.claims.size() + 1);
    claim.type = type;
    claim.trigger = claim.evidence = span(trigger);
    reading.claims.push_back(claim);
    return reading.claims.back();
  }
  [[nodiscard]] AcledCoding coding() const {
    return {*shipped().types, report, document, reading, *shipped().lexicon};
  }
  [[nodiscard]] std::string leading() const {
    const AcledCoding coded = coding();
    const AcledType* type = coded.leading();
    return type == nullptr ? "nothing" : type->sub_event_type;
  }
};

}  // namespace

TEST_CASE("words around a claim tell the sub-event types apart that its type does not") {
  const struct {
    EventType type;
    std::string text, trigger, sub_event_type;
  } cases[] = {
      {EventType::gathering, "Teachers rallied outside the ministry", "rallied",
       "Peaceful protest"},
      {EventType::gathering, "Teachers rallied and police used water cannon on the protesters",
       "rallied", "Protest with intervention"},
      {EventType::gathering, "Protesters rallied and hurled petrol bombs at a bank", "rallied",
       "Violent demonstration"},
      {EventType::shooting, "Guards opened fire on protesters at the port", "opened fire",
       "Excessive force against protesters"},
      {EventType::killing, "A driver was killed by an angry mob", "killed", "Mob violence"},
      {EventType::attack, "A grenade was thrown in an attack on a shop", "attack", "Grenade"},
      {EventType::bombing, "A bomb exploded at a shop", "exploded",
       "Remote explosive/landmine/IED"},
      {EventType::attack, "An attack with mortars hit the town", "attack",
       "Shelling/artillery/missile attack"},
      {EventType::attack, "An attack hit the town", "attack", "Attack"},
      {EventType::capture, "They took the town without a fight", "took",
       "Non-violent transfer of territory"},
      {EventType::withdrawal, "They surrender today", "surrender", "Agreement"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.text);
    Made made(one.text);
    const Claim& claim = made.claim(one.type, one.trigger);
    const AcledCoding coding = made.coding();
    const AcledType* type = coding.of(claim);
    CHECK((type == nullptr ? std::string("nothing") : type->sub_event_type) == one.sub_event_type);
    CHECK(made.leading() == one.sub_event_type);
  }
}

TEST_CASE("who did it and to whom decides between battles and violence against civilians") {
  const auto coded = [](EventType type, const char* text, const char* trigger, const char* by,
                        const char* to) {
    Made made(text);
    Claim& claim = made.claim(type, trigger);
    if (*by != 0) claim.by.push_back({made.span(by), by, 0, {}});
    if (*to != 0) claim.to.push_back({made.span(to), to, 0, {}});
    return made.leading();
  };
  const char* took = "Soldiers took Kalan from rebels";
  CHECK(coded(EventType::capture, took, "took", "Soldiers", "") == "Government regains territory");
  CHECK(coded(EventType::capture, "Rebels took Kalan", "took", "Rebels", "") ==
        "Non-state actor overtakes territory");
  CHECK(coded(EventType::attack, "Gunmen attacked a checkpoint", "attacked", "Gunmen",
              "a checkpoint") == "Armed clash");
  CHECK(coded(EventType::attack, "Gunmen attacked a wedding", "attacked", "Gunmen", "a wedding") ==
        "Attack");
}

TEST_CASE("what ACLED does not record is said to be something else, claim or no claim") {
  Made quake("An earthquake killed 40 people");
  quake.claim(EventType::killing, "killed");
  CHECK(quake.leading() == "natural disaster");
  const AcledCoding coding = quake.coding();
  CHECK(coding.leading()->event_type.empty());
  CHECK(Made("Police found stolen phones of a smuggling gang").leading() == "crime");
  CHECK(Made("The library opens on Monday").leading() == "nothing");
}

TEST_CASE("a text is about what it says first, and about what happened rather than what may") {
  Made made("Shells fell on Kalan. Somebody was abducted. Planes may bomb it");
  made.claim(EventType::shelling, "fell");
  CHECK(made.leading() == "Shelling/artillery/missile attack");
  made.claim(EventType::airstrike, "bomb").status = Status::feared;
  CHECK(made.leading() == "Shelling/artillery/missile attack");
}
