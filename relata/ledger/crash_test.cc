// SPDX-License-Identifier: Apache-2.0
// What is left of an add that an I/O error, a full disk or kill -9 ended: a casebook that opens, verifies and holds a beginning of
// the work, no less than what was said to be done. By default a sample of all moments, which another run can shift; with
// RELATA_EVERY_CRASH=1 in the environment at every write of an add of 200 reports (some minutes).
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <random>

#include "relata/ledger/failing_disk.h"
#include "relata/ledger/test_casebook.h"
#include "relata/ledger/verify.h"

namespace relata {
namespace {

constexpr std::uint64_t kReports = 200;
constexpr std::uint64_t kPerBatch = 10;

// Adds everything to what may hold some of it, as far as it goes; how many batches were said to be done.
std::uint64_t add_all(const std::string& path, int tell) {
  LedgerOptions options = test_options();
  options.vfs = kFailingDisk;
  auto ledger = Ledger::open(path, Ledger::Mode::create, options);
  if (!ledger) return 0;
  std::uint64_t done = 0;
  // Not all of the log is moved into the file at the end only.
  if (!ledger->database().execute("PRAGMA wal_autocheckpoint = 50")) return 0;
  while (done * kPerBatch < kReports &&
         add_reports(*ledger, done * kPerBatch, (done + 1) * kPerBatch)) {
    ++done;
    if (tell >= 0) RELATA_CHECK(write(tell, "", 1) == 1);
  }
  return done;
}

// `path` holds what `done` batches left behind, or one more of which nobody could be told.
void check_prefix(const std::string& path, std::uint64_t done) {
  auto ledger = Ledger::open(path, Ledger::Mode::create, test_options());
  REQUIRE_MESSAGE(ledger, (ledger ? "" : ledger.error().message));
  const auto found = verify(*ledger);
  REQUIRE(found);
  REQUIRE_MESSAGE(found->holds(), text_of(found->misfits.front()));
  REQUIRE(found->entries % (kPerBatch + 1) == 0);
  const std::uint64_t batches = found->entries / (kPerBatch + 1);
  REQUIRE(batches >= done);
  REQUIRE(batches <= done + 1);
  for (std::uint64_t n = 0; n < batches * kPerBatch; n += 7)
    REQUIRE(*ledger->payload(n + n / kPerBatch) == test_payload(n));
  // And it goes on from there.
  if (batches * kPerBatch < kReports)
    REQUIRE(add_reports(*ledger, batches * kPerBatch, (batches + 1) * kPerBatch));
}

// The moments to try, of as many as there are.
std::vector<std::int64_t> moments(std::int64_t changes, std::int64_t sample) {
  const bool every = std::getenv("RELATA_EVERY_CRASH") != nullptr;
  std::vector<std::int64_t> chosen;
  std::mt19937 random(static_cast<unsigned>(changes));
  const std::int64_t step = every ? 1 : std::max<std::int64_t>(1, changes / sample);
  for (std::int64_t at = 0; at < changes; at += step)
    chosen.push_back(std::min(
        changes - 1, at + static_cast<std::int64_t>(random() % static_cast<unsigned>(step))));
  return chosen;
}

std::int64_t changes_of_adding(FailingDisk& disk) {
  const TestFolder folder;
  disk.never_fail();
  REQUIRE(add_all(folder.path("a.relata"), -1) == kReports / kPerBatch);
  const std::int64_t changes = disk.changes();
  check_prefix(folder.path("a.relata"), kReports / kPerBatch);
  return changes;
}

TEST_CASE(
    "after an I/O error or a full disk at any write the casebook holds a beginning of the work") {
  FailingDisk disk;
  const std::int64_t changes = changes_of_adding(disk);
  CHECK(changes > 1000);
  for (const auto how :
       {FailingDisk::How::error_once, FailingDisk::How::error_for_ever, FailingDisk::How::full}) {
    for (const std::int64_t at : moments(changes, 25)) {
      CAPTURE(static_cast<int>(how));
      CAPTURE(at);
      const TestFolder folder;
      const std::string path = folder.path("a.relata");
      disk.fail_at(at, how);
      const std::uint64_t done = add_all(path, -1);
      disk.never_fail();
      check_prefix(path, done);
    }
  }
}

TEST_CASE("after kill -9 at any write the casebook holds a beginning of the work") {
  FailingDisk disk;
  const std::int64_t changes = changes_of_adding(disk);
  for (const auto how : {FailingDisk::How::kill, FailingDisk::How::kill_half}) {
    for (const std::int64_t at : moments(changes, 25)) {
      CAPTURE(at);
      const TestFolder folder;
      const std::string path = folder.path("a.relata");
      int told[2];
      REQUIRE(pipe(told) == 0);
      const pid_t child = fork();
      REQUIRE(child >= 0);
      if (child == 0) {
        disk.fail_at(at, how);
        add_all(path, told[1]);
        _exit(0);
      }
      close(told[1]);
      std::uint64_t done = 0;
      for (char byte = 0; read(told[0], &byte, 1) == 1;) ++done;
      close(told[0]);
      int status = 0;
      REQUIRE(waitpid(child, &status, 0) == child);
      REQUIRE(WIFSIGNALED(status));
      disk.never_fail();
      check_prefix(path, done);
    }
  }
}

TEST_CASE(
    "after a crash at any write of an erasure the payload is there whole, or gone and said to be") {
  FailingDisk disk;
  for (const auto how : {FailingDisk::How::error_for_ever, FailingDisk::How::full}) {
    bool reached = true;
    for (std::int64_t at = 0; reached; at += std::getenv("RELATA_EVERY_CRASH") != nullptr ? 1 : 5) {
      CAPTURE(at);
      const TestFolder folder;
      const std::string path = folder.path("a.relata");
      disk.never_fail();
      LedgerOptions options = test_options();
      options.vfs = kFailingDisk;
      {
        auto ledger = Ledger::open(path, Ledger::Mode::create, options);
        REQUIRE((ledger && add_reports(*ledger, 0, 20)));
        disk.fail_at(at, how);
        auto batch = Batch::begin(*ledger);
        if (batch && batch->erase(7, "A. Example", "names a witness", at_second(30)))
          (void)batch->commit(at_second(31));
        (void)ledger->scrub();
      }
      reached = disk.changes() > at;
      disk.never_fail();
      auto ledger = Ledger::open(path, Ledger::Mode::write, options);
      REQUIRE(ledger);
      const auto found = verify(*ledger);
      REQUIRE((found && found->holds()));
      const auto payload = ledger->payload(7);
      REQUIRE(payload);
      if (*payload) REQUIRE(**payload == test_payload(7));
      REQUIRE(payload->has_value() == (found->erased == 0));
      REQUIRE(*ledger->database().integer("SELECT scrub FROM casebook") == 0);
    }
  }
}

}  // namespace
}  // namespace relata
