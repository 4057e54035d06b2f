// SPDX-License-Identifier: Apache-2.0
#include "relata/sqlite/database.h"

#include <sqlite3.h>

namespace relata {
namespace {

// The path as a URI, in which it may not be taken for anything else.
std::string frozen_uri(const std::string& path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte > 0x20 && byte < 0x7F && c != '%' && c != '?' && c != '#';
    if (plain) {
      uri += c;
    } else {
      uri += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
  return uri + "?immutable=1";
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void Database::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

Statement& Statement::bind_integer(int parameter, std::int64_t value) {
  bound_ &= sqlite3_bind_int64(statement_.get(), parameter, value) == SQLITE_OK;
  return *this;
}

Statement& Statement::bind_real(int parameter, double value) {
  bound_ &= sqlite3_bind_double(statement_.get(), parameter, value) == SQLITE_OK;
  return *this;
}

Statement& Statement::bind_text(int parameter, std::string_view text) {
  bound_ &=
      sqlite3_bind_text64(statement_.get(), parameter, text.data() == nullptr ? "" : text.data(),
                          text.size(), SQLITE_TRANSIENT, SQLITE_UTF8) == SQLITE_OK;
  return *this;
}

Statement& Statement::bind_blob(int parameter, std::string_view bytes) {
  bound_ &=
      sqlite3_bind_blob64(statement_.get(), parameter, bytes.data() == nullptr ? "" : bytes.data(),
                          bytes.size(), SQLITE_TRANSIENT) == SQLITE_OK;
  return *this;
}

Statement& Statement::bind_null(int parameter) {
  bound_ &= sqlite3_bind_null(statement_.get(), parameter) == SQLITE_OK;
  return *this;
}

Result<bool> Statement::step() {
  if (!bound_) return error();
  switch (sqlite3_step(statement_.get())) {
    case SQLITE_ROW:
      return true;
    case SQLITE_DONE:
      return false;
    default:
      return error();
  }
}

Result<Done> Statement::run() {
  for (bool more = true; more;) {
    auto row = step();
    if (!row) {
      reset();
      return row.error();
    }
    more = *row;
  }
  reset();
  return Done{};
}

void Statement::reset() { sqlite3_reset(statement_.get()); }

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}
double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }
bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

int Statement::columns() const { return sqlite3_column_count(statement_.get()); }

std::string_view Statement::text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  return {text == nullptr ? "" : text,
          static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::string_view Statement::blob(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  return {bytes == nullptr ? "" : bytes,
          static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

Error Statement::error() const {
  return Error{sqlite3_errmsg(sqlite3_db_handle(statement_.get()))}.with(path_);
}

Result<Database> Database::open(const std::string& path, Mode mode, const std::string& vfs) {
  int flags = SQLITE_OPEN_READWRITE;
  if (mode == Mode::read) flags = SQLITE_OPEN_READONLY;
  if (mode == Mode::frozen) flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
  if (mode == Mode::create) flags |= SQLITE_OPEN_CREATE;
  const std::string name = mode == Mode::frozen ? frozen_uri(path) : path;
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX,
                                   vfs.empty() ? nullptr : vfs.c_str());
  Database database(handle, path);
  if (handle == nullptr) return Error{"no memory"}.with(path);
  if (code != SQLITE_OK) return database.error();
  sqlite3_extended_result_codes(handle, 1);
  return database;
}

Result<Statement> Database::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) return error();
  RELATA_CHECK(statement != nullptr);  // the SQL was a comment
  return Statement(statement, path_);
}

Result<std::vector<Statement>> Database::prepare_all(std::span<const char* const> sql) {
  std::vector<Statement> statements;
  for (const char* one : sql) {
    RELATA_TRY(Statement statement, prepare(one));
    statements.push_back(std::move(statement));
  }
  return statements;
}

Result<Done> Database::execute(const std::string& sql) {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    return error();
  return Done{};
}

Result<std::optional<std::int64_t>> Database::integer(std::string_view sql) {
  RELATA_TRY(Statement statement, prepare(sql));
  RELATA_TRY(const bool row, statement.step());
  if (!row) return std::optional<std::int64_t>();
  return std::optional(statement.integer(0));
}

std::int64_t Database::last_row() const { return sqlite3_last_insert_rowid(database_.get()); }
std::int64_t Database::changes() const { return sqlite3_changes64(database_.get()); }

Error Database::error() const { return Error{sqlite3_errmsg(database_.get())}.with(path_); }

Result<Transaction> Transaction::begin(Database& database) {
  RELATA_TRY(Done(), database.execute("BEGIN IMMEDIATE"));
  return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept : database_(other.database_) {
  other.database_ = nullptr;
}

Transaction::~Transaction() {
  if (database_ == nullptr) return;
  // There is nothing to be done if this fails: SQLite rolls back when the file is next opened.
  (void)database_->execute("ROLLBACK");
}

Result<Done> Transaction::commit() {
  RELATA_TRY(Done(), database_->execute("COMMIT"));
  database_ = nullptr;
  return Done{};
}

}  // namespace relata
