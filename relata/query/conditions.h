// SPDX-License-Identifier: Apache-2.0
// The conditions of a filter in SQL: each says how a row is tested, and, where an index knows, which rows it holds for.
// find_rows() (find_rows.h) chooses between the two.
#pragma once

#include <optional>
#include <vector>

#include "relata/query/filter.h"
#include "relata/query/sql_piece.h"

namespace relata {

enum class Target : std::uint8_t { incident, account, report, voice };

struct Condition {
  SqlPiece holds;                // of the row of the target, which is called `t`
  std::optional<SqlPiece> rows;  // SELECT … AS n, maybe with repeats
};

// What the SQL calls back for: relata_holds(N, words, sounds) is whether clause N holds.
using WordTests = std::vector<SoughtClause>;

[[nodiscard]] std::vector<Condition> conditions_of(const Filter& filter, Target target,
                                                   WordTests& tests);

// relata_holds() and relata_km() for the time that this lives. One at a time for each database.
class QueryFunctions {
 public:
  static Result<QueryFunctions> add_to(Database& database, const WordTests& tests);
  QueryFunctions(QueryFunctions&& other) noexcept;
  QueryFunctions& operator=(QueryFunctions&&) = delete;
  ~QueryFunctions();

 private:
  explicit QueryFunctions(Database& database) : database_(&database) {}
  Database* database_;
};

}  // namespace relata
