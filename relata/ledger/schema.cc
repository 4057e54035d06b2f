// SPDX-License-Identifier: Apache-2.0
#include "relata/ledger/schema.h"

#include <array>

namespace relata {
namespace {

struct Part {
  const char* type;
  const char* name;
  const char* sql;  // as SQLite keeps it
};

// The record: entry and payload. The rest can be made anew from it, and is checked against it.
constexpr std::array kParts = {
    Part{"table", "casebook",
         "CREATE TABLE casebook (origin TEXT NOT NULL, scrub INTEGER NOT NULL) STRICT"},
    Part{"table", "signer", "CREATE TABLE signer (public_key BLOB PRIMARY KEY) STRICT"},
    Part{"table", "entry",
         "CREATE TABLE entry (number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, "
         "time INTEGER NOT NULL, commitment BLOB NOT NULL) STRICT"},
    Part{"table", "payload",
         "CREATE TABLE payload (number INTEGER PRIMARY KEY, salt BLOB NOT NULL, subject BLOB, "
         "stored BLOB NOT NULL) STRICT"},
    Part{"table", "erasure",
         "CREATE TABLE erasure (erased INTEGER PRIMARY KEY, entry INTEGER NOT NULL) STRICT"},
    Part{"table", "tile",
         "CREATE TABLE tile (level INTEGER NOT NULL, place INTEGER NOT NULL, hashes BLOB NOT NULL, "
         "PRIMARY KEY (level, place)) STRICT"},
    Part{"index", "payload_subject",
         "CREATE INDEX payload_subject ON payload (subject) WHERE subject IS NOT NULL"},
    // Against mistakes, not against people: who can write the file can drop a trigger. Proofs are for that.
    Part{"trigger", "entry_in_order",
         "CREATE TRIGGER entry_in_order BEFORE INSERT ON entry "
         "WHEN NEW.number IS NOT (SELECT coalesce(max(number) + 1, 0) FROM entry) "
         "BEGIN SELECT raise(ABORT, 'entries are numbered without gaps'); END"},
    Part{"trigger", "entry_stays",
         "CREATE TRIGGER entry_stays BEFORE UPDATE ON entry "
         "BEGIN SELECT raise(ABORT, 'entries are never changed'); END"},
    Part{"trigger", "entry_remains",
         "CREATE TRIGGER entry_remains BEFORE DELETE ON entry "
         "BEGIN SELECT raise(ABORT, 'entries are never deleted'); END"},
    Part{"trigger", "payload_once",
         "CREATE TRIGGER payload_once BEFORE INSERT ON payload "
         "WHEN NEW.number IS NOT (SELECT max(number) FROM entry) "
         "OR EXISTS (SELECT 1 FROM payload WHERE number = NEW.number) "
         "BEGIN SELECT raise(ABORT, 'a payload comes with its entry'); END"},
    Part{"trigger", "payload_stays",
         "CREATE TRIGGER payload_stays BEFORE UPDATE ON payload "
         "BEGIN SELECT raise(ABORT, 'payloads are never changed'); END"},
    Part{"trigger", "payload_remains",
         "CREATE TRIGGER payload_remains BEFORE DELETE ON payload "
         "WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE erased = OLD.number) "
         "BEGIN SELECT raise(ABORT, 'a payload is erased by an erasure only'); END"},
    Part{"trigger", "erasure_stays",
         "CREATE TRIGGER erasure_stays BEFORE UPDATE ON erasure "
         "BEGIN SELECT raise(ABORT, 'erasures are never changed'); END"},
    Part{"trigger", "erasure_remains",
         "CREATE TRIGGER erasure_remains BEFORE DELETE ON erasure "
         "BEGIN SELECT raise(ABORT, 'erasures are never deleted'); END"},
};

Result<std::int64_t> number_of(Database& database, std::string_view sql) {
  RELATA_TRY(const auto number, database.integer(sql));
  return number.value_or(0);
}

Error not_ours(const Database& database, std::string_view name) {
  return Error{"its ledger is not as Relata makes it: " + std::string(name)}.with(database.path());
}

}  // namespace

std::span<const Migration> ledger_migrations() { return {}; }

Result<FileState> state_of(Database& database, std::int64_t version) {
  // In one statement, and so of one moment: another program may be making the casebook just now.
  RELATA_TRY(
      Statement select,
      database.prepare(
          "SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM "
          "pragma_user_version), count(*) FROM sqlite_schema"));
  RELATA_TRY([[maybe_unused]] const bool row, select.step());
  const std::int64_t id = select.integer(0), own = select.integer(1), parts = select.integer(2);
  if (id == 0 && own == 0 && parts == 0) return FileState::empty;
  if (id != kApplicationId)
    return Error{"is a database of another program, no casebook"}.with(database.path());
  if (own < 1 || own > version)
    return Error{"is a casebook of format " + std::to_string(own) +
                 "; this version of Relata knows up to " + std::to_string(version)}
        .with(database.path());
  return FileState::casebook;
}

Result<Done> make_schema(Database& database, const std::string& origin) {
  for (const Part& part : kParts) {
    RELATA_TRY(Done(), database.execute(part.sql));
  }
  RELATA_TRY(Statement insert, database.prepare("INSERT INTO casebook VALUES (?1, 0)"));
  insert.bind_text(1, origin);
  RELATA_TRY(Done(), insert.run());
  return database.execute("PRAGMA application_id = " + std::to_string(kApplicationId) +
                          "; PRAGMA user_version = " + std::to_string(kLedgerVersion));
}

Result<Done> migrate(Database& database, std::span<const Migration> migrations,
                     std::int64_t version) {
  RELATA_TRY(const std::int64_t before, number_of(database, "PRAGMA user_version"));
  if (before == version) return Done{};
  RELATA_TRY(Transaction transaction, Transaction::begin(database));
  // Another program may have come first.
  RELATA_TRY(std::int64_t own, number_of(database, "PRAGMA user_version"));
  for (const Migration& migration : migrations) {
    if (migration.from != own || own >= version) continue;
    RELATA_TRY(Done(), database.execute(migration.sql));
    ++own;
  }
  if (own != version)
    return Error{"cannot be brought from format " + std::to_string(own) + " to " +
                 std::to_string(version)}
        .with(database.path());
  RELATA_TRY(Done(), database.execute("PRAGMA user_version = " + std::to_string(version)));
  return transaction.commit();
}

Result<Done> check_schema(Database& database) {
  RELATA_TRY(Statement select,
             database.prepare("SELECT sql, type FROM sqlite_schema WHERE name = ?1"));
  for (const Part& part : kParts) {
    select.reset();
    select.bind_text(1, part.name);
    RELATA_TRY(const bool found, select.step());
    if (!found || select.text(0) != part.sql || select.text(1) != part.type)
      return not_ours(database, part.name);
  }
  // Neither triggers nor indexes of others on tables of ours; and none of ours hidden behind a temporary one.
  for (const Part& part : kParts) {
    if (std::string_view(part.type) != "table") continue;
    RELATA_TRY(Statement others,
               database.prepare("SELECT count(*) FROM sqlite_schema WHERE tbl_name = ?1 COLLATE "
                                "NOCASE AND sql IS NOT NULL"));
    others.bind_text(1, part.name);
    RELATA_TRY(const bool row, others.step());
    std::int64_t ours = 0;
    for (const Part& other : kParts) {
      const std::string_view sql = other.sql;
      const std::string on = std::string(" ON ") + part.name + " ";
      ours += other.name == part.name || sql.find(on) != std::string_view::npos ? 1 : 0;
    }
    if (!row || others.integer(0) != ours) return not_ours(database, part.name);
  }
  return Done{};
}

}  // namespace relata
