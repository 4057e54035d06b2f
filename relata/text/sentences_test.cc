// SPDX-License-Identifier: Apache-2.0
#include "relata/text/sentences.h"

#include "doctest/doctest.h"
#include "relata/text/paragraphs.h"

namespace relata {
namespace {

TokenRules shipped_rules() {
  const auto files = real_files();
  auto rules = TokenRules::load(DataFolder{files.get(), RELATA_SOURCE_DIR});
  REQUIRE(rules);
  return std::move(rules).value();
}

std::string joined(std::string_view text, const std::vector<Span>& spans) {
  std::string result;
  for (const Span span : spans) {
    if (!result.empty()) result += '|';
    result += words_of(text, span);
  }
  return result;
}

TEST_CASE("sentences end where a reader ends them") {
  const TokenRules rules = shipped_rules();
  const std::string_view cases[] = {
      "Troops took the town.|Residents fled.",
      "Lt. Gen. Abed met Mr. Halabi on Sept. 5 in St. Louis.|He left.",
      "The U.S. army and the U.S. President agreed.",
      "He lives in the U.S.|The rebels left.",
      "“They came.|They burnt it.”|Nobody knows why.",
      "“They came.|They burnt it,” she said.",
      "\"It is over.\"|The army left.",
      "Is it over?|Yes!|No one knows.",
      "It was hit by rebels.|The army fell back.",
      "See www.Example.Com for more.",
      "They paid 3.5 million.|5 people died.",
      "“Where are they?” he asked.",
      "J. Smith of Acme Inc. said so.",
      "He said no.|Nobody left.",
      "It fell... and rose.",
      "It fell...|They left.",
      "(They left.)|Others came.",
      "قالوا ذلك؟|نعم",
  };
  for (const std::string_view expected : cases) {
    std::string text(expected);
    for (char& c : text) {
      if (c == '|') c = ' ';
    }
    if (expected.find("rebels.|The army fell") != std::string_view::npos)
      text.erase(text.find("rebels. ") + 7, 1);
    std::vector<Span> sentences;
    find_sentences(text, {0, static_cast<std::uint32_t>(text.size())}, rules, sentences);
    CHECK(joined(text, sentences) == expected);
  }
}

TEST_CASE("paragraphs end at blank lines and line ends, but not inside wrapped text") {
  const std::string_view wrapped =
      "Residents of the eastern districts said on Tuesday that shelling had\n"
      "gone on through the night and that the roads to the west were closed\n"
      "Aleppo's last hospital was hit, they said, and nobody could be moved.\n"
      "It ended at dawn.";
  CHECK(find_paragraphs(wrapped, {}).size() == 1);
  const std::string_view lines =
      "Army Takes Town\n\n15-11-2014\nTroops entered the town on Monday, residents said.\r\nNobody "
      "was hurt.";
  CHECK(joined(lines, find_paragraphs(lines, {})) ==
        "Army Takes Town|15-11-2014|Troops entered the town on Monday, residents said.|Nobody was "
        "hurt.");
  const std::string_view goes_on =
      "Troops entered the town on Monday, a resident\nof the town said.";
  CHECK(find_paragraphs(goes_on, {}).size() == 1);
}

TEST_CASE("what stands apart is a paragraph of its own") {
  const std::string_view text = "Sun 10 Jul 2016 Rebels left the town.";
  const Span dateline{0, 15};
  CHECK(joined(text, find_paragraphs(text, {&dateline, 1})) ==
        "Sun 10 Jul 2016|Rebels left the town.");
  CHECK(find_paragraphs("", {}).empty());
  CHECK(find_paragraphs(" \n\t\n", {}).empty());
}

}  // namespace
}  // namespace relata
