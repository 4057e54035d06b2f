// SPDX-License-Identifier: Apache-2.0
#include "relata/eval/plover_gold.h"

#include <doctest/doctest.h>

using namespace relata;

namespace {

constexpr std::string_view kRecords = R"([
  {"event": "DOCUMENT", "eventText": "what this file is"},
  {"event": "DEMAND", "text": "Kalan urged Maren to leave.",
   "source": [{"actorText": "Kalan", "code": "KAL"}], "target": [{"actorText": "the Maren army"}]},
  {"event": "RETREAT", "text": "Kalan urged Maren to leave.",
   "source": [{"actorText": "Maren"}], "target": "none"},
  {"event": "PROTEST", "text": "Crowds marched.", "source": [{"code": "CVL"}]}
])";

std::map<std::string, double> scored(const std::vector<CodedEvent>& given) {
  const auto gold = parse_plover_gold(kRecords, {{"DEMAND", "REQUEST"}});
  REQUIRE(gold);
  Scoreboard board = plover_board(*gold);
  score_plover(gold->front(), given, board);
  std::map<std::string, double> values;
  for (const Score& score : board.scores(0)) values[score.name] = score.total.recall();
  return values;
}

}  // namespace

TEST_CASE("records of one sentence are joined, and old names of categories renamed") {
  const auto gold = parse_plover_gold(kRecords, {{"DEMAND", "REQUEST"}});
  REQUIRE(gold);
  REQUIRE(gold->size() == 2);
  REQUIRE(gold->front().events.size() == 2);
  CHECK(gold->front().events[0].category == "REQUEST");
  CHECK(gold->front().events[0].target == std::vector<std::string>{"the Maren army"});
  CHECK(gold->front().events[1].target.empty());
  CHECK(gold->back().events[0].source.empty());
  CHECK_FALSE(parse_plover_gold("{}", {}));
  CHECK_FALSE(parse_plover_gold("[1]", {}));
}

TEST_CASE("who and whom are right if they share a word with those of the record") {
  const auto right = scored({{"REQUEST", {"KALAN"}, {"army of Maren"}}});
  CHECK(right.at("category") == doctest::Approx(0.5));
  CHECK(right.at("who-whom") == doctest::Approx(0.5));
  CHECK(right.at("REQUEST") == doctest::Approx(1.0));
  CHECK(right.at("RETREAT") == doctest::Approx(0.0));
  CHECK(scored({{"REQUEST", {"Maren"}, {"Kalan"}}}).at("who-whom") == doctest::Approx(0.0));
  CHECK(scored({{"REQUEST", {"Kalan"}, {}}}).at("who-whom") == doctest::Approx(0.0));
  // No target is asked for where the record names none; the category must be right in any case.
  CHECK(scored({{"RETREAT", {"Maren"}, {"Osten"}}}).at("who-whom") == doctest::Approx(0.5));
  CHECK(scored({{"AID", {"Kalan"}, {"Maren"}}}).at("category") == doctest::Approx(0.0));
}
