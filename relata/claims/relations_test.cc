// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/relations.h"

#include <doctest/doctest.h>

#include "tests/document_builder.h"

using namespace relata;

namespace {

const RelationSigns& signs() {
  static const RelationSigns loaded = [] {
    const auto files = real_files();
    auto result = RelationSigns::load(DataFolder{files.get(), RELATA_SOURCE_DIR});
    REQUIRE(result);
    return std::move(*result);
  }();
  return loaded;
}

Claim claim(const BuiltDocument& built, std::uint32_t id, EventType type, const std::string& words,
            std::optional<std::uint32_t> voice) {
  Claim claim;
  claim.id = id;
  claim.type = type;
  claim.trigger = built.span(words);
  claim.evidence = claim.trigger;
  if (voice) claim.chains = {{Link{*voice, claim.trigger}}};
  return claim;
}

Count killed(double number) {
  Count count;
  count.of = CountOf::killed;
  count.who = "people";
  count.low = count.high = number;
  return count;
}

bool has(const std::vector<Relation>& relations, RelationKind kind) {
  return std::any_of(relations.begin(), relations.end(),
                     [kind](const Relation& relation) { return relation.kind == kind; });
}

// "A blast killed people . The blast killed eight ." by two voices.
const std::string kTwoBlasts =
    "A a DET 2 det\nblast blast NOUN 3 nsubj\nkilled kill VERB 0 root\npeople people NOUN 3 obj\n\n"
    "The the DET 2 det\nexplosion explosion NOUN 3 nsubj\nhurt hurt VERB 0 root\neight eight NUM 3 "
    "obj\n\n";

}  // namespace

TEST_CASE("equal tolls tie two claims, and unequal tolls of two voices contradict") {
  const BuiltDocument built(kTwoBlasts);
  for (const double second : {12.0, 8.0}) {
    CAPTURE(second);
    std::vector<Claim> claims{claim(built, 1, EventType::bombing, "blast", 0),
                              claim(built, 2, EventType::bombing, "explosion", 1)};
    claims[0].counts = {killed(12)};
    claims[1].counts = {killed(second)};
    const auto relations = relations_between(built.document, Telling{}, signs(), {}, claims);
    CHECK(has(relations, RelationKind::same_event));
    CHECK(has(relations, RelationKind::contradicts) == (second != 12.0));
  }
}

TEST_CASE("one voice that corrects its toll does not contradict itself") {
  const BuiltDocument built(kTwoBlasts);
  std::vector<Claim> claims{claim(built, 1, EventType::bombing, "blast", 0),
                            claim(built, 2, EventType::bombing, "explosion", 0)};
  claims[0].counts = {killed(12)};
  claims[1].counts = {killed(8)};
  const auto relations = relations_between(built.document, Telling{}, signs(), {}, claims);
  CHECK_FALSE(has(relations, RelationKind::contradicts));
}

TEST_CASE("what somebody cannot verify becomes a doubt about what was told") {
  const BuiltDocument built(
      "Shells shell NOUN 2 nsubj\nfell fall VERB 0 root\n\nIt it PRON 5 nsubj\ncould could AUX 5 "
      "aux\nnot not PART 5 advmod\nbe be AUX 5 aux:pass\nverified verify VERB 0 root\n\n");
  std::vector<Claim> claims{claim(built, 0, EventType::shelling, "Shells", 3)};
  const auto accounts = add_unverified_accounts(built.document, Telling{}, signs().words, claims);
  REQUIRE(claims.size() == 2);
  CHECK(claims[1].type == EventType::shelling);
  CHECK(claims[1].status == Status::doubted);
  CHECK(claims[1].trigger == built.span("verified"));
  REQUIRE(accounts.size() == 1);
  CHECK(accounts[0].told == built.span("Shells"));
}

TEST_CASE("a refusal to confirm and a finding that is verified are no doubts") {
  for (const char* sentence :
       {"The the DET 2 det\narmy army NOUN 4 nsubj\nhas have AUX 4 aux\nverified verify VERB 0 "
        "root\n\n",
        "He he PRON 3 nsubj\ndid do AUX 3 aux\nconfirm confirm VERB 0 root\n\n"}) {
    const BuiltDocument built(std::string("Shells shell NOUN 2 nsubj\nfell fall VERB 0 root\n\n") +
                              sentence);
    std::vector<Claim> claims{claim(built, 0, EventType::shelling, "Shells", 3)};
    CHECK(add_unverified_accounts(built.document, Telling{}, signs().words, claims).empty());
    CHECK(claims.size() == 1);
  }
}

TEST_CASE("a table of signs that lacks one, or names a strange one, is refused") {
  for (const char* rows : {"any\t-1\n", "sunshine\t1\n", "any\tmuch\n"}) {
    const auto files = files_in_memory(
        {{"root/data/same_event.tsv", std::string("# a test\nsign\tweight\n") + rows}});
    CHECK_FALSE(SameEventWeights::load(DataFolder{files.get(), "root"}));
  }
}
