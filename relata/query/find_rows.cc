// SPDX-License-Identifier: Apache-2.0
#include "relata/query/find_rows.h"

#include <algorithm>

#include "relata/query/page_mark.h"

namespace relata {
namespace {

constexpr std::int64_t kFewRows = 5'000;      // are tested and sorted without more ado
constexpr std::int64_t kWalkedRows = 12'000;  // are tested in order before another way is tried
constexpr std::int64_t kManyRows = 60'000;

struct Listing {
  std::string_view table, column, key;
  char kind;  // of the column's values
  SortBy sort;
  bool descending;
  bool has_days;  // sorted by days that conditions of days hold for
};

Result<Listing> listing_of(Target target, const PageRequest& request) {
  const bool voices = target == Target::voice;
  const SortBy sort = request.sort.value_or(voices ? SortBy::claims : SortBy::date);
  const bool descending = request.descending || (voices && !request.sort);
  const auto made = [&](std::string_view table, std::string_view column, std::string_view key,
                        char kind, bool has_days = false) {
    return Listing{table, column, key, kind, sort, descending, has_days};
  };
  switch (target) {
    case Target::incident:
      if (sort == SortBy::date) return made("view_incident", "from_day", "key", 'i', true);
      if (sort == SortBy::grade) return made("view_incident", "grade", "key", 'i');
      if (sort == SortBy::lineages) return made("view_incident", "lineages", "key", 'i');
      if (sort == SortBy::killed) return made("view_incident", "killed", "key", 'r');
      if (sort == SortBy::place) return made("view_incident", "place_name", "key", 't');
      break;
    case Target::account:
      if (sort == SortBy::date) return made("view_account", "from_day", "key", 'i', true);
      break;
    case Target::report:
      if (sort == SortBy::date) return made("view_report", "day", "id", 'i');
      if (sort == SortBy::name) return made("view_report", "doc", "id", 't');
      break;
    case Target::voice:
      if (sort == SortBy::claims) return made("view_voice", "claims", "key", 'i');
      if (sort == SortBy::name) return made("view_voice", "key", "key", 'b');
      break;
  }
  return Error{"these cannot be sorted by " + std::string(name_of(sort))};
}

struct FoundRow {
  std::int64_t row = 0;
  PageMark mark;
};

class Finder {
 public:
  Finder(Database& database, const Filter& filter, const Listing& listing,
         std::vector<Condition> conditions, std::size_t wanted)
      : database_(database),
        filter_(filter),
        listing_(listing),
        conditions_(std::move(conditions)),
        wanted_(wanted) {}

  Result<Done> find(const std::optional<PageMark>& after) {
    after_ = after;
    if (conditions_.empty()) return walk(-1);
    RELATA_TRY(const Condition* few, fewest(kFewRows));
    if (few != nullptr) return drive(*few->rows);
    RELATA_TRY(Done(), walk(kWalkedRows));
    if (whole_) return Done{};
    found_.clear();
    RELATA_TRY(const Condition* many, fewest(kManyRows));
    return many != nullptr ? drive(*many->rows) : drive(std::nullopt);
  }

  std::vector<FoundRow> take() { return std::move(found_); }

 private:
  SqlPiece columns() const {
    SqlPiece made;
    return made << "SELECT t.row, t." << listing_.column << ", t." << listing_.key;
  }
  std::string_view direction() const { return listing_.descending ? " DESC" : ""; }

  // The condition that an index has at most `most` rows for, the one with the fewest; nullptr if there is none.
  Result<const Condition*> fewest(std::int64_t most) {
    const Condition* best = nullptr;
    for (const Condition& condition : conditions_) {
      if (!condition.rows) continue;
      SqlPiece count;
      count << "SELECT count(*) FROM (SELECT n FROM (" << *condition.rows << ") LIMIT ";
      count.value(most + 1) << ")";
      RELATA_TRY(Statement statement, prepared(database_, count));
      RELATA_TRY(const bool row, statement.step());
      if (row && statement.integer(0) <= most) {
        most = statement.integer(0) - 1;  // only a smaller one is better
        best = &condition;
      }
      if (best != nullptr && most < 0) break;
    }
    return best;
  }

  // (value, key) beyond where the last page ended, where values are not null.
  SqlPiece beyond() const {
    SqlPiece made;
    if (!after_ || is_null(after_->value)) return made;
    made << " AND (t." << listing_.column << ", t." << listing_.key << ") "
         << (listing_.descending ? "<" : ">") << " (";
    made.value(typed(after_->value)) << ", ";
    return made.value(SqlBlob{after_->key}) << ")";
  }

  static bool is_null(const SqlValue& value) {
    return std::holds_alternative<std::monostate>(value);
  }
  SqlValue typed(const SqlValue& value) const {
    const auto* text = std::get_if<std::string>(&value);
    return listing_.kind == 'b' && text != nullptr ? SqlValue(SqlBlob{*text}) : value;
  }

  SqlPiece fits() const {
    SqlPiece made;
    for (const Condition& condition : conditions_) made << "iif(" << condition.holds << ", ";
    made << "1";
    for (std::size_t i = 0; i < conditions_.size(); ++i) made << ", 0)";
    return made;
  }

