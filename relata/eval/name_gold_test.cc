// SPDX-License-Identifier: Apache-2.0
#include "relata/eval/name_gold.h"

#include <doctest/doctest.h>

using namespace relata;

namespace {

constexpr const char* kColumns =
    "Lina\tB-PER\nMarrowfield\tI-PER\nof\tO\nthe\tI-ORG\nOrchard\tI-ORG\nBrigade\tI-"
    "ORG\nleft\tO\nAleppo\tB-LOC\nHoms\tB-LOC\n\n"
    "He\tO\nwatched\tO\nCasablanca\tB-MISC\n";

}  // namespace

TEST_CASE("names are read from columns, BIO or IO, and other kinds are left out") {
  const auto texts = parse_name_gold(kColumns);
  REQUIRE(texts);
  REQUIRE(texts->size() == 1);
  const NameGold& gold = texts->front();
  CHECK(gold.text ==
        "Lina Marrowfield of the Orchard Brigade left Aleppo Homs\nHe watched Casablanca");
  REQUIRE(gold.names.size() == 4);
  CHECK(words_of(gold.text, gold.names[0].span) == "Lina Marrowfield");
  CHECK(gold.names[1].kind == ScoredName::organisation);
  CHECK(words_of(gold.text, gold.names[3].span) == "Homs");
  CHECK(!parse_name_gold("Lina\n"));
}

TEST_CASE("a name is right if words and kind are the same, articles aside") {
  const auto texts = parse_name_gold(kColumns);
  const NameGold& gold = texts->front();
  std::vector<Tally> tally(4);
  score_names(gold,
              {{{0, 16}, ScoredName::person},
               {{24, 39}, ScoredName::organisation},
               {{45, 51}, ScoredName::person},
               {{52, 56}, ScoredName::place}},
              tally);
  CHECK(tally[0].hit == 3);
  CHECK(tally[0].system == 4);
  CHECK(tally[0].gold == 4);
  CHECK(tally[1].hit == 1);
  CHECK(tally[1].system == 2);
  CHECK(tally[3].gold == 2);
}
