// SPDX-License-Identifier: Apache-2.0
// SqlPiece: a piece of SQL with the values of its parameters in their order. What anybody typed only ever is such a value.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "relata/sqlite/database.h"

namespace relata {

struct SqlBlob {
  std::string bytes;
  bool operator==(const SqlBlob&) const = default;
};
// monostate: NULL.
using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string, SqlBlob>;

struct SqlPiece {
  std::string sql;  // with a plain ? for each value
  std::vector<SqlValue> values;

  SqlPiece& operator<<(std::string_view text) {
    sql += text;
    return *this;
  }
  SqlPiece& operator<<(const SqlPiece& other) {
    sql += other.sql;
    values.insert(values.end(), other.values.begin(), other.values.end());
    return *this;
  }
  // Adds "?" and its value.
  SqlPiece& value(SqlValue bound) {
    sql += '?';
    values.push_back(std::move(bound));
    return *this;
  }
};

// Pieces with `between` between them.
[[nodiscard]] SqlPiece joined(const std::vector<SqlPiece>& pieces, std::string_view between);

// The statement of a whole piece, its values bound.
Result<Statement> prepared(Database& database, const SqlPiece& piece);

// A column of the row that the statement is at.
[[nodiscard]] SqlValue value_of(const Statement& statement, int column, char kind);

}  // namespace relata
