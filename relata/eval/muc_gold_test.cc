// SPDX-License-Identifier: Apache-2.0
#include "relata/eval/muc_gold.h"

#include <doctest/doctest.h>

using namespace relata;

namespace {

constexpr std::string_view kReports =
    "DEV-MUC3-9001 (OWN)\n\n   PORT KALAN, 3 JAN 90 (RADIO SAFFRON) -- [REPORT] [TEXT] GUNMEN "
    "KILLED\n"
    "TWO GUARDS IN MAREN.\n\n   THEY FLED.\n\n"
    "DEV-MUC3-9002 (OWN)\n\n   [TEXT] NOTHING HAPPENED.\n";

std::string slot(const char* name, const char* filler) {
  std::string line = name;
  line.resize(36, ' ');
  return line + filler + "\n";
}

std::string a_template(const char* id, const char* number, const char* date) {
  return slot("0.  MESSAGE: ID", id) + slot("1.  MESSAGE: TEMPLATE", number) +
         slot("2.  INCIDENT: DATE", date) +
         slot("3.  INCIDENT: LOCATION", "KALANIA: OSTEN (DEPARTMENT): MAREN (TOWN)") +
         slot("10. PERP: ORGANIZATION ID", "\"RED FRONT\" / \"RF\"") +
         slot("11. PERP: ORGANIZATION CONFIDENCE", "? POSSIBLE / SUSPECTED OR ACCUSED: \"RF\"") +
         slot("21. HUM TGT: NUMBER", "2: \"GUARDS\"") + slot("", "1: \"NOUR HADDAD\"") +
         slot("23. HUM TGT: EFFECT OF INCIDENT", "DEATH: \"GUARDS\"") +
         slot("", "INJURY: \"NOUR HADDAD\"") + ";;; a comment\n\n";
}

MucKey key_with(const char* date) {
  const auto keys = parse_muc_keys(a_template("DEV-MUC3-9001 (OWN)", "1", date));
  REQUIRE(keys.size() == 1);
  return keys.at("DEV-MUC3-9001");
}

// The measures that an answer gets right.
std::string right(const MucKey& key, const MucAnswer& answer) {
  Scoreboard board = muc_board();
  score_muc(key, answer, board);
  std::string names;
  for (const Score& score : board.scores(0)) {
    if (score.total.hit > 0) names += score.name + " ";
  }
  return names;
}

}  // namespace

TEST_CASE("a report is its text without dateline and marks, a paragraph a line") {
  const auto reports = parse_muc_reports(kReports);
  REQUIRE(reports.size() == 2);
  CHECK(reports[0].name == "DEV-MUC3-9001");
  CHECK(reports[0].day == make_date(1990, 1, 3));
  CHECK(reports[0].text == "GUNMEN KILLED TWO GUARDS IN MAREN.\n\nTHEY FLED.\n\n");
  CHECK_FALSE(reports[1].day);
  CHECK(reports[1].text == "NOTHING HAPPENED.\n\n");
}

TEST_CASE("only reports with exactly one template have a key") {
  const std::string first = a_template("DEV-MUC3-9001 (OWN)", "1", "03 JAN 90");
  CHECK(parse_muc_keys(first).size() == 1);
  CHECK(parse_muc_keys(first + a_template("DEV-MUC3-9001 (OWN)", "2", "-")).empty());
  CHECK(parse_muc_keys(a_template("DEV-MUC3-9001 (OWN)", "*", "*")).empty());
}

TEST_CASE("a template says when, where, how many dead, who, and how firmly") {
  const MucKey key = key_with("03 JAN 90");
  CHECK(key.days == Period{*make_date(1990, 1, 3), *make_date(1990, 1, 3)});
  CHECK(key.places == std::vector<std::string>{"KALANIA", "OSTEN", "MAREN"});
  CHECK(key.killed == 2.0);
  CHECK(key.organisations == std::vector<std::string>{"RED FRONT", "RF"});
  CHECK(key.confidence == std::vector<std::string>{"POSSIBLE", "SUSPECTED OR ACCUSED"});
  CHECK(key_with("- 08 JAN 90").days == Period{*make_date(1990, 1, 1), *make_date(1990, 1, 8)});
  CHECK(key_with("01 JAN 90 - 08 JAN 90").days ==
        Period{*make_date(1990, 1, 1), *make_date(1990, 1, 8)});
  CHECK_FALSE(key_with("-").days);
}

TEST_CASE("an answer is right slot by slot") {
  const MucKey key = key_with("- 08 JAN 90");
  MucAnswer answer;
  CHECK(right(key, answer).empty());
  answer.day = make_date(1990, 1, 2);
  CHECK(right(key, answer) == "date ");
  answer = {};
  answer.places = {"Osten"};
  CHECK(right(key, answer) == "region ");
  answer.places = {"town of Maren"};
  CHECK(right(key, answer) == "place region ");
  answer.places = {"Kalania"};
  CHECK(right(key, answer).empty());
  answer = {};
  answer.killed_low = 1;
  answer.killed_high = 3;
  answer.confidence = "POSSIBLE";
  answer.perpetrator = "the Red Front";
  CHECK(right(key, answer) == "killed perpetrator confidence ");
  answer.killed_high.reset();
  answer.confidence = "REPORTED AS FACT";
  CHECK(right(key, answer) == "perpetrator ");
}
