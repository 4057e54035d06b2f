// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/name_corpus.h"

#include <array>
#include <string>

#include "doctest/doctest.h"
#include "relata/learn/model_in_memory.h"
#include "relata/learn/name_core.h"
#include "relata/learn/names_trainer.h"

namespace relata {
namespace {

struct Loaded {
  std::unique_ptr<Files> files = real_files();
  DataFolder folder{files.get(), RELATA_SOURCE_DIR};
  Result<Lexicon> lexicon = Lexicon::load(folder);
  Result<TokenRules> rules = TokenRules::load(folder);
};

const Loaded& loaded() {
  static const Loaded all;
  REQUIRE_MESSAGE(all.lexicon, all.lexicon.error().message);
  REQUIRE_MESSAGE(all.rules, all.rules.error().message);
  return all;
}

// "Omar/person Raqqa/place"
std::string written(const NamedText& text) {
  std::string out;
  for (const MarkedName& name : text.names) {
    if (!out.empty()) out += ' ';
    out += std::string(words_of(text.text, name.span)) + '/' + std::string(name_of(name.kind));
  }
  return out;
}

TEST_CASE("the core of a mark is the name without articles and common nouns") {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kCores = {{
      {"the Harbour Council", "Harbour Council"},
      {"HARA tactical units", "HARA"},
      {"al-Sham", "al-Sham"},
      {"Tabqa Dam, Syria", "Tabqa Dam"},
      {"the Army's", "Army"},
      {"local residents", ""},
  }};
  for (const auto& [text, name] : kCores) {
    const auto shown_text = text;  // a lambda of doctest may not hold a structured binding
    CAPTURE(shown_text);
    const auto core = core_of(text, {0, static_cast<std::uint32_t>(text.size())});
    CHECK((core ? words_of(text, core->span) : std::string_view()) == name);
  }
}

TEST_CASE("a person is marked without titles, and a title alone is nobody") {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kPersons = {{
      {"President Halim Aydin", "Halim Aydin"},
      {"Foreign Secretary Anna Bell", "Anna Bell"},
      {"the Foreign Secretary", ""},
      {"the mayor of Philadelphia", ""},
      {"Abu Omar al-Shami", "Abu Omar al-Shami"},
      {"French Colonel Marc Petit", "Marc Petit"},
  }};
  for (const auto& [text, name] : kPersons) {
    const auto shown_text = text;  // a lambda of doctest may not hold a structured binding
    CAPTURE(shown_text);
    const auto person =
        person_in(text, {0, static_cast<std::uint32_t>(text.size())}, {}, *loaded().lexicon);
    CHECK((person ? words_of(text, *person) : std::string_view()) == name);
  }
}

TEST_CASE("bodies and places get their kind from the tables") {
  const Lexicon& lexicon = *loaded().lexicon;
  CHECK(body_kind("Red Hawk Brigade", lexicon) == NameKind::armed_group);
  CHECK(body_kind("Harbour Council", lexicon) == NameKind::organisation);
  CHECK(body_kind("United States", lexicon) == NameKind::place);
  CHECK(place_kind("Tishreen Hospital", lexicon) == NameKind::facility);
  CHECK(place_kind("Homs", lexicon) == NameKind::place);
}

TEST_CASE("words and labels become names") {
  const auto texts = read_conll(
      "The O\nHarbour\tB-ORG\nCouncil\tI-ORG\nthanked O\nAnna B-person\nBell I-person\n\nHoms "
      "B-location\n",
      *loaded().lexicon);
  REQUIRE(texts);
  REQUIRE(texts->size() == 2);
  CHECK((*texts)[0].text == "The Harbour Council thanked Anna Bell");
  CHECK(written((*texts)[0]) == "Harbour Council/organisation Anna Bell/person");
  CHECK(written((*texts)[1]) == "Homs/place");
  CHECK(!read_conll("lonely\n", *loaded().lexicon));
}

TEST_CASE("GUM's entities become names when a proper noun heads them") {
  const auto row = [](int id, std::string_view form, std::string_view upos, std::string_view misc) {
    return std::to_string(id) + '\t' + std::string(form) + "\t_\t" + std::string(upos) +
           "\t_\t_\t0\troot\t_\t" + std::string(misc) + '\n';
  };
  const std::string text =
      "# newdoc id = one\n" + row(1, "Anna", "PROPN", "Entity=(1-person-new-nnnnn-cf1-1-coref") +
      row(2, "Bell", "PROPN", "Entity=1)") + row(3, "saw", "VERB", "_") +
      row(4, "the", "DET", "Entity=(2-person-new-nnnnn-cf2-2-sgl") + row(5, "mayor", "NOUN", "_") +
      row(6, "of", "ADP", "_") +
      row(7, "Homs", "PROPN", "Entity=(3-place-new-nnnnn-cf3-1-sgl)2)|SpaceAfter=No") + "\n";
  const auto texts = read_gum_names(text, *loaded().lexicon);
  REQUIRE(texts);
  REQUIRE(texts->size() == 1);
  CHECK(written(texts->front()) == "Anna Bell/person Homs/place");
}

TEST_CASE("re3d's sure marks become names, and the unsure are left open") {
  const std::string document =
      R"({"_id": "d1", "text": "Abu Omar of the Red Hawk Brigade fled to Tabqa, Syria. Rashid saw him."})";
  const std::string entities =
      R"({"documentId": "d1", "begin": 0, "end": 8, "type": "Person", "confidence": 1})"
      "\n"
      R"({"documentId": "d1", "begin": 12, "end": 32, "type": "Organisation", "confidence": 1})"
      "\n"
      R"({"documentId": "d1", "begin": 41, "end": 53, "type": "Location", "confidence": 0.9})"
      "\n"
      R"({"documentId": "d1", "begin": 55, "end": 61, "type": "Person", "confidence": 0})"
      "\n";
  const auto texts = read_re3d(document, entities, *loaded().lexicon);
  REQUIRE(texts);
  REQUIRE(texts->size() == 1);
  CHECK(written(texts->front()) ==
        "Abu Omar/person Red Hawk Brigade/armed_group Tabqa/place Syria/place");
  REQUIRE(texts->front().open.size() == 1);
  CHECK(words_of(texts->front().text, texts->front().open.front()) == "Rashid");
}

TEST_CASE("the trainer learns what it is shown, and the same bytes each time") {
  std::vector<NamedText> texts;
  for (const std::string_view town : {"Homs", "Idlib", "Raqqa", "Tabqa"}) {
    NamedText text;
    text.text = "Rebels entered " + std::string(town) + " today .";
    text.names.push_back({{15, 15 + static_cast<std::uint32_t>(town.size())}, NameKind::place});
    texts.push_back(std::move(text));
  }
  const auto train = [&] {
    NameTrainer trainer(*loaded().lexicon, *loaded().rules);
    trainer.add(texts);
    return trainer.train({.epochs = 5, .least_updates = 1}, [](std::string_view) {});
  };
  const std::string section = train();
  CHECK(section == train());
  ModelWriter writer;
  writer.add("names", section);
  const auto tagger = NameTagger::open(model_in_memory(writer));
  REQUIRE(tagger);
  NamedText other;
  other.text = "Rebels entered Darkush today .";
  other.names.push_back({{15, 22}, NameKind::place});
  const auto scores =
      score_names(*tagger, {other}, *loaded().lexicon, *loaded().rules, [](const NameMiss&) {});
  CHECK(scores.find("all")->second.right == 1);
}

}  // namespace
}  // namespace relata
