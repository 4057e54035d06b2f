// SPDX-License-Identifier: Apache-2.0
#include "relata/quantities/find_quantities.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/document_builder.h"
#include "tests/plain_document.h"

namespace relata {

namespace {

Result<QuantityLexicon> load_lexicon() {
  const auto files = real_files();
  return QuantityLexicon::load(DataFolder{files.get(), RELATA_SOURCE_DIR});
}

// "killed 3-3", "injured 24-", "killed -58, part"; joined by "; ".
std::string told(const std::vector<Quantity>& quantities) {
  const auto number = [](const std::optional<double>& value) {
    if (!value) return std::string();
    std::string text = std::to_string(*value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
  };
  std::string out;
  for (const Quantity& quantity : quantities) {
    if (!out.empty()) out += "; ";
    out += quantity.of ? std::string(name_of(*quantity.of)) : "-";
    out +=
        " " + number(quantity.low) + "-" + number(quantity.high) + (quantity.part ? ", part" : "");
  }
  return out;
}

struct Case {
  const char* text;
  const char* told;
};

template <std::size_t N>
void check(const Case (&cases)[N]) {
  const auto loaded = load_lexicon();
  REQUIRE(loaded);
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Document document = plain_document(c.text);
    CHECK(told(find_quantities(document, *loaded)) == c.told);
  }
}

TEST_CASE("bounds around a number make an interval") {
  const Case cases[] = {
      {"Shelling killed 70 civilians.", "killed 70-70"},
      {"Shelling killed at least 70 civilians.", "killed 70-"},
      {"Shelling killed more than 1,200 people.", "killed 1200-"},
      {"Shelling killed up to 70 civilians.", "killed -70"},
      {"Shelling killed as many as 70 civilians.", "killed -70"},
      {"Shelling killed nearly 70 civilians.", "killed -70"},
      {"Shelling killed about 70 civilians.", "killed 70-70"},
      {"125 fighters at least were killed.", "killed 125-"},
      {"Between 500 and 1300 people died.", "killed 500-1300"},
      {"Shelling killed 20-30 people.", "killed 20-30"},
      {"Shelling killed 20 to 30 people.", "killed 20-30"},
      {"Dozens of civilians were killed.", "killed 24-"},
      {"Scores were wounded.", "injured 40-"},
      {"Several people were wounded.", "injured 3-"},
      {"Tens of thousands of people fled.", "displaced 20000-"},
      {"Many people were killed.", ""},
      {"A number of people were killed.", ""},
      {"No casualties were reported.", "killed_or_injured 0-0"},
  };
  check(cases);
}

TEST_CASE("what happened to those counted is read from the words around") {
  const Case cases[] = {
      {"12 were killed and 30 others injured.", "killed 12-12; injured 30-30"},
      {"The blast left 12 dead and 30 wounded.", "killed 12-12; injured 30-30"},
      {"Nine persons killed 12 injured in Aleppo", "killed 9-9; injured 12-12"},
      {"Three gunmen killed 12 people.", "people 3-3; killed 12-12"},
      {"The raid killed 28 and wounded 30 militants.", "killed 28-28; injured 30-30"},
      {"It claimed the lives of 30 people.", "killed 30-30"},
      {"The death of 58 journalists was confirmed.", "killed 58-58"},
      {"The death toll from the blast rose to 45.", "killed 45-45"},
      {"He put the toll at 70.", "killed 70-70"},
      {"The number of people killed in the raids rose to 45.", "killed 45-45"},
      {"Police shot dead three men.", "killed 3-3"},
      {"Two 12-year-old boys were killed.", "killed 2-2"},
      {"Five or six people were wounded.", "injured 5-6"},
      {"88 killed and wounded in Marea", "killed_or_injured 88-88"},
      {"The army fought, killing and injuring dozens of fighters.", "killed_or_injured 24-"},
      {"It caused dozens of casualties.", "killed_or_injured 24-"},
      {"The fighting forced 13000 residents to flee the city.", "displaced 13000-13000"},
      {"Some 200 000 civilians are trapped in the town.", "trapped 200000-200000"},
      {"Police arrested 20 men.", "detained 20-20"},
      {"240 more have gone missing.", "missing 240-240"},
      {"He was killed along with two other people.", "killed 2-2"},
      {"The hospital treated hundreds of badly injured civilians.", "injured 200-"},
      {"Warplanes carried out nine air raids.", "strikes 9-9"},
      {"Fighters fired more than 10 rocket shells on the town.", "strikes 10-"},
      {"More than 1500 people took part in the protest.", "people 1500-"},
      {"The army destroyed 12 tanks.", ""},
  };
  check(cases);
}

TEST_CASE("parts of a whole share what happened to it and are marked") {
  const Case cases[] = {
      {"12 people, including three children, were killed.", "killed 12-12; killed 3-3, part"},
      {"It killed 12 people eight of them children.", "killed 12-12; killed 8-8, part"},
      {"Six people were killed among them 4 children and a woman.",
       "killed 6-6; killed 4-4, part; killed 1-1, part"},
      {"It killed civilians including three children.", "killed 3-3, part"},
      {"Two medics were among the dead.", "killed 2-2, part"},
      {"Among the wounded were four children.", "injured 4-4, part"},
  };
  check(cases);
}

TEST_CASE("an enumeration of persons is one count") {
  const Case cases[] = {
      {"A woman and her two children were killed.", "killed 3-3"},
      {"A boy a girl and two women were killed.", "killed 4-4"},
      {"A man and two children died.", "killed 3-3"},
      {"A family of six was killed.", "killed 6-6"},
      {"It killed four siblings and their father.", "killed 5-5"},
      {"30 soldiers and 39 fighters were killed.", "killed 30-30; killed 39-39"},
      {"A woman was killed and six other people were wounded.", "killed 1-1; injured 6-6"},
      {"An army unit destroyed a tank.", ""},
  };
  check(cases);
}

TEST_CASE("shares of a place are fractions of one") {
  const Case cases[] = {
      {"They hold more than three-quarters of the city.", "share_of_area 0.75-"},
      {"They hold 70 percent of the town.", "share_of_area 0.7-0.7"},
      {"They hold 90 per cent of the province.", "share_of_area 0.9-0.9"},
      {"They hold most of Idlib province.", "share_of_area 0.5-"},
      {"Nearly half of the population has fled.", "displaced -0.5"},
  };
  check(cases);
}

TEST_CASE("years, dates, ages, measures, names and money are no counts") {
  const Case cases[] = {
      {"It fell in 2011 after clashes.", ""},    {"On Jul 11 2016 militants left.", ""},
      {"A 27-year-old man spoke.", ""},          {"The 120 mm shell fell 5 km away.", ""},
      {"The 4th brigade attacked.", ""},         {"An F-16 hit the town.", ""},
      {"UN resolution 2254 was adopted.", ""},   {"It cost $5 million.", ""},
      {"At 10:30 a.m. they left.", ""},          {"On 04/04/2017 they left.", ""},
      {"The five-year war displaced them.", ""}, {"One of the groups said so.", ""},
      {"Half an hour later they left.", ""},
  };
  check(cases);
}

TEST_CASE("a count knows its words, who is counted and what governs it") {
  const auto loaded = load_lexicon();
  REQUIRE(loaded);
  const Document document =
      plain_document("The raid killed at least 12 Syrian army soldiers and fighters near Marea.");
  const auto quantities = find_quantities(document, *loaded);
  REQUIRE(quantities.size() == 1);
  CHECK(document.words(quantities[0].span) == "at least 12 Syrian army soldiers and fighters");
  CHECK(quantities[0].who == "Syrian army soldiers and fighters");
  CHECK(document.word(quantities[0].head) == "soldiers");
  REQUIRE(quantities[0].governor != kNoToken);
  CHECK(document.word(quantities[0].governor) == "killed");
}

TEST_CASE("the tree tells what happened where words in between hide it") {
  const auto loaded = load_lexicon();
  REQUIRE(loaded);
  // "Killed" governs "fighters" as its object across the adverbial between.
  const BuiltDocument built(
      "Raids raid NOUN 2 nsubj\n"
      "killed kill VERB 0 root\n"
      "by by ADP 5 case\n"
      "their they PRON 5 nmod:poss\n"
      "account account NOUN 2 obl\n"
      "40 40 NUM 7 nummod\n"
      "fighters fighter NOUN 2 obj\n");
  const auto quantities = find_quantities(built.document, *loaded);
  REQUIRE(quantities.size() == 1);
  CHECK(quantities[0].of == CountOf::killed);
}

}  // namespace

}  // namespace relata
