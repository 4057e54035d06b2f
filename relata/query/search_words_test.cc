// SPDX-License-Identifier: Apache-2.0
#include "relata/query/search_words.h"

#include <doctest/doctest.h>

#include "relata/query/sought_words.h"

namespace relata {
namespace {

bool finds(std::string_view typed, std::string_view text, bool exact = false) {
  const auto term = sought_term(typed, exact, false);
  REQUIRE(term);
  const SoughtClause clause{.any = {*term}};
  const IndexedWords indexed = indexed_words(text);
  const bool held = holds(clause, indexed.words, indexed.sounds);
  // What is found by the index must be found again in the text, and the other way round for single words.
  if (term->words.size() == 1) CHECK(held == !matches_of({clause}, text).empty());
  return held;
}

TEST_CASE("words are folded in any script") {
  const struct {
    const char* text;
    const char* words;
  } cases[] = {
      {"The army's Sha'ar field, 27 killed.", "the army s shaar field 27 killed"},
      {"Ṣalāḥ ad-Dīn", "salah ad din"},
      {"والفردوس بالقنابل", "فردوس قنابل"},
      {"شُهَداء إدلب", "شهدا ادلب"},
      {"مدرسة على ٢٠١٦", "مدرسه علي 2016"},
      {"الحـــرب", "حرب"},
      {"空袭 阿勒颇", "空 袭 阿 勒 颇"},
      {"Харків: обстріл", "харків обстріл"},
      {"", ""},
      {"-- ''' ...", ""},
  };
  for (const auto& expected : cases)
    CHECK_MESSAGE(indexed_words(expected.text).words == expected.words, expected.text);
}

TEST_CASE("spellings of a name find one another across scripts") {
  for (const char* text : {"shelling of Fardous", "in al-Firdaws today", "قصف حي الفردوس",
                           "the Ferdous quarter", "والفردوس"}) {
    for (const char* typed : {"Fardous", "al-Firdaws", "الفردوس"})
      CHECK_MESSAGE(finds(typed, text), (std::string(typed) + " in " + text));
  }
  CHECK(finds("Salaheddin", "in Salah al-Din"));
  CHECK(finds("Salah al-Din", "in Salaheddin"));
  CHECK(finds("Salaheddin", "في صلاح الدين"));
  CHECK(finds("Douma", "في دوما"));
  CHECK(finds("دوما", "in Douma"));
}

TEST_CASE("loose is for names, not for words in quotes or of everyday") {
  CHECK_FALSE(finds("Fardous", "in al-Firdaws", true));
  CHECK_FALSE(finds("fardous", "in al-Firdaws"));
  CHECK_FALSE(finds("Hama", "in Homs"));
  CHECK_FALSE(finds("Hama", "by Ham"));  // two consonants say nothing within one script
  CHECK_FALSE(finds("Barrel", "the burial"));
}

TEST_CASE("terms of several words stand in a row, prefixes begin a word") {
  CHECK(finds("barrel bombs", "two Barrel  bombs fell"));
  CHECK(finds("barrel-bombs", "two barrel bombs fell"));
  CHECK_FALSE(finds("barrel bombs", "a barrel of bombs"));
  CHECK_FALSE(finds("bomb", "the bombing"));
  CHECK(finds("bomb*", "the bombing"));
  CHECK_FALSE(finds("omb*", "the bombing"));
  CHECK(finds("空袭", "昨天空袭了"));
  CHECK_FALSE(sought_term("ab*", false, false));
  CHECK_FALSE(sought_term("...", false, false));
}

TEST_CASE("matches have the exact words of the text") {
  const std::string text = "Raids on al-Firdaws; “Barrel bombs” on الفردوس.";
  const auto name = sought_term("Fardous", false, false);
  const auto weapon = sought_term("barrel bombs", true, false);
  REQUIRE(name);
  REQUIRE(weapon);
  std::vector<std::string_view> words;
  for (const Span span : matches_of({{.any = {*name}}, {.any = {*weapon}}}, text))
    words.push_back(words_of(text, span));
  CHECK(words == std::vector<std::string_view>{"Firdaws", "Barrel bombs", "الفردوس"});
}

}  // namespace
}  // namespace relata
