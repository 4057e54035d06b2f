// SPDX-License-Identifier: Apache-2.0
// Casebooks as a whole, on the reports of examples/: the same reports give the same views, however they came; decisions
// outlive whatever comes; what is erased is gone.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>

#include "relata/casebook/case_control.h"
#include "relata/casebook/case_views.h"
#include "relata/casebook/dataset_hash.h"
#include "relata/casebook/report_record.h"
#include "relata/export/form.h"
#include "relata/ingest/reader.h"
#include "relata/ledger/test_casebook.h"
#include "relata/ledger/verify.h"
#include "relata/pipeline.h"
#include "relata/query/find.h"
#include "relata/query/view_tables.h"

namespace relata {
namespace {

constexpr EntryTime kNoon{std::chrono::seconds{1'900'000'000}};

// The examples, read once, and what views are made with.
class Examples {
 public:
  Examples() {
    const DataFolder folder{files_.get(), RELATA_SOURCE_DIR};
    auto models = load_models(folder);
    auto tables = load_ingest_tables(folder);
    auto loaded = CaseKnowledge::load(folder);
    auto made = engine_of(folder);
    REQUIRE(models);
    REQUIRE(tables);
    REQUIRE(loaded);
    REQUIRE(made);
    knowledge_ = std::make_unique<CaseKnowledge>(std::move(*loaded));
    engine = std::move(*made);
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(RELATA_SOURCE_DIR "/examples")) {
      if (entry.path().extension() != ".md") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    const auto reader = open_reports(*files_, *tables, paths, {});
    while (true) {
      auto next = reader->next();
      REQUIRE(next);
      if (!*next) break;
      ReadReport one{std::move(**next), ""};
      const Annotated annotated = read(one.report, *models);
      write({one.report, annotated.document, annotated.reading},
            {.form = Form::jsonl, .layers = Layers::places}, 0, one.reading);
      reports.push_back(std::move(one));
    }
    REQUIRE(reports.size() >= 10);
  }
  [[nodiscard]] const CaseKnowledge& knowledge() const { return *knowledge_; }

  std::vector<ReadReport> reports;
  Engine engine;

 private:
  std::unique_ptr<const Files> files_ = real_files();
  std::unique_ptr<CaseKnowledge> knowledge_;
};

const Examples& examples() {
  static const Examples all;
  return all;
}

Casebook opened(const TestFolder& folder) {
  auto casebook = Casebook::open(folder.path("case.relata"), Ledger::Mode::create, test_options());
  REQUIRE(casebook);
  return std::move(casebook).value();
}

void refresh(Casebook& casebook) {
  const auto outcome = refresh_views(casebook, examples().knowledge(), {});
  REQUIRE_MESSAGE(outcome, outcome.error().message);
}

void add(Casebook& casebook, const std::vector<ReadReport>& reports) {
  REQUIRE(casebook.add(reports, examples().engine, kNoon));
}

std::string hash_of(Casebook& casebook) {
  auto hash = dataset_hash(casebook, examples().knowledge());
  REQUIRE_MESSAGE(hash, hash.error().message);
  return *hash;
}

std::vector<IncidentRow> incidents_of(Casebook& casebook, const Filter& filter = {}) {
  auto found = find_incidents(casebook.ledger().database(), filter, {});
  REQUIRE(found);
  return std::move(found->rows);
}

// A casebook of all examples at once.
struct Whole {
  TestFolder folder;
  Casebook casebook = opened(folder);
  Whole() {
    add(casebook, examples().reports);
    refresh(casebook);
  }
};

Decision decided(Action action, const AccountKey& first) {
  Decision decision;
  decision.who = "R. K.";
  decision.why = "looked again";
  decision.action = action;
  decision.first = first;
  return decision;
}

TEST_CASE("the same reports give the same views, in twenty orders and however they are parted") {
  Whole whole;
  const std::string expected = hash_of(whole.casebook);
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    CAPTURE(round);
    std::vector<ReadReport> reports = examples().reports;
    std::shuffle(reports.begin(), reports.end(), random);
    const TestFolder folder;
    Casebook casebook = opened(folder);
    while (!reports.empty()) {
      const std::size_t count = std::min<std::size_t>(reports.size(), 1 + random() % 4);
      add(casebook, {reports.end() - static_cast<std::ptrdiff_t>(count), reports.end()});
      reports.resize(reports.size() - count);
      refresh(casebook);
    }
    CHECK(hash_of(casebook) == expected);
  }
}

TEST_CASE("the hash tells of any difference") {
  Whole whole;
  const TestFolder folder;
  Casebook fewer = opened(folder);
  add(fewer, {examples().reports.begin() + 1, examples().reports.end()});
  refresh(fewer);
  CHECK(hash_of(fewer) != hash_of(whole.casebook));
}

TEST_CASE("views made anew are what they were") {
  Whole whole;
  const std::string before = hash_of(whole.casebook);
  REQUIRE(drop_views(whole.casebook.ledger().database()));
  CHECK_FALSE(views_are_current(whole.casebook, examples().knowledge()).value());
  refresh(whole.casebook);
  CHECK(views_are_current(whole.casebook, examples().knowledge()).value());
  CHECK(hash_of(whole.casebook) == before);
}

TEST_CASE("what people decide changes the views, and undoing it gives them back") {
  Whole whole;
  const std::string before = hash_of(whole.casebook);
  const auto rows = incidents_of(whole.casebook);
  REQUIRE(rows.size() > 3);
  Decision merge = decided(Action::merge, rows[0].id.first);
  merge.second = rows[2].id.first;
  Decision grade = decided(Action::grade, rows[1].id.first);
  grade.value = "contested";
  Decision letter = decided(Action::reliability, rows[0].id.first);
  letter.first.reset();
  letter.subject = "Tidewater Wire";
  letter.value = "E";
  std::vector<std::uint64_t> entries;
  for (const Decision& decision :
       {merge, grade, letter, decided(Action::reject, rows[1].id.first)}) {
    const std::string last = hash_of(whole.casebook);
    const auto entry = whole.casebook.decide(decision, kNoon);
    REQUIRE(entry);
    entries.push_back(*entry);
    refresh(whole.casebook);
    CAPTURE(std::string(name_of(decision.action)));
    CHECK(hash_of(whole.casebook) != last);
  }
  while (!entries.empty()) {
    Decision undo = decided(Action::undo, {});
    undo.first.reset();
    undo.undoes = entries.back();
    entries.pop_back();
    REQUIRE(whole.casebook.decide(undo, kNoon));
    refresh(whole.casebook);
  }
  CHECK(hash_of(whole.casebook) == before);
}

TEST_CASE("decisions hold when their reports are read again by a newer version") {
  Whole whole;
  const auto rows = incidents_of(whole.casebook);
  Decision split = decided(Action::grade, rows[1].id.first);
  split.value = "contested";
  REQUIRE(whole.casebook.decide(split, kNoon));
  refresh(whole.casebook);
  const std::string before = hash_of(whole.casebook);
  std::vector<std::pair<ReportId, std::string>> readings;
  for (const ReadReport& one : examples().reports)
    readings.emplace_back(report_id(one.report), one.reading);
  Engine newer = examples().engine;
  newer.name = "relata 99";
  REQUIRE(whole.casebook.add_readings(readings, newer, kNoon));
  refresh(whole.casebook);
  CHECK(hash_of(whole.casebook) == before);  // it read the same
  const auto graded = incidents_of(whole.casebook);
  CHECK(std::count_if(graded.begin(), graded.end(),
                      [](const IncidentRow& row) { return row.decided; }) == 1);
}

TEST_CASE("a casebook from which a report was erased is as if it had never come") {
  const TestFolder folder;
  Casebook never = opened(folder);
  add(never, {examples().reports.begin() + 1, examples().reports.end()});
  refresh(never);
  Whole whole;
  REQUIRE(whole.casebook.erase(report_id(examples().reports[0].report), "R. K.",
                               "a witness in danger", kNoon));
  refresh(whole.casebook);
  CHECK(hash_of(whole.casebook) == hash_of(never));
  const auto verified = verify(whole.casebook.ledger());
  REQUIRE(verified);
  CHECK(verified->holds());
  CHECK(verified->erased == 2);
}

std::string bytes_of_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST_CASE("the words of what was erased are nowhere in the file, the views included") {
  const TestFolder folder;
  const auto& reports = examples().reports;
  {
    Casebook casebook = opened(folder);
    add(casebook, reports);
    refresh(casebook);
  }
  // "Lina Marrowfield" speaks in three of the examples: in a name, in words that are looked for, in what claims say.
  const std::string before = bytes_of_file(folder.path("case.relata"));
  REQUIRE(before.find("Marrowfield") != std::string::npos);
  REQUIRE(before.find("marrowfield") != std::string::npos);
  {
    Casebook casebook = opened(folder);
    for (const std::size_t i : {0U, 1U, 5U})
      REQUIRE(casebook.erase(report_id(reports[i].report), "R. K.", "a witness in danger", kNoon));
  }
  const auto nowhere = [&] {
    const std::string bytes = bytes_of_file(folder.path("case.relata"));
    CHECK(bytes.size() > 10'000);
    CHECK(bytes.find("Marrowfield") == std::string::npos);
    CHECK(bytes.find("marrowfield") == std::string::npos);
  };
  nowhere();  // also if nobody makes the views again
  {
    Casebook casebook = opened(folder);
    refresh(casebook);
  }
  nowhere();
}

}  // namespace
}  // namespace relata
