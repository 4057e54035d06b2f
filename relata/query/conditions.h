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
  SqlPiece holds;  // of the row of the target, which is called `t`
  std::optional<SqlPiece> rows =
      std::nullopt;  // SELECT … AS n, maybe with repeats: of these it holds
  std::optional<SqlPiece> counted =
      std::nullopt;               // about as many rows, if they are counted more cheaply
  bool better_looked_up = false;  // the rows, if they are not too many, before anything is tested
};

// What lasts longer has an index of its own (view_…_long), so that only so many days before those asked for must be looked
// through for the others.
inline constexpr int kLongDays = 7;

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
