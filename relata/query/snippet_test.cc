// SPDX-License-Identifier: Apache-2.0
#include "relata/query/snippet.h"

#include <doctest/doctest.h>

#include "relata/base/utf8.h"

namespace relata {
namespace {

SoughtWords sought(std::string_view typed, bool exact = false) {
  const auto term = sought_term(typed, exact, false);
  REQUIRE(term);
  return {{.any = {*term}, .absent = false}};
}

TEST_CASE("a snippet shows the exact words between whole words of the text") {
  std::string text = "It began early.";
  for (int i = 0; i < 40; ++i) text += " word" + std::to_string(i);
  text += " when Barrel  bombs fell on the market";
  for (int i = 0; i < 40; ++i) text += " more" + std::to_string(i);
  const auto snippets = snippets_of(sought("barrel bombs", true), text);
  REQUIRE(snippets.size() == 1);
  CHECK(words_of(text, snippets[0].matches[0]) == "Barrel  bombs");
  CHECK(snippets[0].span.size() < 260);
  const std::string line = shown_snippet(snippets[0], text, "«", "»");
  CHECK(line.find(" when «Barrel bombs» fell on the market ") != std::string::npos);
  CHECK(line.starts_with("… word"));
  CHECK(line.ends_with(" …"));
}

TEST_CASE(
    "snippets lie on letters in any script, close matches share one, far ones have their own") {
  std::string text = "الفردوس";
  for (int i = 0; i < 200; ++i) text += "空袭";
  text += " Fardous, Fardous";
  const auto snippets = snippets_of(sought("Firdaws"), text);
  REQUIRE(snippets.size() == 2);
  CHECK(snippets[0].matches.size() == 1);
  CHECK(snippets[1].matches.size() == 2);
  for (const Snippet& snippet : snippets) {
    CHECK(on_boundary(text, snippet.span.begin));
    CHECK(on_boundary(text, snippet.span.end));
    for (const Span match : snippet.matches) CHECK(snippet.span.contains(match));
  }
  CHECK(snippets_of(sought("Aleppo"), text).empty());
  CHECK(snippets_of({}, text).empty());
}

}  // namespace
}  // namespace relata
