// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/accused.h"

#include <doctest/doctest.h>

#include "tests/document_builder.h"

using namespace relata;

namespace {

Claim claim(const BuiltDocument& built, EventType type, const std::string& words) {
  Claim claim;
  claim.type = type;
  claim.trigger = built.span(words);
  return claim;
}

}  // namespace

TEST_CASE("the accused did what the accusation is about, in its own sentence") {
  const BuiltDocument built(
      "Rebels rebel NOUN 2 nsubj\naccused accuse VERB 0 root\ntroops troop NOUN 2 obj\nof of SCONJ "
      "5 mark\nshelling shell VERB 2 advcl\nSarmin Sarmin PROPN 5 obj\n\n"
      "They they PRON 2 nsubj\nretreated retreat VERB 0 root\n");
  Claim accusation = claim(built, EventType::accusation, "accused");
  accusation.by = {{built.span("Rebels"), "rebels", 0, {}}};
  accusation.to = {{built.span("troops"), "army", 2, VictimClass::combatants}};
  Claim shelling = claim(built, EventType::shelling, "shelling");
  shelling.by = accusation.by;
  Claim retreat = claim(built, EventType::withdrawal, "retreated");
  retreat.by = {{built.span("They"), "rebels", 6, {}}};
  std::vector<Claim> claims{accusation, shelling, retreat};
  let_the_accused_be_doers(built.document, claims);
  REQUIRE(claims[1].by.size() == 1);
  CHECK(claims[1].by[0].name == "army");
  CHECK(!claims[1].by[0].victim_class);
  CHECK(claims[2].by[0].name == "rebels");
  CHECK(claims[0].by[0].name == "rebels");
}
