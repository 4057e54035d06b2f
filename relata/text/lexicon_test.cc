// SPDX-License-Identifier: Apache-2.0
#include "relata/text/lexicon.h"

#include <array>

#include "doctest/doctest.h"

namespace relata {
namespace {

// A document of one sentence whose tokens are parted by spaces; '_' stands for a place where tokens touch.
Document document_of(std::string& text, std::string_view words) {
  Document document;
  const auto here = [&] { return static_cast<std::uint32_t>(text.size()); };
  const auto open = [&] {
    document.tokens.emplace_back();
    document.tokens.back().span.begin = here();
  };
  open();
  for (const char c : words) {
    if (c == ' ' || c == '_') {
      document.tokens.back().span.end = here();
      if (c == ' ') text += ' ';
      open();
    } else {
      text += c;
    }
  }
  document.tokens.back().span.end = here();
  document.text = text;
  return document;
}

const Lexicon& lexicon() {
  static const auto files = real_files();
  static const auto loaded = Lexicon::load(DataFolder{files.get(), RELATA_SOURCE_DIR});
  REQUIRE_MESSAGE(loaded, loaded.error().message);
  return *loaded;
}

TEST_CASE("a phrase is found whatever its tokens, case, accents, hyphens and lost apostrophes") {
  PhraseMatcher matcher;
  matcher.add("al-Nusra Front", 1);
  matcher.add("Nusra", 2);
  matcher.add("barrel bomb", 3);
  matcher.add("Syria's army", 4);
  matcher.add("IS", 5);
  matcher.add("US", 6);
  matcher.add("Da'esh", 7);
  matcher.add("militiaman", 8);
  matcher.add("Médecins Sans Frontières", 9);
  struct Case {
    std::string_view words;
    TokenIndex first, last;
    std::uint32_t value;
  };
  constexpr std::array kCases = {
      Case{"the al-Nusra Front took it", 1, 3, 1},
      Case{"the al_-_Nusra Front took it", 1, 5, 1},
      Case{"an-Nusra front", 0, 2, 1},
      Case{"AL NUSRA FRONTS take over", 0, 3, 1},
      Case{"members of Nusra fled", 2, 3, 2},
      Case{"two barrel bombs fell", 1, 3, 3},
      Case{"Syria_'s army said", 0, 3, 4},
      Case{"Syrias army said", 0, 2, 4},
      Case{"Syria_’s army said", 0, 3, 4},
      Case{"IS fighters", 0, 1, 5},
      Case{"the U.S. said", 1, 2, 6},
      Case{"Da’esh fled", 0, 1, 7},
      Case{"Daesh fled", 0, 1, 7},
      Case{"six militiamen", 1, 2, 8},
      Case{"Medecins sans frontieres", 0, 3, 9},
  };
  for (const auto& [words, first, last, value] : kCases) {
    const auto shown_words = words;  // a lambda of doctest may not hold a structured binding
    CAPTURE(shown_words);
    std::string text;
    const Document document = document_of(text, words);
    const auto match = matcher.longest(FoldedWords(document), first);
    REQUIRE(match);
    CHECK(match->last == last);
    CHECK(match->value == value);
  }
  for (const auto& [words, at] : {std::pair<std::string_view, TokenIndex>{"he is here", 1},
                                  {"told us all", 1},
                                  {"a front line", 1},
                                  {"Syrian army", 0}}) {
    const auto shown_words = words;  // a lambda of doctest may not hold a structured binding
    CAPTURE(shown_words);
    std::string text;
    const Document document = document_of(text, words);
    CHECK(!matcher.longest(FoldedWords(document), at));
  }
}

TEST_CASE("the tables name the bodies of these wars under all their names") {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kNames = {{
      {"ISIL", "Islamic State"},
      {"Daesh", "Islamic State"},
      {"Jabhat al-Nusra", "Nusra Front"},
      {"YPG", "People's Protection Units"},
      {"SOHR", "Syrian Observatory for Human Rights"},
      {"Syria Civil Defence", "White Helmets"},
      {"Syrian Civil Defense", "White Helmets"},
      {"RSF", "Rapid Support Forces"},
      {"Ansar Allah", "Houthis"},
      {"U.N.", "United Nations"},
      {"MSF", "Médecins Sans Frontières"},
      {"Tatmadaw", "Myanmar military"},
  }};
  for (const auto& [alias, name] : kNames) {
    const auto shown_alias = alias;  // a lambda of doctest may not hold a structured binding
    CAPTURE(shown_alias);
    const auto found = lexicon().actors.find(alias);
    REQUIRE(found);
    CHECK(lexicon().actor[*found].name == name);
  }
}

TEST_CASE("sides change with the day") {
  const Actor& rsf = lexicon().actor[*lexicon().actors.find("RSF")];
  CHECK(rsf.side(make_date(2022, 1, 1), "SD") == "government");
  CHECK(rsf.side(make_date(2023, 6, 1), "SD") == "opposition");
  const Actor& hts = lexicon().actor[*lexicon().actors.find("HTS")];
  CHECK(hts.side(make_date(2020, 1, 1), "SY") == "opposition");
  CHECK(hts.side(make_date(2025, 1, 1), "SY") == "government");
}

TEST_CASE("nations are known by name, people and seat of government") {
  const auto code = [](std::string_view word) {
    const auto found = lexicon().nations.find(word);
    return found ? lexicon().nation[lexicon().nation_word[*found].nation].code : std::string("?");
  };
  CHECK(code("Syrian") == "SY");
  CHECK(code("Iraqis") == "IQ");
  CHECK(code("Ankara") == "TR");
  CHECK(code("U.S.") == "US");
  CHECK(code("Nigerien") == "NE");
  CHECK(code("Kurdish").empty());
  CHECK(lexicon().country("UA")->name == "Ukraine");
}

TEST_CASE("people and things have their class") {
  const auto group = [](std::string_view words) {
    const auto found = lexicon().groups.find(words);
    return found ? lexicon().group[*found].victim_class : std::string("?");
  };
  CHECK(group("civilians") == "civilians");
  CHECK(group("pregnant women") == "women");
  CHECK(group("gunmen") == "combatants");
  CHECK(group("aid workers") == "aid_workers");
  CHECK(lexicon().weapon[*lexicon().weapons.find("barrel bombs")].weapon_class == "airstrike");
  CHECK(lexicon().facility[*lexicon().facilities.find("field hospitals")].is_protected);
  CHECK(lexicon().role[*lexicon().roles.find("spokeswoman")].gender == Gender::female);
  CHECK(lexicon().role[*lexicon().roles.find("monitoring group")].body);
}

}  // namespace
}  // namespace relata
