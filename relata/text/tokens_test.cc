// SPDX-License-Identifier: Apache-2.0
#include "relata/text/tokens.h"

#include "doctest/doctest.h"
#include "relata/base/utf8.h"

namespace relata {
namespace {

TokenRules shipped_rules() {
  const auto files = real_files();
  auto rules = TokenRules::load(DataFolder{files.get(), RELATA_SOURCE_DIR});
  REQUIRE(rules);
  return std::move(rules).value();
}

std::string tokens_of(std::string_view sentence, const TokenRules& rules) {
  std::vector<Span> tokens;
  tokenize(sentence, {0, static_cast<std::uint32_t>(sentence.size())}, rules, tokens);
  std::string joined;
  for (const Span token : tokens) {
    if (!joined.empty()) joined += '|';
    joined += words_of(sentence, token);
  }
  return joined;
}

TEST_CASE("tokens are cut in the way of UD English") {
  const TokenRules rules = shipped_rules();
  const struct {
    std::string_view sentence;
    std::string_view tokens;
  } cases[] = {
      {"Rebels left Aleppo.", "Rebels|left|Aleppo|."},
      {"They didn't know; he can’t say.", "They|did|n't|know|;|he|ca|n’t|say|."},
      {"They dont know and cannot say.", "They|do|nt|know|and|can|not|say|."},
      {"Syria's army, the YPG’s fighters and the rebels' posts",
       "Syria|'s|army|,|the|YPG|’s|fighters|and|the|rebels|'|posts"},
      {"The Iran-backed group in Deir al-Zor", "The|Iran|-|backed|group|in|Deir|al|-|Zor"},
      {"anti-government e-mail", "anti-government|e-mail"},
      {"the U.S.-led coalition", "the|U.S.|-|led|coalition"},
      {"Lt. Gen. Abed of the U.S. army", "Lt.|Gen.|Abed|of|the|U.S.|army"},
      {"an F-16 and a T-72 tank", "an|F-16|and|a|T-72|tank"},
      {"20-30 people on 15-11-2014 at 12:30", "20|-|30|people|on|15-11-2014|at|12:30"},
      {"1,200 people, 3.5 km, 10km and 40% of $100",
       "1,200|people|,|3.5|km|,|10|km|and|40|%|of|$|100"},
      {"“It fell,” he said…", "“|It|fell|,|”|he|said|…"},
      {"killed...and wounded -- both", "killed|...|and|wounded|--|both"},
      {"see https://example.org/a-b?c=1, or mail a.b@example.org.",
       "see|https://example.org/a-b?c=1|,|or|mail|a.b@example.org|."},
      {"the army,which said(again)", "the|army|,|which|said|(|again|)"},
      {"قال المرصد، أمس", "قال|المرصد|،|أمس"},
      {"zero\u200bwidth and\u00a0hard space", "zero|width|and|hard|space"},
      {"he said no.", "he|said|no|."},
      {"", ""},
      {"...", "..."},
  };
  for (const auto& [sentence, tokens] : cases) CHECK(tokens_of(sentence, rules) == tokens);
}

TEST_CASE("every letter and mark is in exactly one token, in order, on character boundaries") {
  const TokenRules rules = shipped_rules();
  const std::string_view text =
      "«Нет», said 3x--the ‘army’ (U.N.)\t“é”'s don''t '' - … https:// @ 🙂🙂 a.b.c. ' "
      "'s";
  std::vector<Span> tokens;
  tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, rules, tokens);
  std::string kept;
  std::uint32_t at = 0;
  for (const Span token : tokens) {
    CHECK(token.begin >= at);
    CHECK(token.begin < token.end);
    CHECK(on_boundary(text, token.begin));
    CHECK(on_boundary(text, token.end));
    at = token.end;
    kept += words_of(text, token);
  }
  std::string expected;
  for (const char c : text) {
    if (c != ' ' && c != '\t') expected += c;
  }
  CHECK(kept == expected);
}

TEST_CASE("a line of a million marks is cut in linear time") {
  const TokenRules rules = shipped_rules();
  for (const std::string_view part : {"-", "'", ".", "a.", "a-", "1,", "(", "@"}) {
    std::string line;
    while (line.size() < 1'000'000) line += part;
    std::vector<Span> tokens;
    tokenize(line, {0, static_cast<std::uint32_t>(line.size())}, rules, tokens);
    CHECK_FALSE(tokens.empty());
  }
}

}  // namespace
}  // namespace relata
