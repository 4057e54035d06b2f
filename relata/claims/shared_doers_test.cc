// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/shared_doers.h"

#include <doctest/doctest.h>

#include "tests/document_builder.h"

using namespace relata;

TEST_CASE("damage has the doer of the attack before it, an attack with its own doer keeps it") {
  const BuiltDocument built(
      "Rebels rebel NOUN 2 nsubj\nshelled shell VERB 0 root\nhomes home NOUN 2 obj\n\n"
      "Damage damage NOUN 2 nsubj\nspread spread VERB 0 root\n\n");
  const auto files = real_files();
  const auto words = RelationWords::load(DataFolder{files.get(), RELATA_SOURCE_DIR});
  REQUIRE(words);
  std::vector<Claim> claims(2);
  claims[0].type = EventType::shelling;
  claims[0].trigger = built.span("shelled");
  claims[0].by = {Participant{built.span("Rebels"), "Rebels", 0, std::nullopt}};
  claims[1].type = EventType::destruction;
  claims[1].trigger = built.span("Damage");
  share_doers(built.document, *words, claims);
  REQUIRE(claims[1].by.size() == 1);
  CHECK(claims[1].by[0].name == "Rebels");

  claims[1].type = EventType::displacement;
  claims[1].by.clear();
  share_doers(built.document, *words, claims);
  CHECK(claims[1].by.empty());
}
