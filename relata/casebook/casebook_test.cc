// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/casebook.h"

#include <doctest/doctest.h>

#include "relata/base/hash.h"
#include "relata/casebook/report_record.h"
#include "relata/ledger/test_casebook.h"
#include "relata/ledger/verify.h"

namespace relata {
namespace {

constexpr EntryTime kNoon{std::chrono::seconds{1'900'000'000}};
const Engine kEngine{"relata 9.9", "ab", {{"m.bin", "cd"}}};

ReadReport read_report(const std::string& text) {
  ReadReport read;
  read.report.id = text.substr(0, 3);
  read.report.text = text;
  read.report.sha256 = sha256_hex(text);
  read.report.format = "plain";
  read.reading = "{\"of\":\"" + text + "\"}";
  return read;
}

Casebook opened(const TestFolder& folder) {
  auto casebook = Casebook::open(folder.path("case.relata"), Ledger::Mode::create, test_options());
  REQUIRE(casebook);
  return std::move(casebook).value();
}

TEST_CASE("a report added twice is one report") {
  const TestFolder folder;
  Casebook casebook = opened(folder);
  const std::vector<ReadReport> first = {read_report("Two died."), read_report("Three died.")};
  CHECK(casebook.add(first, kEngine, kNoon).value() == 2);
  std::vector<ReadReport> again = {read_report("Three died."), read_report("Four died.")};
  again[0].report.id = "another name";
  again.push_back(again[1]);
  CHECK(casebook.add(again, kEngine, kNoon).value() == 1);
  CHECK(casebook.reports().value().size() == 3);
}

TEST_CASE("the latest reading is the one that counts, and the old ones stay") {
  const TestFolder folder;
  Casebook casebook = opened(folder);
  const std::vector<ReadReport> reports = {read_report("Two died.")};
  REQUIRE(casebook.add(reports, kEngine, kNoon));
  const ReportId id = report_id(reports[0].report);
  Engine newer = kEngine;
  newer.name = "relata 10";
  const std::vector<std::pair<ReportId, std::string>> readings = {{id, "{\"better\":true}"}};
  REQUIRE(casebook.add_readings(readings, newer, kNoon));
  const auto kept = casebook.report(id).value();
  REQUIRE(kept);
  CHECK(kept->report.text == "Two died.");
  CHECK(kept->reading.reading == "{\"better\":true}");
  CHECK(kept->reading.engine == newer);
  CHECK(casebook.ledger().about(id.bytes, EntryKind::reading).value().size() == 2);
}

TEST_CASE("decisions are kept, and only what makes sense is one") {
  const TestFolder folder;
  Casebook casebook = opened(folder);
  const std::vector<ReadReport> reports = {read_report("Two died.")};
  REQUIRE(casebook.add(reports, kEngine, kNoon));
  Decision decision;
  decision.who = "R. K.";
  decision.why = "looked again";
  decision.action = Action::reject;
  decision.first = AccountKey{report_id(reports[0].report), {0, 3}, 0};
  const auto entry = casebook.decide(decision, kNoon);
  REQUIRE(entry);
  CHECK(casebook.decisions().value().at(0).entry == *entry);
  decision.first->report.bytes[0] ^= 1;
  CHECK(casebook.decide(decision, kNoon).error().message.find("there is no report") == 0);
  Decision undo{"R. K.", "was wrong", Action::undo, {}, {}, "", "", "", *entry};
  REQUIRE(casebook.decide(undo, kNoon));
  CHECK_FALSE(casebook.decide(undo, kNoon));  // it holds no longer
  CHECK(casebook.decisions().value().size() == 2);
}

TEST_CASE(
    "what is erased is gone from the file with all its readings, and the rest still verifies") {
  const TestFolder folder;
  Casebook casebook = opened(folder);
  const std::vector<ReadReport> reports = {read_report("The baker of Elm Street saw it."),
                                           read_report("Two died.")};
  REQUIRE(casebook.add(reports, kEngine, kNoon));
  const ReportId id = report_id(reports[0].report);
  CHECK(casebook.erase(id, "R. K.", "a witness in danger", kNoon).value() == 2);
  CHECK_FALSE(casebook.holds(id).value());
  CHECK_FALSE(casebook.report(id).value());
  CHECK(casebook.reports().value().size() == 1);
  CHECK_FALSE(casebook.erase(id, "R. K.", "again", kNoon));
  const auto verified = verify(casebook.ledger());
  REQUIRE(verified);
  CHECK(verified->holds());
}

}  // namespace
}  // namespace relata
