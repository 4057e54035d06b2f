// SPDX-License-Identifier: Apache-2.0
#include "relata/ledger/ledger.h"

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <limits>

#include "relata/ledger/erasure.h"
#include "relata/ledger/packing.h"
#include "relata/ledger/schema.h"
#include "relata/ledger/tree.h"

namespace relata {
namespace {

constexpr const char* kSelectEntry =
    "SELECT e.number, e.kind, e.time, e.commitment, p.number IS NULL, p.subject FROM entry e LEFT "
    "JOIN payload p ON p.number = e.number WHERE e.number >= ?1 AND (?2 IS NULL OR e.kind = ?2) "
    "ORDER BY e.number";
// Scrubbing takes as much room as the casebook: memory up to this size, a file that nobody else can open beyond.
constexpr std::int64_t kScrubInMemory = 512 << 20;

bool is_number(std::uint64_t number) {
  return number < static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
}

std::optional<EntrySubject> subject_of(std::string_view bytes) {
  EntrySubject subject;
  if (bytes.size() != subject.size()) return std::nullopt;
  std::copy(bytes.begin(), bytes.end(), subject.begin());
  return subject;
}

Result<Entry> entry_of(const Statement& row) {
  Entry entry;
  entry.number = static_cast<std::uint64_t>(row.integer(0));
  const auto kind = entry_kind_of(row.integer(1));
  const auto commitment = digest_of(row.blob(3));
  if (!kind || !commitment)
    return Error{"cannot be read; relata verify says more"}.with("entry " +
                                                                 std::to_string(entry.number));
  entry.kind = *kind;
  entry.time = EntryTime(std::chrono::seconds(row.integer(2)));
  entry.commitment = *commitment;
  entry.erased = row.integer(4) != 0;
  entry.subject = subject_of(row.blob(5));
  return entry;
}

// For reading, a file is opened for writing all the same where it may be: only then can whoever closes it last leave one file.
Result<Database> open_for_reading(const std::string& path, const LedgerOptions& options) {
  RELATA_TRY(Database database, Database::open(path, Database::Mode::write, options.vfs));
  sqlite3_busy_timeout(database.handle(), static_cast<int>(options.patience.count()));
  if (database.integer("SELECT count(*) FROM sqlite_schema")) {
    RELATA_TRY(Done(), database.execute("PRAGMA query_only = ON"));
    return database;
  }
  const int code = sqlite3_errcode(database.handle()) & 0xFF;
  std::error_code ignored;
  if ((code != SQLITE_CANTOPEN && code != SQLITE_READONLY) ||
      std::filesystem::exists(path + "-wal", ignored))
    return Error{sqlite3_errmsg(database.handle())}.with(path);
  // In a folder that may not be written, or on a disk that cannot be.
  return Database::open(path, Database::Mode::frozen, options.vfs);
}

bool is_busy(const Database& database) {
  return (sqlite3_errcode(database.handle()) & 0xFF) == SQLITE_BUSY;
}

// SQLite itself does not wait for others here.
Result<Done> keep_log_beside(Database& database, std::chrono::milliseconds patience) {
  constexpr std::chrono::milliseconds kStep{10};
  for (std::chrono::milliseconds waited{0};; waited += kStep) {
    auto done = database.execute("PRAGMA journal_mode = WAL");
    if (done || !is_busy(database) || waited >= patience) return done;
    sqlite3_sleep(static_cast<int>(kStep.count()));
  }
}

}  // namespace

Result<std::optional<Entry>> EntryCursor::next() {
  RELATA_TRY(const bool row, select_.step());
  if (!row) return std::optional<Entry>();
  RELATA_TRY(const Entry entry, entry_of(select_));
  return std::optional(entry);
}

Result<Ledger> Ledger::open(const std::string& path, Mode mode, LedgerOptions options) {
  if (mode == Mode::read) {
    RELATA_TRY(Database database, open_for_reading(path, options));
    return on(std::move(database), mode, std::move(options));
  }
  RELATA_TRY(
      Database database,
      Database::open(path, mode == Mode::create ? Database::Mode::create : Database::Mode::write,
                     options.vfs));
  return on(std::move(database), mode, std::move(options));
}

Result<Ledger> Ledger::on(Database database, Mode mode, LedgerOptions options) {
  Ledger ledger(std::move(database), std::move(options));
  RELATA_TRY(Done(), ledger.prepare(mode));
  return ledger;
}

Result<Done> Ledger::prepare(Mode mode) {
  sqlite3* handle = database_.handle();
  sqlite3_busy_timeout(handle, static_cast<int>(options_.patience.count()));
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  // Nothing of a casebook is written anywhere but into it.
  RELATA_TRY(Done(), database_.execute("PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY"));
  RELATA_TRY(Done(), create_if_empty(mode));
  if (mode != Mode::read) {
    if (sqlite3_db_readonly(handle, "main") == 1)
      return Error{"may not be written"}.with(database_.path());
    RELATA_TRY(Done(), keep_log_beside(database_, options_.patience));
    RELATA_TRY(Done(), database_.execute("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON"));
    RELATA_TRY(Done(), migrate(database_, ledger_migrations(), kLedgerVersion));
  }
  RELATA_TRY(Done(), check_schema(database_));
  RELATA_TRY(Done(), load_origin());
  // If others are still reading there will be another time.
  if (mode != Mode::read) (void)scrub();
  return Done{};
}

Result<Done> Ledger::load_origin() {
  RELATA_TRY(Statement select, database_.prepare("SELECT origin FROM casebook"));
  RELATA_TRY(const bool row, select.step());
  if (!row) return Error{"says nowhere which casebook it is"}.with(database_.path());
  origin_ = select.text(0);
  return Done{};
}

Result<Done> Ledger::create_if_empty(Mode mode) {
  RELATA_TRY(const FileState state, state_of(database_));
  if (state == FileState::casebook) return Done{};
  if (mode != Mode::create) return Error{"is empty, no casebook"}.with(database_.path());
  RELATA_TRY(Done(), keep_log_beside(database_, options_.patience));
  RELATA_TRY(Transaction transaction, Transaction::begin(database_));
  // Another program may have come first.
  RELATA_TRY(const FileState now, state_of(database_));
  if (now == FileState::casebook) return Done{};
  std::array<std::uint8_t, 16> name;
  options_.random(name);
  RELATA_TRY(Done(),
             make_schema(database_, "relata.casebook/" + hex_of_bytes(view_of_bytes(name))));
  return transaction.commit();
}

Result<std::uint64_t> Ledger::size() {
  RELATA_TRY(const auto size, database_.integer("SELECT coalesce(max(number) + 1, 0) FROM entry"));
  return static_cast<std::uint64_t>(size.value_or(0));
}

Result<std::optional<Entry>> Ledger::entry(std::uint64_t number) {
  if (!is_number(number)) return std::optional<Entry>();
  RELATA_TRY(EntryCursor cursor, entries(number));
  RELATA_TRY(auto entry, cursor.next());
  if (entry && entry->number != number) entry.reset();
  return entry;
}

Result<EntryCursor> Ledger::entries(std::uint64_t from, std::optional<EntryKind> kind) {
  RELATA_TRY(Statement select, database_.prepare(kSelectEntry));
  constexpr auto kLast = std::numeric_limits<std::int64_t>::max();
  select.bind_integer(1, is_number(from) ? static_cast<std::int64_t>(from) : kLast);
  if (kind) select.bind_integer(2, static_cast<std::int64_t>(*kind));
  return EntryCursor(std::move(select));
}

Result<std::optional<std::string>> Ledger::payload(std::uint64_t number) {
  if (!is_number(number)) return std::optional<std::string>();
  if (!payload_) {
    RELATA_TRY(payload_, database_.prepare("SELECT stored FROM payload WHERE number = ?1"));
  }
  payload_->reset();
  payload_->bind_integer(1, static_cast<std::int64_t>(number));
  RELATA_TRY(const bool row, payload_->step());
  if (!row) {
    payload_->reset();
    return std::optional<std::string>();
  }
  auto payload = unpack(payload_->blob(0), kLargestPayload);
  payload_->reset();
  if (!payload)
    return payload.error().with("entry " + std::to_string(number)).with(database_.path());
  return std::optional(std::move(*payload));
}

Result<std::vector<std::uint64_t>> Ledger::about(const EntrySubject& subject, EntryKind kind) {
  RELATA_TRY(Statement select,
             database_.prepare("SELECT p.number FROM payload p JOIN entry e ON e.number = p.number "
                               "WHERE p.subject = ?1 AND e.kind = ?2 ORDER BY p.number"));
  select.bind_blob(1, view_of_bytes(subject)).bind_integer(2, static_cast<std::int64_t>(kind));
  std::vector<std::uint64_t> numbers;
  for (;;) {
    RELATA_TRY(const bool row, select.step());
    if (!row) return numbers;
    numbers.push_back(static_cast<std::uint64_t>(select.integer(0)));
  }
}

Result<std::optional<Erasure>> Ledger::erasure_of(std::uint64_t number) {
  if (!is_number(number)) return std::optional<Erasure>();
  RELATA_TRY(Statement select, database_.prepare("SELECT entry FROM erasure WHERE erased = ?1"));
  select.bind_integer(1, static_cast<std::int64_t>(number));
  RELATA_TRY(const bool row, select.step());
  if (!row) return std::optional<Erasure>();
  const auto by = static_cast<std::uint64_t>(select.integer(0));
  RELATA_TRY(const auto said_by, entry(by));
  RELATA_TRY(const auto words, payload(by));
  const auto said = words ? erasure_words_of(*words) : std::nullopt;
  if (!said_by || !said)
    return Error{"cannot be read; relata verify says more"}.with("erasure " + std::to_string(by));
  return std::optional(Erasure{number, by, said_by->time, said->who, said->why});
}

Result<std::optional<std::string>> Ledger::last_note() {
  RELATA_TRY(
      Statement select,
      database_.prepare("SELECT number FROM entry WHERE kind = ?1 ORDER BY number DESC LIMIT 1"));
  select.bind_integer(1, static_cast<std::int64_t>(EntryKind::checkpoint));
  RELATA_TRY(const bool row, select.step());
  if (!row) return std::optional<std::string>();
  return payload(static_cast<std::uint64_t>(select.integer(0)));
}

Result<std::string> Ledger::proof_of(std::uint64_t number) {
  RELATA_TRY(const auto found, entry(number));
  if (!found) return Error{"there is no entry " + std::to_string(number)}.with(database_.path());
  RELATA_TRY(const auto note, last_note());
  if (!note) return Error{"there is no checkpoint yet"}.with(database_.path());
  RELATA_TRY(const Checkpoint checkpoint, checkpoint_of(*note));
  if (number >= checkpoint.size)
    return Error{"entry " + std::to_string(number) + " is under no checkpoint yet"}.with(
        database_.path());
  RELATA_TRY(const auto hashes, prove_inclusion(subtrees(), number, checkpoint.size));
  std::string text = "c2sp.org/tlog-proof@v1\nextra " + base64(leaf_of(*found)) + "\nindex " +
                     std::to_string(number) + "\n";
  for (const Digest& hash : hashes) text += base64(view_of_bytes(hash)) + "\n";
  return text + "\n" + *note;
}

Subtrees Ledger::subtrees() {
  return [this](int level, std::uint64_t place) -> Result<Digest> {
    const int tile_level = level / kTileHeight, height = level % kTileHeight;
    const std::uint64_t first = place << height;
    RELATA_TRY(Statement select,
               database_.prepare("SELECT hashes FROM tile WHERE level = ?1 AND place = ?2"));
    select.bind_integer(1, tile_level)
        .bind_integer(2, static_cast<std::int64_t>(first / kTileWidth));
    RELATA_TRY(const bool row, select.step());
    const std::string_view hashes = row ? select.blob(0) : std::string_view();
    std::vector<Digest> under(std::size_t{1} << height);
    const std::size_t at = first % kTileWidth * sizeof(Digest);
    if (hashes.size() < at + under.size() * sizeof(Digest))
      return Error{"its tree has a gap; relata verify says more"}.with(database_.path());
    for (std::size_t i = 0; i < under.size(); ++i)
      under[i] = *digest_of(hashes.substr(at + i * sizeof(Digest), sizeof(Digest)));
    return root_of(under);
  };
}

Result<Done> Ledger::scrub() {
  RELATA_TRY(const auto wanted, database_.integer("SELECT max(scrub) FROM casebook"));
  if (wanted.value_or(0) == 0) return Done{};
  // A connection of its own, so that nothing that is under way in this one is in the way.
  RELATA_TRY(Database own, Database::open(database_.path(), Database::Mode::write, options_.vfs));
  sqlite3_busy_timeout(own.handle(), static_cast<int>(options_.patience.count()));
  RELATA_TRY(const auto bytes, own.integer("SELECT page_count * page_size FROM "
                                           "pragma_page_count, pragma_page_size"));
  const std::string room = bytes.value_or(0) <= kScrubInMemory ? "MEMORY" : "FILE";
  RELATA_TRY(Done(),
             own.execute("PRAGMA temp_store = " + room + "; PRAGMA secure_delete = ON; VACUUM"));
  RELATA_TRY(const auto busy, own.integer("PRAGMA wal_checkpoint(TRUNCATE)"));
  if (busy.value_or(1) != 0)
    return Error{
        "others are reading it: what was erased may be left in free parts of the file until "
        "it is next opened for writing"}
        .with(database_.path());
  return own.execute("UPDATE casebook SET scrub = 0");
}

}  // namespace relata
