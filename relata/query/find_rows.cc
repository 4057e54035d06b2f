// SPDX-License-Identifier: Apache-2.0
#include "relata/query/find_rows.h"

#include <algorithm>

#include "relata/query/page_mark.h"

namespace relata {
namespace {

constexpr std::int64_t kFewRows = 5'000;      // are tested and sorted without more ado
constexpr std::int64_t kManyRows = 20'000;    // are looked up beforehand where testing takes long
constexpr std::int64_t kMostRows = 60'000;    // are still sorted rather than all rows tested
constexpr std::int64_t kWalkedRows = 12'000;  // are tested in order before another way is tried
constexpr std::int64_t kFirstDay = -10'000'000, kLastDay = 10'000'000;

// How a list that is sorted by days can begin and end with those asked for.
enum class Days : std::uint8_t { none, periods, single };

struct Listing {
  std::string_view table, column, key;
  char kind;  // of the column's values
  SortBy sort;
  bool descending;
  Days days;
};

Result<Listing> listing_of(Target target, const PageRequest& request) {
  const bool voices = target == Target::voice;
  const SortBy sort = request.sort.value_or(voices ? SortBy::claims : SortBy::date);
  const bool descending = request.descending || (voices && !request.sort);
  const auto made = [&](std::string_view table, std::string_view column, std::string_view key,
                        char kind, Days days = Days::none) {
    return Listing{table, column, key, kind, sort, descending, days};
  };
  switch (target) {
    case Target::incident:
      if (sort == SortBy::date) return made("view_incident", "from_day", "key", 'i', Days::periods);
      if (sort == SortBy::grade) return made("view_incident", "grade", "key", 'i');
      if (sort == SortBy::lineages) return made("view_incident", "lineages", "key", 'i');
      if (sort == SortBy::killed) return made("view_incident", "killed", "key", 'r');
      if (sort == SortBy::place) return made("view_incident", "place_name", "key", 't');
      break;
    case Target::account:
      if (sort == SortBy::date) return made("view_account", "from_day", "key", 'i', Days::periods);
      break;
    case Target::report:
      if (sort == SortBy::date) return made("view_report", "day", "id", 'i', Days::single);
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
    RELATA_TRY(const Condition* rarest, count(kFewRows));
    if (rarest != nullptr) return drive(rarest);
    RELATA_TRY(rarest, count(kManyRows));
    // To walk over as many rows as one could look up and sort would be to lose twice.
    RELATA_TRY(Done(), walk(rarest != nullptr ? std::min(*least_ / 2, kWalkedRows) : kWalkedRows));
    if (whole_) return Done{};
    found_.clear();
    if (rarest == nullptr) {
      RELATA_TRY(rarest, count(kMostRows));
    }
    return drive(rarest);
  }

  std::vector<FoundRow> take() { return std::move(found_); }

 private:
  SqlPiece columns() const {
    SqlPiece made;
    return made << "SELECT t.row, t." << listing_.column << ", t." << listing_.key;
  }
  std::string_view direction() const { return listing_.descending ? " DESC" : ""; }

  // Counts the rows that indexes have for each condition, up to `most`. The condition with the fewest, if it has no more.
  Result<const Condition*> count(std::int64_t most) {
    const Condition* rarest = nullptr;
    least_.reset();
    counts_.assign(conditions_.size(), std::nullopt);
    for (std::size_t i = 0; i < conditions_.size(); ++i) {
      const Condition& condition = conditions_[i];
      if (!condition.rows) continue;
      SqlPiece select;
      select << "SELECT count(*) FROM (SELECT n FROM ("
             << (condition.counted ? *condition.counted : *condition.rows) << ") LIMIT ";
      select.value(most + 1) << ")";
      RELATA_TRY(Statement statement, prepared(database_, select));
      RELATA_TRY(const bool row, statement.step());
      if (!row || statement.integer(0) > most) continue;
      counts_[i] = statement.integer(0);
      if (least_ && *least_ <= *counts_[i]) continue;
      least_ = counts_[i];
      rarest = &condition;
      if (*least_ == 0) break;
    }
    return rarest;
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

  // Whether the row fits, one condition after the other: those that are better looked up first. `known`: holds anyway.
  SqlPiece fits(const Condition* known = nullptr) const {
    std::vector<SqlPiece> looked_up, tested;
    for (std::size_t i = 0; i < conditions_.size(); ++i) {
      const Condition& condition = conditions_[i];
      if (&condition == known) continue;
      SqlPiece test;
      if (condition.better_looked_up && counts_[i]) {
        looked_up.push_back(test << "t.row IN (SELECT n FROM (" << *condition.rows << "))");
      } else {
        tested.push_back(condition.holds);
      }
    }
    looked_up.insert(looked_up.end(), tested.begin(), tested.end());
    SqlPiece made;
    for (const SqlPiece& test : looked_up) made << "iif(" << test << ", ";
    made << "1";
    for (std::size_t i = 0; i < looked_up.size(); ++i) made << ", 0)";
    return made;
  }

  // Rows in order, each with whether it fits. Sorted by days, only those that can reach into the days asked for: short
  // ones from some days before on, merged with the long ones.
  SqlPiece walk_of_values() const {
    SqlPiece select;
    select << columns() << ", " << fits() << " FROM " << listing_.table << " AS t WHERE ";
    SqlPiece made = select;
    const std::int64_t from = days_of(filter_.from, kFirstDay), to = days_of(filter_.to, kLastDay);
    const auto add_days = [&](std::int64_t first) {
      made << "t." << listing_.column << " >= ";
      made.value(first) << " AND t." << listing_.column << " <= ";
      made.value(to) << beyond();
    };
    if (!by_days()) {
      made << "t." << listing_.column << " IS NOT NULL" << beyond();
    } else if (listing_.days == Days::single) {
      add_days(from);
    } else {
      const std::string longest = "t.from_day + " + std::to_string(kLongDays) + " AND t.to_day >= ";
      made << "t.to_day <= " << longest;
      made.value(from) << " AND ";
      add_days(from - kLongDays);
      made << " UNION ALL " << select << "t.to_day > " << longest;
      made.value(from) << " AND ";
      add_days(kFirstDay);
    }
    return made << " ORDER BY 2" << direction() << ", 3" << direction();
  }

  static std::int64_t days_of(const std::optional<Date>& date, std::int64_t otherwise) {
    return date ? std::int64_t{date->time_since_epoch().count()} : otherwise;
  }
  // Whether it is sorted by the days that are asked for: then nothing without a day is wanted.
  bool by_days() const { return listing_.days != Days::none && (filter_.from || filter_.to); }

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
      if (nulls && by_days()) continue;
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

  // Tests the rows that one condition is known to hold for, or all, and sorts them.
  Result<Done> drive(const Condition* known) {
    SqlPiece select = columns();
    select << " FROM ";
    if (known != nullptr) {
      select << "(SELECT DISTINCT n FROM (" << *known->rows << ")) AS s CROSS JOIN "
             << listing_.table << " AS t ON t.row = s.n";
    } else {
      select << listing_.table << " AS t NOT INDEXED";
    }
    select << " WHERE " << fits(known);
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
  std::vector<std::optional<std::int64_t>>
      counts_;  // by condition; nothing: more than were counted
  std::optional<std::int64_t> least_;
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
