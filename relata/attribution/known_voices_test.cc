// SPDX-License-Identifier: Apache-2.0
#include "relata/attribution/known_voices.h"

#include <doctest/doctest.h>

namespace relata {

namespace {

Result<KnownVoices> load_from(std::string rows, std::string groups = "") {
  const auto files = files_in_memory(
      {{"root/data/known_voices.tsv",
        "# a test\nname\taliases\tkind\tside\tgroup\tcountry\tfrom\tto\n" + rows},
       {"root/data/armed_groups.tsv",
        "# a test\nname\taliases\tkind\tcountry\tside\tfrom\tto\n" + groups},
       {"root/data/organisations.tsv", "# a test\nname\taliases\tkind\tcountry\tside\n"},
       {"root/data/nationalities.tsv",
        "# a test\ncountry\tcode\tseats\tkind\nRuritania\tRU\tStrelsau\tcountry\n"},
       {"root/data/role_kinds.tsv", "# a test\nword\nministry of defence\n"}});
  return KnownVoices::load(DataFolder{files.get(), "root"});
}

Result<KnownVoices> real_table() {
  const auto files = real_files();
  return KnownVoices::load(DataFolder{files.get(), RELATA_SOURCE_DIR});
}

}  // namespace

TEST_CASE("names are the same whatever their article, case, accents, hyphens and dots") {
  for (const char* name : {"The Syrian Army's", "syrian army", "Syrian  Army"})
    CHECK(name_key(name) == "syrian army");
  CHECK(name_key("Al-Manar") == name_key("al Manar"));
  CHECK(name_key("U.N.") == "un");
  CHECK(name_key("Médecins") == "medecins");
}

TEST_CASE("a short acronym is one only in capitals") {
  const auto known = load_from("Islamic State\tIS\tarmed_group\tislamic_state\t\t\t\t\n");
  REQUIRE(known);
  CHECK(known->find("IS", std::nullopt) != nullptr);
  CHECK(known->find("is", std::nullopt) == nullptr);
  CHECK(known->find("islamic state", std::nullopt) != nullptr);
}

TEST_CASE("the tables of names add groups and names, and never take a row's place") {
  const auto known =
      load_from("Red Army\t\tmilitary\tgovernment\t\t\t\t\n",
                "Red Army\tReds;Ministry of Defence\tarmed_group\tXX\topposition\t\t\n"
                "Blue Front\tBF\tarmed_group\tXX\topposition\t2014\t2016\n");
  REQUIRE(known);
  REQUIRE(known->find("Reds", std::nullopt) != nullptr);
  CHECK(known->find("Reds", std::nullopt)->kind == VoiceKind::military);
  CHECK(known->find("Ministry of Defence", std::nullopt) == nullptr);  // a role names nobody
  CHECK(known->find("Blue Front", make_date(2016, 12, 1)) != nullptr);
  CHECK(known->find("Blue Front", make_date(2017, 1, 1)) == nullptr);
}

TEST_CASE("the seat of a government stands for it") {
  const auto known = load_from("");
  REQUIRE(known);
  REQUIRE(known->find("Strelsau", std::nullopt) != nullptr);
  CHECK(known->find("Strelsau", std::nullopt)->name == "Ruritania");
  CHECK(known->find("Strelsau", std::nullopt)->side == Side::other_state);
  CHECK(known->find("Ruritania", std::nullopt) ==
        nullptr);  // as a rule that is where things happen
}

TEST_CASE("a newspaper that is called by a common word needs its article") {
  const auto known = load_from("The Courier\t\tnewspaper\tunaligned\t\t\t\t\n");
  REQUIRE(known);
  CHECK(known->find("the Courier", std::nullopt) != nullptr);
  CHECK(known->find("The Courier", std::nullopt) != nullptr);
  CHECK(known->find("Courier", std::nullopt) == nullptr);
}

TEST_CASE("a side holds between its days") {
  const auto known = load_from(
      "Red Army\t\tarmed_group\topposition\tred\t\t\t2020-01-31\nRed "
      "Army\t\tmilitary\tgovernment\t\t\t2020-02-01\t\n");
  REQUIRE(known);
  CHECK(known->side_of_actor("Red Army", make_date(2020, 1, 31))->side == Side::opposition);
  CHECK(known->side_of_actor("Red Army", make_date(2020, 1, 31))->group == "red");
  CHECK(known->side_of_actor("Red Army", make_date(2020, 2, 1))->side == Side::government);
  CHECK(known->side_of_actor("Red Army", make_date(2020, 2, 1))->group == "government");
  CHECK_FALSE(known->side_of_actor("Blue Army", std::nullopt).has_value());
}

TEST_CASE("a row with an unknown kind, side or day is an error that names its line") {
  for (const char* row : {"A\t\tarmy\tgovernment\t\t\t\t\n", "A\t\tmilitary\tleft\t\t\t\t\n",
                          "A\t\tmilitary\tgovernment\t\t\tsoon\t\n"}) {
    const auto known = load_from(row);
    REQUIRE_FALSE(known);
    CHECK(known.error().message.find("line 3") != std::string::npos);
  }
}

TEST_CASE("the table knows the voices of the wars") {
  const auto known = real_table();
  REQUIRE(known);
  struct Case {
    const char* name;
    VoiceKind kind;
    Side side;
  };
  const Case cases[] = {
      {"SANA", VoiceKind::state_media, Side::government},
      {"the Syrian Observatory for Human Rights", VoiceKind::monitor, Side::opposition},
      {"Reuters", VoiceKind::news_agency, Side::unaligned},
      {"Ukrainian General Staff", VoiceKind::military, Side::government},
      {"Houthis", VoiceKind::armed_group, Side::opposition},
      {"UNICEF", VoiceKind::international_organisation, Side::united_nations},
      {"White Helmets", VoiceKind::civil_defence, Side::opposition},
  };
  for (const Case& test : cases) {
    CAPTURE(test.name);
    const KnownVoice* voice = known->find(test.name, make_date(2016, 12, 13));
    REQUIRE(voice != nullptr);
    CHECK(name_of(voice->kind) == name_of(test.kind));
    CHECK(name_of(voice->side) == name_of(test.side));
  }
  CHECK(known->side_of_actor("Nusra Front", std::nullopt)->group == "nusra");
  CHECK(known->side_of_actor("Taliban", make_date(2020, 1, 1))->side == Side::opposition);
  CHECK(known->side_of_actor("Taliban", make_date(2022, 1, 1))->side == Side::government);
}

}  // namespace relata
