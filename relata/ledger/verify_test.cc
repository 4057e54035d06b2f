// SPDX-License-Identifier: Apache-2.0
#include "relata/ledger/verify.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "relata/ledger/test_casebook.h"

namespace relata {
namespace {

// Somebody who can write the file, and knows how it is made: the triggers are put back afterwards.
void tamper(const std::string& path, const std::string& sql) {
  auto database = Database::open(path, Database::Mode::write);
  REQUIRE(database);
  auto select = database->prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
  REQUIRE(select);
  std::string drop, make;
  while (*select->step()) {
    drop += "DROP TRIGGER " + std::string(select->text(0)) + ";";
    make += std::string(select->text(1)) + ";";
  }
  select->reset();
  const auto done = database->execute(drop + sql + ";" + make);
  REQUIRE_MESSAGE(done, sql);
}

Verification verified(const std::string& path, const VerifyOptions& options = {}) {
  auto ledger = Ledger::open(path, Ledger::Mode::read, test_options());
  REQUIRE_MESSAGE(ledger, (ledger ? "" : ledger.error().message));
  auto verification = verify(*ledger, options);
  REQUIRE(verification);
  return *verification;
}

std::string first_of(const Verification& verification) {
  return verification.holds() ? "" : text_of(verification.misfits.front());
}

// Ten reports under checkpoint 10, ten more under 21, report 3 erased by entry 22 under 23.
void make_casebook(const std::string& path) {
  auto ledger = Ledger::open(path, Ledger::Mode::create, test_options());
  REQUIRE(ledger);
  REQUIRE(add_reports(*ledger, 0, 10));
  REQUIRE(add_reports(*ledger, 10, 20));
  auto batch = Batch::begin(*ledger);
  REQUIRE(batch);
  REQUIRE(batch->erase(3, "A. Example", "names a witness", at_second(50)));
  REQUIRE(batch->commit(at_second(51)));
  REQUIRE(ledger->scrub());
}

TEST_CASE("a sound casebook holds, with every count") {
  const TestFolder folder;
  const std::string path = folder.path("a.relata");
  make_casebook(path);
  const Verification found = verified(path);
  CHECK(first_of(found) == "");
  CHECK(
      summary_of(found).starts_with("24 entries (20 report, 0 reading, 0 decision, 3 checkpoint, "
                                    "1 erasure), 23 payloads, 1 erased, 3 signatures, root "));
  CHECK(found.signers == std::vector<PublicKey>{test_key()->public_key()});
}

// What tools/verify_casebook prints of the file; nothing where there is no Python.
std::optional<std::string> said_elsewhere(const std::string& path) {
  const std::string command =
      "python3 '" RELATA_SOURCE_DIR "/tools/verify_casebook' '" + path + "' 2>&1";
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string said;
  char bytes[4096];
  while (const std::size_t size = fread(bytes, 1, sizeof bytes, pipe)) said.append(bytes, size);
  const int status = pclose(pipe);
  if (WEXITSTATUS(status) == 127) return std::nullopt;
  return said;
}

// Both verifiers say the same, to the letter.
void check_agreement(const std::string& path, const std::string& of) {
  const Verification found = verified(path);
  std::string expected = summary_of(found) + "\n";
  for (const Misfit& misfit : found.misfits) expected += text_of(misfit) + "\n";
  const auto said = said_elsewhere(path);
  const char* lacking = nullptr;
  if (!said) {
    lacking = "no python3: the second verifier was not run";
  } else if (said->find("signatures not checked") != std::string::npos) {
    lacking = "python3 has no library for Ed25519: the second verifier checked no signatures";
  }
  if (lacking != nullptr) {
    MESSAGE(lacking);
    return;
  }
  CHECK_MESSAGE(*said == expected, of);
}

TEST_CASE("a second verifier, in another language, agrees on what is sound") {
  const TestFolder folder;
  make_casebook(folder.path("a.relata"));
  check_agreement(folder.path("a.relata"), "one tile");
  auto ledger = Ledger::open(folder.path("b.relata"), Ledger::Mode::create, test_options());
  REQUIRE(ledger);
  REQUIRE(add_reports(*ledger, 0, 300));
  for (std::uint64_t n = 0; n < 5; ++n) REQUIRE(add_reports(*ledger, 300 + 90 * n, 390 + 90 * n));
  check_agreement(folder.path("b.relata"), "several tiles, while it is open");
}

struct Tampering {
  const char* sql;
  const char* first;  // what is said first
};

TEST_CASE("whatever is changed is found, and the first entry that does not fit is named") {
  const Tampering kTamperings[] = {
      {"UPDATE entry SET time = time + 1 WHERE number = 5",
       "entry 5: the tree holds another leaf for it"},
      {"UPDATE entry SET kind = 2 WHERE number = 5", "entry 5: the tree holds another leaf for it"},
      {"UPDATE entry SET kind = 77 WHERE number = 5", "entry 5: its kind is not known"},
      {"UPDATE entry SET commitment = zeroblob(32) WHERE number = 5",
       "entry 5: its payload is not what was committed to"},
      {"UPDATE entry SET commitment = zeroblob(32) WHERE number = 3",
       "entry 3: the tree holds another leaf for it"},
      {"UPDATE entry SET commitment = zeroblob(31) WHERE number = 3",
       "entry 3: its commitment is no SHA-256"},
      {"UPDATE payload SET stored = CAST(stored || x'00' AS BLOB) WHERE number = 12",
       "entry 12: its payload is not what was committed to"},
      {"UPDATE payload SET subject = NULL WHERE number = 12",
       "entry 12: its payload is not what was committed to"},
      {"UPDATE payload SET subject = x'' WHERE number = 10",
       "entry 10: its payload is not what was committed to"},
      {"DELETE FROM payload WHERE number = 12",
       "entry 12: its payload is missing, and no erasure says why"},
      {"DELETE FROM payload WHERE number = 12; INSERT INTO erasure VALUES (12, 22)",
       "entry 12: its payload is missing, and no erasure says why"},
      {"INSERT INTO payload SELECT 3, salt, subject, stored FROM payload WHERE number = 4",
       "entry 3: its payload is not what was committed to"},
      {"DELETE FROM entry WHERE number = 6; DELETE FROM payload WHERE number = 6",
       "entry 6: is missing"},
      {"DELETE FROM entry WHERE number = 23; DELETE FROM payload WHERE number = 23",
       "entry 22: comes after the last checkpoint, so nobody signed it"},
      {"UPDATE payload SET stored = zeroblob(8) WHERE number = 22",
       "entry 22: its payload is not what was committed to"},
      {"DELETE FROM payload WHERE number = 10",
       "entry 10: its payload is missing, and no erasure says why"},
      {"UPDATE tile SET hashes = CAST(x'00' || substr(hashes, 2) AS BLOB)",
       "entry 0: the tree holds another leaf for it"},
      {"UPDATE tile SET hashes = CAST(hashes || zeroblob(32) AS BLOB)",
       "the casebook: tile 0/0 of the tree is not what the entries make"},
      {"DELETE FROM tile", "entry 0: the tree holds another leaf for it"},
      {"INSERT INTO tile VALUES (1, 0, zeroblob(32))",
       "the casebook: the tree has other tiles than the entries make"},
      {"DELETE FROM erasure", "the casebook: the list of erasures is not what the entries say"},
      {"DELETE FROM signer", "entry 10: its note is not signed by a key that may sign"},
      {"UPDATE casebook SET origin = 'relata.casebook/00'",
       "entry 10: its note is of another casebook"},
      {"INSERT INTO payload VALUES (99, x'', NULL, x'')",
       "the casebook: there are payloads of no entry"}};
  const TestFolder folder;
  const std::string sound = folder.path("sound.relata"), path = folder.path("a.relata");
  make_casebook(sound);
  for (const Tampering& tampering : kTamperings) {
    std::filesystem::copy_file(sound, path, std::filesystem::copy_options::overwrite_existing);
    tamper(path, tampering.sql);
    CHECK_MESSAGE(first_of(verified(path)) == tampering.first, tampering.sql);
    check_agreement(path, tampering.sql);
  }
}

TEST_CASE(
    "one who rewrites the record whole, with a key of their own, is found by the key or by an old "
    "note") {
  const TestFolder folder;
  const std::string path = folder.path("a.relata"), forged = folder.path("b.relata");
  make_casebook(path);
  {
    LedgerOptions options = test_options();  // the same origin
    options.key = test_key(9);
    auto ledger = Ledger::open(forged, Ledger::Mode::create, options);
    REQUIRE(ledger);
    REQUIRE(add_reports(*ledger, 5, 15));
    REQUIRE(add_reports(*ledger, 10, 20));
  }
  CHECK(verified(forged).holds());
  VerifyOptions by_key;
  by_key.expected_keys = {test_key()->public_key()};
  CHECK(verified(path, by_key).holds());
  CHECK(first_of(verified(forged, by_key)) ==
        "entry 10: its note is not signed by a key that may sign");
  VerifyOptions by_note;
  {
    auto ledger = Ledger::open(path, Ledger::Mode::read);
    by_note.known_note = ledger->payload(10)->value_or("");
  }
  CHECK(verified(path, by_note).holds());
  CHECK_FALSE(verified(forged, by_note).holds());
  by_note.expected_keys = by_key.expected_keys;
  CHECK(verified(forged, by_note).misfits.back().why ==
        "the first 10 entries are not those of the checkpoint kept elsewhere");
}

TEST_CASE("an end that was cut off is found with a note that was kept") {
  const TestFolder folder;
  const std::string path = folder.path("a.relata");
  {
    auto ledger = Ledger::open(path, Ledger::Mode::create, test_options());
    REQUIRE(add_reports(*ledger, 0, 10));
    REQUIRE(add_reports(*ledger, 10, 20));
  }
  VerifyOptions options;
  {
    auto ledger = Ledger::open(path, Ledger::Mode::read);
    options.known_note = ledger->last_note()->value_or("");
  }
  CHECK(verified(path, options).holds());
  tamper(path,
         "DELETE FROM entry WHERE number > 10; DELETE FROM payload WHERE number > 10;"
         "UPDATE tile SET hashes = substr(hashes, 1, 11 * 32)");
  CHECK(verified(path).holds());
  CHECK(first_of(verified(path, options)) ==
        "the casebook: has 11 entries; the checkpoint kept elsewhere is of 21");
  options.known_note = "no note";
  CHECK(first_of(verified(path, options)) ==
        "the casebook: the checkpoint kept elsewhere is no signed note");
}

// Flips the bit that `bit` comes to in a blob of the payload's row; which one that was.
std::size_t flip_bit(Database& database, const char* column, std::uint64_t number,
                     std::size_t bit) {
  sqlite3_blob* blob = nullptr;
  REQUIRE(sqlite3_blob_open(database.handle(), "main", "payload", column,
                            static_cast<sqlite3_int64>(number), 1, &blob) == SQLITE_OK);
  bit %= static_cast<std::size_t>(sqlite3_blob_bytes(blob)) * 8;
  char byte = 0;
  REQUIRE(sqlite3_blob_read(blob, &byte, 1, static_cast<int>(bit / 8)) == SQLITE_OK);
  byte = static_cast<char>(byte ^ 1 << bit % 8);
  REQUIRE(sqlite3_blob_write(blob, &byte, 1, static_cast<int>(bit / 8)) == SQLITE_OK);
  sqlite3_blob_close(blob);
  return bit;
}

TEST_CASE("each of 1,000 flipped bits in payloads is found, and its entry named") {
  const TestFolder folder;
  const std::string path = folder.path("a.relata");
  make_casebook(path);
  auto ledger = Ledger::open(path, Ledger::Mode::write, test_options());
  REQUIRE(ledger);
  Database& database = ledger->database();
  REQUIRE(database.execute("DROP TRIGGER payload_stays; PRAGMA synchronous = OFF"));
  std::mt19937 random(1);
  for (int flip = 0; flip < 1000; ++flip) {
    std::uint64_t number = random() % 24;
    if (number == 3) number = 4;
    const char* column = flip % 10 == 0 ? "salt" : "stored";
    const auto flipped = flip_bit(database, column, number, random());
    const auto found = verify(*ledger);
    REQUIRE(found);
    REQUIRE(found->misfits.size() == 1);
    REQUIRE(text_of(found->misfits[0]) ==
            "entry " + std::to_string(number) + ": its payload is not what was committed to");
    flip_bit(database, column, number, flipped);
  }
  CHECK(verify(*ledger)->holds());
}

TEST_CASE("a bit flipped anywhere in the pages that hold a payload is found, and its entry named") {
  const TestFolder folder;
  const std::string path = folder.path("a.relata");
  make_casebook(path);
  std::string file;
  {
    std::ifstream in(path, std::ios::binary);
    file.assign(std::istreambuf_iterator<char>(in), {});
  }
  std::vector<std::string> stored(24);
  {
    auto database = Database::open(path, Database::Mode::write);
    auto select = database->prepare("SELECT number, stored FROM payload");
    while (*select->step()) stored[static_cast<std::size_t>(select->integer(0))] = select->blob(1);
  }
  std::mt19937 random(2);
  int flips = 0;
  while (flips < 100) {
    const std::size_t number = random() % 24;
    // Payloads of several pages lie in pieces: a piece that is found is of one page.
    const std::string& bytes = stored[number];
    if (bytes.size() < 16) continue;
    const std::size_t at = random() % (bytes.size() - 15);
    const std::size_t place = file.find(bytes.substr(at, 16));
    if (place == std::string::npos ||
        file.find(bytes.substr(at, 16), place + 1) != std::string::npos)
      continue;
    ++flips;
    std::string changed = file;
    const std::size_t byte = place + random() % 16;
    changed[byte] = static_cast<char>(changed[byte] ^ 1 << random() % 8);
    std::ofstream(path, std::ios::binary) << changed;
    REQUIRE(first_of(verified(path)) ==
            "entry " + std::to_string(number) + ": its payload is not what was committed to");
  }
}

TEST_CASE("several people may sign one casebook, each with a key of their own") {
  const TestFolder folder;
  const std::string path = folder.path("a.relata");
  for (const int who : {1, 2, 1}) {
    LedgerOptions options = test_options();
    options.key = test_key(static_cast<std::uint8_t>(who));
    auto ledger = Ledger::open(path, Ledger::Mode::create, options);
    REQUIRE(ledger);
    REQUIRE(add_reports(*ledger, 0, 2));
  }
  const Verification found = verified(path);
  CHECK(found.holds());
  CHECK(found.signatures == 3);
  CHECK(found.signers.size() == 2);
  VerifyOptions options;
  options.expected_keys = {test_key(1)->public_key()};
  CHECK(first_of(verified(path, options)) ==
        "entry 5: its note is not signed by a key that may sign");
}

TEST_CASE("what is verified is one moment, while another program goes on writing") {
  const TestFolder folder;
  const std::string path = folder.path("a.relata");
  make_casebook(path);
  auto reader = Ledger::open(path, Ledger::Mode::read);
  auto writer = Ledger::open(path, Ledger::Mode::write, test_options());
  REQUIRE((reader && writer));
  auto batch = Batch::begin(*writer);
  REQUIRE(batch);
  REQUIRE(batch->append(EntryKind::report, at_second(60), std::nullopt, "words"));
  CHECK(verify(*reader)->entries == 24);
  REQUIRE(batch->commit(at_second(61)));
  const auto found = verify(*reader);
  CHECK(found->entries == 26);
  CHECK(found->holds());
}

}  // namespace
}  // namespace relata
