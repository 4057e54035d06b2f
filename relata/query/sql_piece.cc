// SPDX-License-Identifier: Apache-2.0
#include "relata/query/sql_piece.h"

namespace relata {
namespace {

struct Bind {
  Statement& statement;
  int parameter;
  void operator()(std::monostate) const { statement.bind_null(parameter); }
  void operator()(std::int64_t value) const { statement.bind_integer(parameter, value); }
  void operator()(double value) const { statement.bind_real(parameter, value); }
  void operator()(const std::string& value) const { statement.bind_text(parameter, value); }
  void operator()(const SqlBlob& value) const { statement.bind_blob(parameter, value.bytes); }
};

}  // namespace

SqlPiece joined(const std::vector<SqlPiece>& pieces, std::string_view between) {
  SqlPiece whole;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i > 0) whole << between;
    whole << pieces[i];
  }
  return whole;
}

Result<Statement> prepared(Database& database, const SqlPiece& piece) {
  RELATA_TRY(Statement statement, database.prepare(piece.sql));
  for (std::size_t i = 0; i < piece.values.size(); ++i)
    std::visit(Bind{statement, static_cast<int>(i) + 1}, piece.values[i]);
  return statement;
}

SqlValue value_of(const Statement& statement, int column, char kind) {
  if (statement.is_null(column)) return std::monostate();
  switch (kind) {
    case 'i':
      return statement.integer(column);
    case 'r':
      return statement.real(column);
    case 't':
      return std::string(statement.text(column));
    default:
      return SqlBlob{std::string(statement.blob(column))};
  }
}

}  // namespace relata
