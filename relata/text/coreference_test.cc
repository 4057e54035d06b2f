// SPDX-License-Identifier: Apache-2.0
#include "relata/text/coreference.h"

#include <algorithm>
#include <array>
#include <string>

#include "doctest/doctest.h"
#include "relata/text/analyse.h"
#include "relata/text/noun_phrases.h"

namespace relata {
namespace {

const TextModel& model() {
  static const auto files = real_files();
  static const auto loaded = TextModel::load(DataFolder{files.get(), RELATA_SOURCE_DIR});
  REQUIRE_MESSAGE(loaded, loaded.error().message);
  return *loaded;
}

// The token of the n-th place where the word stands; n from 1.
TokenIndex token_of(const Document& document, std::string_view word, int n) {
  for (TokenIndex token = 0; token < document.tokens.size(); ++token) {
    if (document.word(token) == word && --n == 0) return token;
  }
  FAIL("no such word: ", word);
  return 0;
}

// What the word there is said to mean.
std::string meant(const Document& document, std::string_view word, int n) {
  const auto entity = entity_of(document, token_of(document, word, n));
  return entity ? document.entities[*entity].name : std::string("nobody");
}

TEST_CASE("roles, short forms and pronouns lead to the name") {
  struct Case {
    std::string_view text, word;
    int n;
    std::string_view name;
  };
  constexpr std::string_view kHelmets =
      "The Syria Civil Defence said that five people died in Aleppo. \"Please help us,\" the group "
      "said on Tuesday.";
  constexpr std::string_view kMonitor =
      "A monitoring group said on Monday that shelling killed six people in Syria. The Syrian "
      "Observatory for Human Rights "
      "said two of them were children. The Observatory added that the shelling went on.";
  constexpr std::string_view kPerson =
      "Activist Omar Haddad told CNN that the bakery was hit. \"We saw it,\" he said. Haddad said "
      "that the wounded were "
      "taken to a clinic.";
  constexpr std::string_view kRegime =
      "Syrian rebels took the village near Hama in Syria. The regime sent troops to the area. The "
      "army shelled the village.";
  constexpr std::string_view kBrackets =
      "The Northern Relief Committee (NRC) works in Idlib. The NRC said that it had closed a "
      "clinic.";
  constexpr std::string_view kSource =
      "A military source told SANA that the road was open. The source added that the army held the "
      "hill.";
  constexpr std::string_view kWar =
      "In Sudan, the RSF attacked El Fasher. The paramilitary group denied the attack. The army "
      "said it held the town.";
  constexpr std::string_view kTitle =
      "Defence Minister Halim Aydin visited the front. The minister said that the offensive would "
      "go on.";
  constexpr std::string_view kRelative =
      "The White Helmets, who work in Idlib, said that six people were killed.";
  constexpr std::array kCases = {
      Case{kHelmets, "group", 1, "White Helmets"},
      Case{kMonitor, "group", 1, "Syrian Observatory for Human Rights"},
      Case{kMonitor, "Observatory", 2, "Syrian Observatory for Human Rights"},
      Case{kPerson, "he", 1, "Omar Haddad"},
      Case{kPerson, "Activist", 1, "Omar Haddad"},
      Case{kPerson, "Haddad", 2, "Omar Haddad"},
      Case{kRegime, "regime", 1, "Syrian government"},
      Case{kRegime, "army", 1, "Syrian army"},
      Case{kBrackets, "NRC", 2, "Northern Relief Committee"},
      Case{kSource, "source", 2, "military source"},
      Case{kWar, "RSF", 1, "Rapid Support Forces"},
      Case{kWar, "group", 1, "Rapid Support Forces"},
      Case{kWar, "army", 1, "Sudanese army"},
      Case{kTitle, "minister", 1, "Halim Aydin"},
      Case{kRelative, "who", 1, "White Helmets"},
  };
  for (const auto& [text, word, n, name] : kCases) {
    const auto shown_text = text;  // a lambda of doctest may not hold a structured binding
    CAPTURE(shown_text);
    const auto shown_word = word;  // a lambda of doctest may not hold a structured binding
    CAPTURE(shown_word);
    const auto shown_n = n;  // a lambda of doctest may not hold a structured binding
    CAPTURE(shown_n);
    CHECK(meant(analyse(text, {}, model()), word, n) == name);
  }
}

TEST_CASE("different people and bodies stay apart") {
  constexpr std::string_view kText =
      "Nadia Saleh, a doctor, said the ward was full. Karim Aziz, a teacher, said that she had "
      "treated his son. The Turkish "
      "army shelled Manbij in Syria and the Syrian army sent troops.";
  const Document document = analyse(kText, {}, model());
  CHECK(meant(document, "Saleh", 1) != meant(document, "Aziz", 1));
  CHECK(meant(document, "army", 1) == "Turkish army");
  CHECK(meant(document, "army", 2) == "Syrian army");
}

TEST_CASE("every mention has an entity that holds it, whatever the text") {
  for (const std::string_view text :
       {"", "he he he said who which it they",
        "The the group said the group the source said (SOHR) (IS) [SDF]",
        "We said. I said. \"We\" which they who.",
        "Members of the of of the. Units of the army of units of the army."}) {
    CAPTURE(text);
    const Document document = analyse(text, {}, model());
    std::size_t count = 0;
    for (const Entity& entity : document.entities) {
      CHECK(!entity.name.empty());
      CHECK(std::is_sorted(entity.mentions.begin(), entity.mentions.end()));
      count += entity.mentions.size();
    }
    CHECK(count == document.mentions.size());
    for (std::uint32_t i = 0; i < document.mentions.size(); ++i) {
      const auto& mentions = document.entities[document.mentions[i].entity].mentions;
      CHECK(std::find(mentions.begin(), mentions.end(), i) != mentions.end());
    }
  }
}

TEST_CASE("an unnamed phrase is called by its words without article and number") {
  const Document document =
      analyse("At least 22 local residents fled the old bridge.", {}, model());
  CHECK(name_of_phrase(document, token_of(document, "residents", 1)) == "local residents");
  CHECK(name_of_phrase(document, token_of(document, "bridge", 1)) == "old bridge");
}

}  // namespace
}  // namespace relata
