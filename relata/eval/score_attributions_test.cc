// SPDX-License-Identifier: Apache-2.0
#include "relata/eval/score_attributions.h"

#include <doctest/doctest.h>

using namespace relata;

namespace {

//                                     0         1         2         3         4
//                                     0123456789012345678901234567890123456789012345
constexpr std::string_view kText = "Élodie Marsh said the bridge fell. He denied it";
constexpr std::string_view kBrat =
    "T1\tSource 0 12\tÉlodie Marsh\n"
    "T2\tCue 13 17\tsaid\n"
    "T3\tContent 18 28;29 33\tthe bridge fell\n"
    "T4\tAttribution 13 17\tsaid\n"
    "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
    "T5\tCue 38 44\tdenied\n"
    "E2\tAttribution:T4 Cue:T5\n"
    "#1\tAnnotatorNotes T1\tnothing\n";

double value(const std::vector<FileAttribution>& system, std::string_view measure) {
  const std::map<std::string, AttributedText> texts = {
      {"t", {std::string(kText), parse_brat(kBrat), system}}};
  for (const Score& score : score_attributions(texts, {"said"}).scores(0)) {
    if (score.name == measure) return score.value;
  }
  return -1;
}

}  // namespace

TEST_CASE("brat events with a cue and a content are read, in pieces too") {
  const auto gold = parse_brat(kBrat);
  REQUIRE(gold.size() == 1);
  REQUIRE(gold[0].content.size() == 2);
  CHECK(gold[0].content[1].begin == 29);
  CHECK(gold[0].source[0].end == 12);
}

TEST_CASE("words decide, not the exact ends of spans") {
  struct {
    const char* name;
    FileAttribution system;
    const char* measure;
    double expected;
  } const cases[] = {
      {"the same words", {{{0, 12}}, {{13, 17}}, {{18, 34}}}, "content", 1.0},
      {"half of the content", {{{7, 12}}, {{13, 17}}, {{18, 25}}}, "usable", 1.0},
      {"less than half", {{{0, 12}}, {{13, 17}}, {{18, 21}}}, "usable", 0.0},
      {"another source", {{{35, 37}}, {{13, 17}}, {{18, 33}}}, "usable", 0.0},
      {"no source", {{}, {{13, 17}}, {{18, 33}}}, "usable", 0.0},
      {"another cue", {{{0, 12}}, {{38, 44}}, {{18, 33}}}, "detect", 0.0},
      {"a verb of reporting", {{{0, 12}}, {{13, 17}}, {{18, 33}}}, "reporting detect", 1.0},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(value({c.system}, c.measure) == c.expected);
  }
}