  // Rows in order, each with whether it fits. Sorted by days, only those that can reach into the days asked for: short
  // ones from a month before on, merged with the long ones.
  SqlPiece walk_of_values() const {
    SqlPiece select;
    select << columns() << ", " << fits() << " FROM " << listing_.table << " AS t WHERE ";
    SqlPiece made = select;
    if (listing_.has_days && (filter_.from || filter_.to)) {
      const auto days = [](Date date) { return std::int64_t{date.time_since_epoch().count()}; };
      const std::int64_t last = filter_.to ? days(*filter_.to) : 10'000'000;
      made << "t.to_day <= t.from_day + 31 AND t.from_day >= ";
      made.value((filter_.from ? days(*filter_.from) : -10'000'000) - 31) << " AND t.from_day <= ";
      made.value(last) << beyond() << " UNION ALL " << select
                       << "t.to_day > t.from_day + 31 AND t.from_day <= ";
      made.value(last) << beyond();
    } else {
      made << "t." << listing_.column << " IS NOT NULL" << beyond();
    }
    return made << " ORDER BY 2" << direction() << ", 3" << direction();
  }

  SqlPiece walk_of_nulls() const {
    SqlPiece made;
    made << columns() << ", " << fits() << " FROM " << listing_.table << " AS t WHERE t."
         << listing_.column << " IS NULL";
    if (after_ && is_null(after_->value)) {
      made << " AND t." << listing_.key << (listing_.descending ? " < " : " > ");
      made.value(SqlBlob{after_->key});
    }
    return made << " ORDER BY 3" << direction();
  }

  // Tests rows in order until enough are found, none is left, or `most` were tested; -1: as many as there are.
  Result<Done> walk(std::int64_t most) {
    whole_ = true;
    const bool only_nulls = after_ && is_null(after_->value);
    for (const bool nulls : {false, true}) {
      if (!nulls && only_nulls) continue;
      if (nulls && listing_.has_days && (filter_.from || filter_.to)) continue;
      RELATA_TRY(Statement statement,
                 prepared(database_, nulls ? walk_of_nulls() : walk_of_values()));
      while (found_.size() < wanted_) {
        RELATA_TRY(const bool row, statement.step());
        if (!row) break;
        if (most == 0) {
          whole_ = false;
          return Done{};
        }
        if (most > 0) --most;
        if (statement.integer(3) != 0) keep(statement);
      }
    }
    return Done{};
  }

  // Tests the rows that a condition knows, or all, and sorts them.
  Result<Done> drive(const std::optional<SqlPiece>& rows) {
    SqlPiece select = columns();
    select << " FROM ";
    if (rows) {
      select << "(SELECT DISTINCT n FROM (" << *rows << ")) AS s CROSS JOIN " << listing_.table
             << " AS t ON t.row = s.n";
    } else {
      select << listing_.table << " AS t NOT INDEXED";
    }
    select << " WHERE " << fits();
    const std::string column = "t." + std::string(listing_.column);
    if (after_ && is_null(after_->value)) {
      select << " AND " << column << " IS NULL AND t." << listing_.key
             << (listing_.descending ? " < " : " > ");
      select.value(SqlBlob{after_->key});
    } else if (after_) {
      select << " AND (" << column << " IS NULL OR (1" << beyond() << "))";
    }
    select << " ORDER BY " << column << " IS NULL, " << column << direction() << ", t."
           << listing_.key << direction() << " LIMIT ";
    select.value(static_cast<std::int64_t>(wanted_));
    RELATA_TRY(Statement statement, prepared(database_, select));
    for (;;) {
      RELATA_TRY(const bool row, statement.step());
      if (!row) return Done{};
      keep(statement);
    }
  }

  void keep(const Statement& statement) {
    found_.push_back({statement.integer(0),
                      {value_of(statement, 1, listing_.kind), std::string(statement.blob(2))}});
  }

  Database& database_;
  const Filter& filter_;
  const Listing& listing_;
  std::vector<Condition> conditions_;
  std::size_t wanted_;
  std::optional<PageMark> after_;
  bool whole_ = true;
  std::vector<FoundRow> found_;
};

}  // namespace

Result<FoundRows> find_rows(Database& database, const Filter& filter, Target target,
                            const PageRequest& request) {
  if (request.size == 0 || request.size > kLargestPage) return Error{"a page has 1 to 10,000 rows"};
  RELATA_TRY(const Listing listing, listing_of(target, request));
  std::optional<PageMark> after;
  if (!request.after.empty()) {
    RELATA_TRY(after, page_mark_of(request.after, listing.sort, listing.descending));
  }
  WordTests tests;
  std::vector<Condition> conditions = conditions_of(filter, target, tests);
  RELATA_TRY(const QueryFunctions functions, QueryFunctions::add_to(database, tests));
  Finder finder(database, filter, listing, std::move(conditions), std::size_t{request.size} + 1);
  RELATA_TRY(Done(), finder.find(after));
  FoundRows result;
  std::vector<FoundRow> found = finder.take();
  const bool more = found.size() > request.size;
  if (more) found.resize(request.size);
  for (const FoundRow& row : found) result.rows.push_back(row.row);
  if (more) result.next = text_of(found.back().mark, listing.sort, listing.descending);
  return result;
}

Result<std::uint64_t> count_rows(Database& database, const Filter& filter, Target target) {
  RELATA_TRY(const Listing listing, listing_of(target, PageRequest{}));
  WordTests tests;
  const std::vector<Condition> conditions = conditions_of(filter, target, tests);
  RELATA_TRY(const QueryFunctions functions, QueryFunctions::add_to(database, tests));
  SqlPiece count;
  count << "SELECT count(*) FROM " << listing.table << " AS t";
  for (std::size_t i = 0; i < conditions.size(); ++i)
    count << (i == 0 ? " WHERE " : " AND ") << conditions[i].holds;
  RELATA_TRY(Statement statement, prepared(database, count));
  RELATA_TRY(const bool row, statement.step());
  return static_cast<std::uint64_t>(row ? statement.integer(0) : 0);
}

}  // namespace relata
