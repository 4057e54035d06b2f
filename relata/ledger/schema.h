// SPDX-License-Identifier: Apache-2.0
// The tables of a casebook's ledger (docs/formats/casebook.md), their version, and how a file of an earlier version becomes one
// of this version. Migrations only add: whoever reads version N reads every earlier one as it is.
//
// A file may come from anybody: check_schema() accepts only one whose tables and triggers are the ones that Relata makes, word for
// word, so that nothing else runs when it is read or written.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "relata/base/result.h"
#include "relata/sqlite/database.h"

namespace relata {

constexpr std::int64_t kApplicationId = 0x52454C41;  // "RELA"
constexpr std::int64_t kLedgerVersion = 1;

// Brings a file from version `from` to `from` + 1.
struct Migration {
  std::int64_t from = 0;
  std::string sql;
};
[[nodiscard]] std::span<const Migration> ledger_migrations();

enum class FileState : std::uint8_t { empty, casebook };

// What the file is. Errors: another program's, or a newer version's.
Result<FileState> state_of(Database& database, std::int64_t version = kLedgerVersion);

// Makes the tables in an empty file. Within a transaction of the caller's.
Result<Done> make_schema(Database& database, const std::string& origin);

// Runs what leads from the file's version to `version`, in one transaction of its own.
Result<Done> migrate(Database& database, std::span<const Migration> migrations,
                     std::int64_t version);

// Error: a table, an index or a trigger of the ledger is not as it is made, or there is a trigger more.
Result<Done> check_schema(Database& database);

}  // namespace relata
