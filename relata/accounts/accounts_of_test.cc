// SPDX-License-Identifier: Apache-2.0
#include "relata/accounts/accounts_of.h"

#include <doctest/doctest.h>

#include "relata/accounts/compared_words.h"

namespace relata {
namespace {

AccountLexicon shipped_lexicon() {
  static const auto files = real_files();
  auto lexicon = AccountLexicon::load({files.get(), RELATA_SOURCE_DIR});
  REQUIRE(lexicon);
  return std::move(lexicon).value();
}

constexpr std::string_view kText =
    "Ärmy takes quarter\n\nThe Syrian army captured al-Fardous on Monday, SANA said. \"We will "
    "stay "
    "here for good,\" it quoted a soldier as saying.";
constexpr std::string_view kReading = R"({"doc":"d","published":"2016-12-13","publisher":"Reuters",
  "title":[0,18],"dateline":{"place":null,"date":null,"day":null,"credit":null},
  "claims":[{"id":1,"type":"capture","trigger":[36,44],"evidence":[20,67],"status":"asserted",
    "by":[{"span":[24,35],"name":"Syrian army"}],"to":[],
    "where":[{"span":[45,55],"name":"al-Fardous","within":"Aleppo, Syria"}],
    "when":{"span":[56,65],"from":"2016-12-12","to":"2016-12-12"},
    "counts":[{"span":[0,4],"of":"killed","who":"civilians","low":3,"high":null}],
    "chains":[[{"span":[67,71],"name":"SANA"}]],"confidence":0.8},
   {"id":2,"type":"holding","trigger":[36,44],"evidence":[79,107],"status":"planned","by":[],"to":[],
    "where":[],"when":null,"counts":[],"chains":[[{"span":[67,71],"name":"SANA"},
    {"span":[121,130],"name":"a soldier"}]],"confidence":0.4}],
  "voices":[{"name":"SANA","kind":"state_media","side":"government","spans":[]},
    {"name":"a soldier","kind":"military","side":"government","spans":[]}],
  "relations":[{"kind":"supports","from":2,"to":1}],
  "layers":{"places":[{"span":[45,55],"name_span":[45,55],"name":"al-Fardous","within":"Aleppo, Syria",
    "kind":"neighbourhood","gazetteer_id":1,"gazetteer_name":"Al Fardous","admin1":"Aleppo",
    "country":"SY","lat":36.18,"lon":37.16,"approximate":false,"speaker_place":false}]}})";

TEST_CASE("a stored reading becomes accounts, with names resolved") {
  const auto made = accounts_of(ReportId{}, kText, kReading, shipped_lexicon());
  REQUIRE(made);
  REQUIRE(made->accounts.size() == 2);
  CHECK(made->title == "Ärmy takes quarter");
  CHECK(made->publisher.kind == VoiceKind::news_agency);
  const Account& capture = made->accounts[0];
  CHECK(words_of(kText, capture.key.trigger) == "captured");  // bytes: Ä takes two
  CHECK(capture.by.at(0).side == "government");
  CHECK(capture.where.at(0).gazetteer_name == "Al Fardous");
  CHECK(capture.where.at(0).kind == PlaceKind::neighbourhood);
  CHECK(capture.counts.at(0).victim_class == VictimClass::civilians);
  CHECK_FALSE(capture.counts.at(0).high);
  CHECK(capture.counts.at(0).words == "Ärmy");
  CHECK(capture.when_stated);
  CHECK(capture.chains.at(0).at(0).named);
  CHECK(capture.lead == 1);
  const Account& holding = made->accounts[1];
  CHECK(holding.key.trigger == capture.key.trigger);
  CHECK(holding.key.nth == 1);
  CHECK_FALSE(holding.chains.at(0).at(1).named);
  CHECK(holding.quotes.size() == 1);
  CHECK_FALSE(tells_of_a_happening(holding));
}

TEST_CASE("what is no reading of this text is an error that says why") {
  const AccountLexicon lexicon = shipped_lexicon();
  const auto message = [&](std::string_view text, std::string_view json) {
    const auto made = accounts_of(ReportId{}, text, json, lexicon);
    return made ? std::string() : made.error().message;
  };
  CHECK(message(kText, "{").find("is no JSON") != std::string::npos);
  CHECK(message(kText, "{}").find("'doc'") != std::string::npos);
  CHECK(message("short", kReading).find("do not lie in its text") != std::string::npos);
  std::string other(kReading);
  other.replace(other.find("\"capture\""), 9, "\"capturr\"");
  CHECK(message(kText, other).find("'type'") != std::string::npos);
}

TEST_CASE("keys are written and read back") {
  AccountKey key;
  for (std::size_t i = 0; i < 16; ++i) key.report.bytes[i] = static_cast<std::uint8_t>(i * 17);
  key.trigger = {152, 160};
  for (const std::uint16_t nth : std::initializer_list<std::uint16_t>{0, 1, 41}) {
    key.nth = nth;
    CHECK(account_key_of(text_of(key)) == key);
  }
  CHECK(text_of(key) == "00112233445566778899aabbccddeeff:152-160.42");
  for (const std::string_view wrong :
       {"", "0011", "00112233445566778899aabbccddeeff", "00112233445566778899aabbccddeeff:9-3",
        "00112233445566778899aabbccddeeff:3-9.1", "00112233445566778899aabbccddeefg:3-9",
        "00112233445566778899aabbccddeeff:3-9 "}) {
    CAPTURE(wrong);
    CHECK_FALSE(account_key_of(wrong));
  }
}

TEST_CASE("quotations are the same whatever their marks, and end with their paragraph") {
  const auto straight = quoted_stretches("He said \"nobody was left in the town\" and went.");
  const auto curly = quoted_stretches("«Nobody was left, in the town»");
  REQUIRE(straight.size() == 1);
  REQUIRE(curly.size() == 1);
  CHECK(straight[0].hash == curly[0].hash);
  CHECK(quoted_stretches("the \"army\" came").empty());
  CHECK(quoted_stretches("\"never closed in this one\n\nand so none of these words\" is quoted")
            .empty());
}

TEST_CASE("words are compared without case and accents, short ones not at all") {
  CHECK(compared_words("Ĥanano, HANANO of the hanano") == compared_words("hanano"));
  CHECK(compared_words("of the") == std::vector<std::uint32_t>());
}

}  // namespace
}  // namespace relata
