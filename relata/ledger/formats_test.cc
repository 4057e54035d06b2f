// SPDX-License-Identifier: Apache-2.0
// Casebooks of every format there was, as it wrote them: tests/ledger/format-N.relata. Each must open, verify and be appended to in
// every version from then on. A file of the present format is made anew by RELATA_MAKE_FORMAT=PATH in the environment, for the day
// on which the next format comes; files that are there are never changed.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "relata/ledger/schema.h"
#include "relata/ledger/test_casebook.h"
#include "relata/ledger/verify.h"

namespace relata {
namespace {

// One entry of each kind, a packed payload and a plain one, an erasure, three checkpoints by two signers.
void make_all_kinds(const std::string& path) {
  LedgerOptions options = test_options();
  auto ledger = Ledger::open(path, Ledger::Mode::create, options);
  REQUIRE(ledger);
  {
    auto batch = Batch::begin(*ledger);
    REQUIRE(batch);
    const EntrySubject first = test_subject(1), second = test_subject(2);
    REQUIRE(batch->append(EntryKind::report, at_second(0), first, std::string(3000, 'r')));
    REQUIRE(batch->append(EntryKind::reading, at_second(1), first, "a reading"));
    REQUIRE(batch->append(EntryKind::report, at_second(2), second, "to be erased"));
    REQUIRE(batch->append(EntryKind::decision, at_second(3), std::nullopt, "a decision"));
    REQUIRE(batch->commit(at_second(4)));
  }
  options.key = test_key(2);
  ledger = Ledger::open(path, Ledger::Mode::write, options);
  REQUIRE(ledger);
  {
    auto batch = Batch::begin(*ledger);
    REQUIRE(batch);
    REQUIRE(batch->erase(2, "A. Example", "asked for by law", at_second(5)));
    REQUIRE(batch->commit(at_second(6)));
  }
  REQUIRE(ledger->scrub());
}

void check_all_kinds(Ledger& ledger) {
  const auto found = verify(ledger);
  REQUIRE(found);
  CHECK_MESSAGE(found->holds(), (found->holds() ? "" : text_of(found->misfits.front())));
  CHECK(summary_of(*found).starts_with(
      "7 entries (2 report, 1 reading, 1 decision, 2 checkpoint, 1 erasure), 6 payloads, 1 erased, "
      "2 signatures, root "));
  CHECK(*ledger.payload(0) == std::string(3000, 'r'));
  CHECK(*ledger.payload(1) == "a reading");
  CHECK_FALSE(*ledger.payload(2));
  CHECK(*ledger.payload(3) == "a decision");
  CHECK(*ledger.about(test_subject(1), EntryKind::reading) == std::vector<std::uint64_t>{1});
  const auto erasure = ledger.erasure_of(2);
  REQUIRE((erasure && *erasure));
  CHECK((*erasure)->why == "asked for by law");
}

// The roots of the kept files: what they were, whatever reads them.
const std::string kRoots[] = {"BUKOUvSg/eVKv0mAECW1kASilDKbJwEjWE1njvPuLUg="};

TEST_CASE("a casebook of every format opens, verifies, and is appended to") {
  if (const char* path = std::getenv("RELATA_MAKE_FORMAT")) make_all_kinds(path);
  for (std::int64_t format = 1; format <= kLedgerVersion; ++format) {
    const std::string kept =
        RELATA_SOURCE_DIR "/tests/ledger/format-" + std::to_string(format) + ".relata";
    const TestFolder folder;
    const std::string path = folder.path("a.relata");
    std::filesystem::copy_file(kept, path);
    {
      auto ledger = Ledger::open(path, Ledger::Mode::read);
      REQUIRE_MESSAGE(ledger, (ledger ? "" : ledger.error().message));
      check_all_kinds(*ledger);
      CHECK(base64(view_of_bytes(verify(*ledger)->root)) == kRoots[format - 1]);
    }
    auto ledger = Ledger::open(path, Ledger::Mode::write, test_options());
    REQUIRE(ledger);
    REQUIRE(add_reports(*ledger, 0, 300));
    CHECK(*ledger->database().integer("PRAGMA user_version") == kLedgerVersion);
    CHECK(verify(*ledger)->holds());
    CHECK(*ledger->payload(1) == "a reading");
  }
}

TEST_CASE("what is made now reads as what is kept of this format") {
  const TestFolder folder;
  make_all_kinds(folder.path("a.relata"));
  auto ledger = Ledger::open(folder.path("a.relata"), Ledger::Mode::read);
  REQUIRE(ledger);
  check_all_kinds(*ledger);
}

}  // namespace
}  // namespace relata
