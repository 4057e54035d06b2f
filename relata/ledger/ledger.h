// SPDX-License-Identifier: Apache-2.0
// Ledger: what a casebook keeps for good, in one SQLite file: reports, readings, decisions, checkpoints and erasures, in the order
// in which they were appended. Nothing in it is changed; an erasure takes a payload away and says so. Appending is Batch
// (batch.h), checking verify() (verify.h). A Ledger is for one thread at a time; several threads and programs may each open the
// file: readers see what was committed when they began to read and are never blocked, a second writer waits.
//
//   RELATA_TRY(Ledger ledger, Ledger::open("aleppo.relata", Ledger::Mode::read));
//   RELATA_TRY(EntryCursor readings, ledger.entries(0, EntryKind::reading));
//   for (;;) { RELATA_TRY(const auto entry, readings.next()); if (!entry) break; ledger.payload(entry->number); }
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "relata/base/result.h"
#include "relata/ledger/checkpoint.h"
#include "relata/ledger/entry.h"
#include "relata/ledger/proof.h"
#include "relata/ledger/random_bytes.h"
#include "relata/ledger/signing_key.h"
#include "relata/sqlite/database.h"

namespace relata {

struct LedgerOptions {
  std::shared_ptr<const SigningKey> key;       // nothing can be appended without
  RandomBytes random = system_random();        // of salts and of a new casebook's origin
  std::chrono::milliseconds patience{10'000};  // how long to wait for another program that writes
  std::string vfs;  // "" for the machine's own; for tests that inject faults
};

// An erasure as it stands in the record.
struct Erasure {
  std::uint64_t erased = 0;  // whose payload
  std::uint64_t entry = 0;   // the entry that says so
  EntryTime time;
  std::string who, why;
};

class EntryCursor {
 public:
  // Nothing: there are no more.
  Result<std::optional<Entry>> next();

 private:
  friend class Ledger;
  explicit EntryCursor(Statement select) : select_(std::move(select)) {}
  Statement select_;
};

class Ledger {
 public:
  enum class Mode : std::uint8_t { read, write, create };
  // Errors: no casebook, a newer version's, or a ledger that is not as Relata makes it. create: made if it does not exist.
  static Result<Ledger> open(const std::string& path, Mode mode, LedgerOptions options = {});
  // On a database that is open already; for tests and fuzzers.
  static Result<Ledger> on(Database database, Mode mode, LedgerOptions options = {});

  Result<std::uint64_t> size();  // entries
  // Nothing: there is no entry of that number.
  Result<std::optional<Entry>> entry(std::uint64_t number);
  // Nothing: it was erased, or there is no such entry. The payload is not checked against its commitment: verify() does.
  Result<std::optional<std::string>> payload(std::uint64_t number);
  // Those from `from` on, of that kind if one is given, by number.
  Result<EntryCursor> entries(std::uint64_t from, std::optional<EntryKind> kind = {});
  // The numbers of the entries of that kind about a subject, in order; erased ones are about nothing any more.
  Result<std::vector<std::uint64_t>> about(const EntrySubject& subject, EntryKind kind);
  Result<std::optional<Erasure>> erasure_of(std::uint64_t number);

  // The last signed note; nothing: the casebook is empty.
  Result<std::optional<std::string>> last_note();
  // That the entry is under the last checkpoint, as a C2SP tlog-proof whose `extra` is the entry's leaf: whoever has the origin's
  // public key can check it without the casebook. Error: there is no such entry, or no checkpoint after it.
  Result<std::string> proof_of(std::uint64_t number);
  // Whole subtrees, for proofs between trees of any two sizes.
  [[nodiscard]] Subtrees subtrees();

  // Removes what erased payloads may have left in free parts of the file, and empties what stands beside it. To be called after a
  // batch that erased; when it could not, opening the casebook for writing tries again. Error: others are reading or writing it.
  Result<Done> scrub();

  // Which casebook this is: the first line of its checkpoints.
  [[nodiscard]] const std::string& origin() const { return origin_; }
  [[nodiscard]] const LedgerOptions& options() const { return options_; }
  // The same file holds the views, which are no part of the record: nothing of them is hashed or signed.
  [[nodiscard]] Database& database() { return database_; }

 private:
  Ledger(Database database, LedgerOptions options)
      : database_(std::move(database)), options_(std::move(options)) {}
  Result<Done> prepare(Mode mode);
  Result<Done> create_if_empty(Mode mode);
  Result<Done> load_origin();

  Database database_;
  LedgerOptions options_;
  std::string origin_;
  std::optional<Statement> payload_;
};

}  // namespace relata
