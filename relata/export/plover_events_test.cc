// SPDX-License-Identifier: Apache-2.0
#include "relata/export/plover_events.h"

#include <doctest/doctest.h>

#include "tests/document_builder.h"

using namespace relata;

namespace {

const PloverTypes& types() {
  static const auto kFiles = real_files();
  static const auto kTypes = PloverTypes::load(DataFolder{kFiles.get(), RELATA_SOURCE_DIR});
  REQUIRE_MESSAGE(kTypes, (kTypes ? "" : kTypes.error().message));
  return *kTypes;
}

void name(BuiltDocument& built, TokenIndex token, NameKind kind) {
  Mention mention;
  mention.span = built.document.tokens[token].span;
  mention.first = mention.head = token;
  mention.last = token + 1;
  mention.kind = kind;
  built.document.mentions.push_back(mention);
}

// "CATEGORY: source > target".
std::string coded(const BuiltDocument& built, const Reading& reading = {}) {
  const auto event = plover_event(types(), built.document, reading);
  if (!event) return "nothing";
  std::string line = event->category + ":";
  for (const Span span : event->source) line += " " + std::string(built.document.words(span));
  line += " >";
  for (const Span span : event->target) line += " " + std::string(built.document.words(span));
  return line;
}

}  // namespace

TEST_CASE("the subject of the words is the source, whoever is named after them the target") {
  BuiltDocument urged(
      "Kalan Kalan PROPN 2 nsubj\nurged urge VERB 0 root\nMaren Maren PROPN 2 obj\n"
      "to to PART 5 mark\nleave leave VERB 2 xcomp\n");
  name(urged, 0, NameKind::place);
  name(urged, 2, NameKind::place);
  CHECK(coded(urged) == "REQUEST: Kalan > Maren");

  BuiltDocument accused(
      "Maren Maren PROPN 3 nsubj:pass\nwas be AUX 3 aux:pass\naccused accuse VERB 0 root\n"
      "by by ADP 5 case\nKalan Kalan PROPN 3 obl:agent\n");
  name(accused, 0, NameKind::place);
  name(accused, 4, NameKind::place);
  CHECK(coded(accused) == "ACCUSE: Kalan > Maren");
}

TEST_CASE("what the subject of another's words must do, that other asks of it") {
  BuiltDocument must(
      "Kalan Kalan PROPN 2 nsubj\nsaid say VERB 0 root\nMaren Maren PROPN 5 nsubj\n"
      "must must AUX 5 aux\nwithdraw withdraw VERB 2 ccomp\n");
  name(must, 0, NameKind::place);
  name(must, 2, NameKind::place);
  CHECK(coded(must) == "REQUEST: Kalan > Maren");
}

TEST_CASE("what one will do is an agreement, a threat or a refusal, by what it is") {
  const auto will = [](const std::string& verb, const std::string& between = "") {
    const std::string head = between.empty() ? "3" : "4";
    BuiltDocument built("Kalan Kalan PROPN " + head + " nsubj\nwill will AUX " + head + " aux\n" +
                        between + verb + " " + verb + " VERB 0 root\nMaren Maren PROPN " + head +
                        " obj\n");
    return coded(built).substr(0, 6);
  };
  CHECK(will("visit") == "AGREE:");
  CHECK(will("attack").substr(0, 6) == "THREAT");
  CHECK(will("visit", "not not PART 4 advmod\n") == "REJECT");
}

TEST_CASE("a claim gives its category and its actors, but not if it is denied") {
  BuiltDocument only("Troops troop NOUN 2 nsubj\nsang sing VERB 0 root\nKalan Kalan PROPN 2 obj\n");
  Reading one;
  Claim claim;
  claim.type = EventType::displacement;
  claim.trigger = only.span("sang");
  claim.by = {{only.span("Troops"), "Troops", 0, {}}};
  claim.to = {{only.span("Kalan"), "Kalan", 2, {}}};
  one.claims = {claim};
  CHECK(coded(only, one) == "COERCE: Troops > Kalan");
  one.claims.front().status = Status::denied;
  CHECK(coded(only, one) == "nothing");
}

TEST_CASE("a main clause outweighs the clauses that add to it") {
  BuiltDocument built(
      "Kalan Kalan PROPN 2 nsubj\npraised praise VERB 0 root\nMaren Maren PROPN 2 obj\n"
      "which which PRON 5 nsubj\naccused accuse VERB 3 acl:relcl\nOsten Osten PROPN 5 obj\n");
  CHECK(coded(built).substr(0, 7) == "SUPPORT");
}
