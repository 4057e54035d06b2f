// SPDX-License-Identifier: Apache-2.0
#include "relata/ledger/ledger.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <thread>

#include "relata/ledger/schema.h"
#include "relata/ledger/test_casebook.h"
#include "relata/ledger/verify.h"

namespace relata {
namespace {

std::size_t files_in(const std::string& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

Ledger opened(const std::string& path, Ledger::Mode mode = Ledger::Mode::create) {
  auto ledger = Ledger::open(path, mode, test_options());
  REQUIRE_MESSAGE(ledger, (ledger ? "" : ledger.error().message));
  return std::move(*ledger);
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST_CASE("entries are read back as they were appended, by number, kind and subject") {
  const TestFolder folder;
  const std::string path = folder.path("a.relata");
  {
    Ledger ledger = opened(path);
    auto batch = Batch::begin(ledger);
    REQUIRE(batch);
    const EntrySubject a = test_subject(1), b = test_subject(2);
    CHECK(*batch->append(EntryKind::report, at_second(1), a, "the report a") == 0);
    CHECK(*batch->append(EntryKind::reading, at_second(2), a, "a first reading of a") == 1);
    CHECK(*batch->append(EntryKind::report, at_second(3), b, std::string("\0b", 2)) == 2);
    CHECK(*batch->append(EntryKind::decision, at_second(-4), std::nullopt, "") == 3);
    CHECK(*batch->append(EntryKind::reading, at_second(5), a, std::string(100'000, 'x')) == 4);
    REQUIRE(batch->commit(at_second(6)));
  }
  CHECK(files_in(folder.path("")) == 1);
  Ledger ledger = opened(path, Ledger::Mode::read);
  CHECK(*ledger.size() == 6);
  CHECK(*ledger.about(test_subject(1), EntryKind::reading) == std::vector<std::uint64_t>{1, 4});
  CHECK(*ledger.about(test_subject(2), EntryKind::report) == std::vector<std::uint64_t>{2});
  CHECK(ledger.about(test_subject(3), EntryKind::report)->empty());
  CHECK(*ledger.payload(2) == std::string("\0b", 2));
  CHECK(*ledger.payload(3) == std::string());
  CHECK(*ledger.payload(4) == std::string(100'000, 'x'));
  CHECK(*ledger.payload(6) == std::nullopt);
  CHECK(*ledger.payload(~std::uint64_t{0}) == std::nullopt);
  const auto decision = ledger.entry(3);
  REQUIRE((decision && *decision));
  CHECK((*decision)->kind == EntryKind::decision);
  CHECK((*decision)->time == at_second(-4));
  CHECK_FALSE((*decision)->subject);
  auto cursor = ledger.entries(2, EntryKind::reading);
  REQUIRE(cursor);
  auto reading = cursor->next();
  REQUIRE((reading && *reading));
  CHECK((*reading)->number == 4);
  CHECK((*reading)->subject == test_subject(1));
  reading = cursor->next();
  REQUIRE(reading);
  CHECK_FALSE(*reading);
}

TEST_CASE("the same appended with the same randomness makes the same record") {
  const TestFolder folder;
  std::string notes[2];
  for (int i : {0, 1}) {
    Ledger ledger = opened(folder.path(std::to_string(i)));
    REQUIRE(add_reports(ledger, 0, 5));
    REQUIRE(add_reports(ledger, 5, 9));
    notes[i] = ledger.last_note()->value_or("");
  }
  CHECK(!notes[0].empty());
  CHECK(notes[0] == notes[1]);
}

TEST_CASE("a batch that is left, or empty, leaves nothing") {
  const TestFolder folder;
  Ledger ledger = opened(folder.path("a.relata"));
  {
    auto batch = Batch::begin(ledger);
    REQUIRE(batch);
    REQUIRE(batch->append(EntryKind::report, at_second(0), test_subject(0), "lost"));
  }
  {
    auto batch = Batch::begin(ledger);
    REQUIRE(batch);
    REQUIRE(batch->commit(at_second(1)));
  }
  CHECK(*ledger.size() == 0);
  CHECK_FALSE(*ledger.last_note());
  REQUIRE(add_reports(ledger, 0, 1));
  CHECK(*ledger.size() == 2);
}

TEST_CASE("views in the same transaction come and go with the batch") {
  const TestFolder folder;
  Ledger ledger = opened(folder.path("a.relata"));
  REQUIRE(ledger.database().execute("CREATE TABLE view_of_reports (number INTEGER)"));
  for (const bool kept : {false, true}) {
    auto batch = Batch::begin(ledger);
    REQUIRE(batch);
    REQUIRE(batch->append(EntryKind::report, at_second(0), test_subject(0), "words"));
    REQUIRE(ledger.database().execute("INSERT INTO view_of_reports VALUES (0)"));
    if (kept) REQUIRE(batch->commit(at_second(1)));
  }
  CHECK(*ledger.database().integer("SELECT count(*) FROM view_of_reports") == 1);
}

TEST_CASE("the tables refuse to be changed") {
  const TestFolder folder;
  Ledger ledger = opened(folder.path("a.relata"));
  REQUIRE(add_reports(ledger, 0, 3));
  for (const char* sql :
       {"UPDATE entry SET time = 0", "DELETE FROM entry", "DELETE FROM payload WHERE number = 1",
        "UPDATE payload SET stored = x'00'", "INSERT OR REPLACE INTO entry VALUES (1, 1, 1, x'')",
        "INSERT INTO entry VALUES (9, 1, 1, x'')",
        "INSERT OR REPLACE INTO payload VALUES "
        "(1, x'', NULL, x'')",
        "REPLACE INTO payload VALUES (3, x'', NULL, x'')"})
    CHECK_FALSE_MESSAGE(ledger.database().execute(sql), sql);
  CHECK(verify(ledger)->holds());
}

TEST_CASE("what is no casebook of this version is refused, and said to be what it is") {
  const TestFolder folder;
  const std::string path = folder.path("a.relata");
  const auto refusal = [&](Ledger::Mode mode) {
    const auto ledger = Ledger::open(path, mode, test_options());
    REQUIRE_FALSE(ledger);
    CHECK(ledger.error().message.starts_with(path + ": "));
    return ledger.error().message;
  };
  CHECK(refusal(Ledger::Mode::read).find("unable to open") != std::string::npos);
  std::ofstream(path) << "";
  CHECK(refusal(Ledger::Mode::write).find("is empty") != std::string::npos);
  std::ofstream(path) << std::string(5000, 'x');
  CHECK(refusal(Ledger::Mode::create).find("not a database") != std::string::npos);
  std::filesystem::remove(path);
  {
    auto other = Database::open(path, Database::Mode::create);
    REQUIRE(other);
    REQUIRE(other->execute("CREATE TABLE entry (number INTEGER)"));
  }
  CHECK(refusal(Ledger::Mode::create).find("another program") != std::string::npos);
  std::filesystem::remove(path);
  opened(path);
  {
    auto newer = Database::open(path, Database::Mode::write);
    REQUIRE(newer);
    REQUIRE(newer->execute("PRAGMA user_version = 7"));
  }
  CHECK(refusal(Ledger::Mode::read).find("format 7") != std::string::npos);
}

TEST_CASE("a file whose tables, indexes or triggers are not as they are made is refused") {
  for (const char* sql :
       {"DROP TRIGGER entry_stays", "DROP INDEX payload_subject",
        "CREATE TRIGGER more AFTER INSERT ON Entry BEGIN SELECT 1; END",
        "CREATE INDEX more ON payload (stored)",
        "DROP TABLE tile; CREATE VIEW tile AS SELECT 1 AS level, 2 AS place, x'00' AS hashes"}) {
    const TestFolder folder;
    const std::string path = folder.path("a.relata");
    {
      Ledger ledger = opened(path);
      REQUIRE(add_reports(ledger, 0, 2));
    }
    {
      auto database = Database::open(path, Database::Mode::write);
      REQUIRE(database);
      REQUIRE(database->execute(sql));
    }
    const auto ledger = Ledger::open(path, Ledger::Mode::read, test_options());
    REQUIRE_FALSE_MESSAGE(ledger, sql);
    CHECK(ledger.error().message.find("not as Relata makes it") != std::string::npos);
  }
}

TEST_CASE("a copy that cannot be written is read as it is") {
  const TestFolder folder;
  const std::string path = folder.path("a.relata");
  {
    Ledger ledger = opened(path);
    REQUIRE(add_reports(ledger, 0, 2));
  }
  REQUIRE(chmod(path.c_str(), 0444) == 0);
  REQUIRE(chmod(folder.path("").c_str(), 0555) == 0);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    // The one who may write anything becomes somebody who may not.
    if (geteuid() == 0 && setuid(65534) != 0) _exit(2);
    const bool held = [&] {
      auto ledger = Ledger::open(path, Ledger::Mode::read, test_options());
      if (!ledger) std::fprintf(stderr, "%s\n", ledger.error().message.c_str());
      return ledger && verify(*ledger)->holds() &&
             !Ledger::open(path, Ledger::Mode::write, test_options());
    }();
    _exit(held ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  CHECK(status == 0);
  REQUIRE(chmod(folder.path("").c_str(), 0700) == 0);
  CHECK(files_in(folder.path("")) == 1);
}

TEST_CASE("nothing is appended on top of a tree that does not fit its last checkpoint") {
  for (const char* sql : {"UPDATE tile SET hashes = zeroblob(length(hashes))",
                          "UPDATE tile SET hashes = substr(hashes, 1, 64)", "DELETE FROM tile",
                          "UPDATE casebook SET origin = 'relata.casebook/of-somebody-else'"}) {
    const TestFolder folder;
    const std::string path = folder.path("a.relata");
    {
      Ledger ledger = opened(path);
      REQUIRE(add_reports(ledger, 0, 3));
      REQUIRE(ledger.database().execute(sql));
    }
    Ledger ledger = opened(path, Ledger::Mode::write);
    const auto added = add_reports(ledger, 3, 4);
    REQUIRE_FALSE_MESSAGE(added, sql);
    CHECK(added.error().message.find("verify says") != std::string::npos);
    CHECK(*ledger.size() == 4);
  }
}

TEST_CASE("without a key nothing is appended, and all is read") {
  const TestFolder folder;
  const std::string path = folder.path("a.relata");
  { REQUIRE(add_reports(*std::make_unique<Ledger>(opened(path)), 0, 2)); }
  auto ledger = Ledger::open(path, Ledger::Mode::write);
  REQUIRE(ledger);
  CHECK_FALSE(Batch::begin(*ledger));
  CHECK(*ledger->payload(1) == test_payload(1));
}

TEST_CASE("every entry under the last checkpoint has a proof that stands alone") {
  const TestFolder folder;
  Ledger ledger = opened(folder.path("a.relata"));
  REQUIRE(add_reports(ledger, 0, 150));
  REQUIRE(add_reports(ledger, 150, 400));
  const std::string note = ledger.last_note()->value_or("");
  const auto checkpoint = checkpoint_of(note);
  REQUIRE(checkpoint);
  CHECK(checkpoint->size == 401);
  for (std::uint64_t number = 0; number < 401; number += 25) {
    const auto text = ledger.proof_of(number);
    REQUIRE(text);
    CHECK(text->starts_with("c2sp.org/tlog-proof@v1\nextra "));
    CHECK(text->ends_with("\n\n" + note));
    const auto proof = prove_inclusion(ledger.subtrees(), number, 401);
    REQUIRE(proof);
    const auto entry = ledger.entry(number);
    CHECK(includes(checkpoint->root, 401, number, leaf_hash(leaf_of(**entry)), *proof));
  }
  CHECK_FALSE(ledger.proof_of(401));  // the checkpoint itself
  CHECK_FALSE(ledger.proof_of(402));
  const auto earlier = checkpoint_of(ledger.payload(150)->value_or(""));
  REQUIRE(earlier);
  const auto proof = prove_consistency(ledger.subtrees(), 150, 401);
  REQUIRE(proof);
  CHECK(continues(earlier->root, 150, checkpoint->root, 401, *proof));
}

TEST_CASE("a second writer waits, or is told; readers see what was there and are not held up") {
  const TestFolder folder;
  const std::string path = folder.path("a.relata");
  Ledger first = opened(path);
  REQUIRE(add_reports(first, 0, 2));
  Ledger reader = opened(path, Ledger::Mode::read);
  LedgerOptions hasty = test_options();
  hasty.patience = std::chrono::milliseconds(20);
  auto second = Ledger::open(path, Ledger::Mode::write, hasty);
  REQUIRE(second);
  std::thread patient;
  {
    auto batch = Batch::begin(first);
    REQUIRE(batch);
    REQUIRE(batch->append(EntryKind::report, at_second(2), test_subject(2), "third"));
    CHECK(*reader.size() == 3);
    CHECK(Ledger::open(path, Ledger::Mode::read, test_options()));
    const auto refused = Batch::begin(*second);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find("another program is writing") != std::string::npos);
    patient = std::thread([&] {
      auto third = Ledger::open(path, Ledger::Mode::write, test_options());
      RELATA_CHECK(third && add_reports(*third, 3, 5));
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    REQUIRE(batch->commit(at_second(3)));
  }
  patient.join();
  CHECK(*reader.size() == 8);
  CHECK(verify(reader)->holds());
}

TEST_CASE("programs that make a casebook at once make one") {
  const TestFolder folder;
  const std::string path = folder.path("a.relata");
  std::vector<pid_t> children;
  for (std::uint64_t i = 0; i < 4; ++i) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      const bool added = [&] {
        LedgerOptions options = test_options();
        options.random = system_random();
        auto ledger = Ledger::open(path, Ledger::Mode::create, options);
        if (!ledger) std::fprintf(stderr, "%s\n", ledger.error().message.c_str());
        return ledger && add_reports(*ledger, 0, 3) && add_reports(*ledger, 3, 5);
      }();
      _exit(added ? 0 : 1);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(status == 0);
  }
  CHECK(files_in(folder.path("")) == 1);
  Ledger ledger = opened(path, Ledger::Mode::read);
  CHECK(*ledger.size() == 4 * 7);
  CHECK(verify(ledger)->holds());
}

TEST_CASE("an older format becomes the present one step by step, or the file stays as it was") {
  auto database = Database::open(":memory:", Database::Mode::create);
  REQUIRE(database);
  REQUIRE(
      database->execute("PRAGMA application_id = 0x52454C41; PRAGMA user_version = 1;"
                        "CREATE TABLE note (words TEXT); INSERT INTO note VALUES ('kept')"));
  const Migration steps[] = {{1, "ALTER TABLE note ADD COLUMN day INTEGER"},
                             {2, "CREATE INDEX note_day ON note (day)"},
                             {3, "CREATE TABLE broken (x INTEGER); SELECT nothing FROM nowhere"}};
  CHECK_FALSE(state_of(*database, 0));
  REQUIRE(migrate(*database, steps, 3));
  CHECK(*database->integer("PRAGMA user_version") == 3);
  CHECK(*database->integer("SELECT count(*) FROM note WHERE words = 'kept' AND day IS NULL") == 1);
  CHECK_FALSE(migrate(*database, steps, 4));
  CHECK(*database->integer("PRAGMA user_version") == 3);
  CHECK(*database->integer("SELECT count(*) FROM sqlite_schema WHERE name = 'broken'") == 0);
  CHECK_FALSE(migrate(*database, steps, 9));  // no way leads there
  CHECK(*database->integer("PRAGMA user_version") == 3);
}

TEST_CASE("an erased payload is nowhere in the file, and everything else still verifies") {
  const TestFolder folder;
  const std::string path = folder.path("a.relata");
  const auto held = [&](const std::string& words) {
    return bytes_of(path).find(words) != std::string::npos;
  };
  const std::string before_note = [&] {
    Ledger ledger = opened(path);
    REQUIRE(add_reports(ledger, 0, 60));
    return ledger.last_note()->value_or("");
  }();
  std::string salt, subject, stored;
  std::uint64_t by = 0;
  {
    Ledger ledger = opened(path, Ledger::Mode::write);
    auto select =
        ledger.database().prepare("SELECT salt, subject, stored FROM payload WHERE number = 7");
    REQUIRE((select && *select->step()));
    salt = select->blob(0), subject = select->blob(1), stored = select->blob(2);
    select->reset();
    CHECK(held(salt));
    CHECK(held(subject));
    CHECK(held(stored.substr(0, 100)));
    auto batch = Batch::begin(ledger);
    REQUIRE(batch);
    const auto number = batch->erase(7, "A. Example", "names a witness", at_second(100));
    REQUIRE(number);
    by = *number;
    CHECK_FALSE(batch->erase(7, "A. Example", "again", at_second(100)));
    CHECK_FALSE(batch->erase(by, "A. Example", "an erasure", at_second(100)));
    CHECK_FALSE(batch->erase(60, "A. Example", "a checkpoint", at_second(100)));
    CHECK_FALSE(batch->erase(1000, "A. Example", "nothing", at_second(100)));
    CHECK_FALSE(batch->erase(8, "", "nobody", at_second(100)));
    CHECK_FALSE(batch->erase(8, "A. Example", "two\nlines", at_second(100)));
    REQUIRE(batch->commit(at_second(101)));
    REQUIRE(ledger.scrub());
    CHECK(std::filesystem::file_size(path + "-wal") < 100'000);
  }
  for (const std::string& words :
       {salt, subject, stored.substr(0, 16), stored.substr(stored.size() / 2, 16)})
    CHECK_FALSE(held(words));
  Ledger ledger = opened(path, Ledger::Mode::read);
  CHECK(*ledger.payload(7) == std::nullopt);
  CHECK((*ledger.entry(7))->erased);
  CHECK(ledger.about(test_subject(7), EntryKind::report)->empty());
  const auto erasure = ledger.erasure_of(7);
  REQUIRE((erasure && *erasure));
  CHECK((*erasure)->entry == by);
  CHECK((*erasure)->who == "A. Example");
  CHECK((*erasure)->why == "names a witness");
  CHECK((*erasure)->time == at_second(100));
  CHECK_FALSE(*ledger.erasure_of(8));
  VerifyOptions options;
  options.known_note = before_note;
  const auto verification = verify(ledger, options);
  REQUIRE(verification);
  CHECK(verification->holds());
  CHECK(verification->erased == 1);
  const auto proof = prove_inclusion(ledger.subtrees(), 7, 60);
  const auto checkpoint = checkpoint_of(before_note);
  CHECK(includes(checkpoint->root, 60, 7, leaf_hash(leaf_of(**ledger.entry(7))), *proof));
}

TEST_CASE(
    "when a reader keeps an erasure from being scrubbed, that is said, and done at the next "
    "opening") {
  const TestFolder folder;
  const std::string path = folder.path("a.relata");
  LedgerOptions hasty = test_options();
  hasty.patience = std::chrono::milliseconds(20);
  auto ledger = Ledger::open(path, Ledger::Mode::create, hasty);
  REQUIRE(ledger);
  REQUIRE(add_reports(*ledger, 0, 60));
  const std::string words = "a payload that is too short to be worth packing";
  {
    auto batch = Batch::begin(*ledger);
    REQUIRE(batch);
    REQUIRE(batch->append(EntryKind::report, at_second(60), std::nullopt, words));
    REQUIRE(batch->commit(at_second(61)));
  }
  {
    Ledger reader = opened(path, Ledger::Mode::read);
    REQUIRE(reader.database().execute("BEGIN; SELECT count(*) FROM entry"));
    auto batch = Batch::begin(*ledger);
    REQUIRE(batch);
    REQUIRE(batch->erase(61, "A. Example", "names a witness", at_second(62)));
    REQUIRE(batch->commit(at_second(63)));
    CHECK_FALSE(ledger->scrub());
  }
  ledger = opened(path, Ledger::Mode::write);
  CHECK(*ledger->database().integer("SELECT scrub FROM casebook") == 0);
  CHECK(bytes_of(path).find(words) == std::string::npos);
  CHECK(verify(*ledger)->holds());
}

}  // namespace
}  // namespace relata
