// SPDX-License-Identifier: Apache-2.0
// Database and Statement: SQLite with errors as Result and nothing else. One Database is for one thread at a time.
//
//   RELATA_TRY(Database database, Database::open("case.relata", Database::Mode::write));
//   RELATA_TRY(Statement insert, database.prepare("INSERT INTO entry (payload) VALUES (?1)"));
//   insert.bind_blob(1, bytes);
//   RELATA_TRY(const bool row, insert.step());   // false: done
//   insert.reset();
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace relata {

class Statement {
 public:
  // Parameters count from 1. What is bound is copied.
  Statement& bind_integer(int parameter, std::int64_t value);
  Statement& bind_real(int parameter, double value);
  Statement& bind_text(int parameter, std::string_view text);
  Statement& bind_blob(int parameter, std::string_view bytes);
  Statement& bind_null(int parameter);

  // Moves to the next row; false: there is none. Errors: SQLite's, with the name of the file.
  Result<bool> step();
  // For statements that give no rows: steps to the end and resets.
  Result<Done> run();
  // Ready to be stepped again; what is bound stays.
  void reset();

  // Columns count from 0, of the row that step() moved to. Views hold until the next step or reset.
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::string_view blob(int column) const;
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] int columns() const;  // that a row has

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Statement(sqlite3_stmt* statement, std::string path)
      : statement_(statement), path_(std::move(path)) {}
  [[nodiscard]] Error error() const;

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  std::string path_;
  bool bound_ = true;  // nothing could not be bound
};

class Database {
 public:
  enum class Mode : std::uint8_t {
    read,    // must exist; never written
    write,   // must exist
    create,  // made if it does not exist
    frozen,  // must exist, and nobody writes it meanwhile: nothing is locked and no file made beside it
  };
  // `vfs`: the name of a registered SQLite VFS, "" for the default one; for tests that inject faults.
  static Result<Database> open(const std::string& path, Mode mode, const std::string& vfs = "");

  Result<Statement> prepare(std::string_view sql);
  // Each by itself, in the order given.
  Result<std::vector<Statement>> prepare_all(std::span<const char* const> sql);
  // One or several statements without parameters, whose rows are of no interest.
  Result<Done> execute(const std::string& sql);
  // The first column of the first row; nothing if there is no row.
  Result<std::optional<std::int64_t>> integer(std::string_view sql);
  [[nodiscard]] std::int64_t last_row() const;
  // Rows that the last INSERT, UPDATE or DELETE touched.
  [[nodiscard]] std::int64_t changes() const;
  [[nodiscard]] const std::string& path() const { return path_; }
  // For what SQLite offers beyond this: functions, hooks, backups.
  [[nodiscard]] sqlite3* handle() const { return database_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  Database(sqlite3* database, std::string path) : database_(database), path_(std::move(path)) {}
  [[nodiscard]] Error error() const;

  std::unique_ptr<sqlite3, Close> database_;
  std::string path_;
};

// Everything between begin and commit() happens, or nothing of it: leaving without commit() rolls back.
class Transaction {
 public:
  static Result<Transaction> begin(Database& database);  // takes the right to write at once
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  Result<Done> commit();

 private:
  explicit Transaction(Database& database) : database_(&database) {}
  Database* database_;
};

}  // namespace relata
