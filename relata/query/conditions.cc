// SPDX-License-Identifier: Apache-2.0
#include "relata/query/conditions.h"

#include <algorithm>

#include "relata/query/name_sets.h"

namespace relata {
namespace {

constexpr std::int64_t kFirstDay = -10'000'000, kLastDay = 10'000'000;

std::int64_t days_of(const std::optional<Date>& date, std::int64_t otherwise) {
  return date ? static_cast<std::int64_t>(date->time_since_epoch().count()) : otherwise;
}

std::string_view name_of(Target target) {
  switch (target) {
    case Target::incident:
      return "incident";
    case Target::account:
      return "account";
    case Target::report:
      return "report";
    case Target::voice:
      return "voice";
  }
  return "";
}

template <typename Enum>
SqlPiece list_of(const std::vector<Enum>& choices) {
  SqlPiece list;
  list << "(";
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (i > 0) list << ", ";
    list.value(static_cast<std::int64_t>(choices[i]));
  }
  return list << ")";
}

template <typename Enum>
std::int64_t mask_of(const std::vector<Enum>& choices) {
  std::uint64_t mask = 0;
  for (const Enum choice : choices) mask |= std::uint64_t{1} << static_cast<unsigned>(choice);
  return static_cast<std::int64_t>(mask);
}

SqlPiece piece(std::string_view sql) {
  SqlPiece made;
  return made << sql;
}

SqlPiece all_of(const std::vector<Condition>& conditions) {
  std::vector<SqlPiece> holds;
  for (const Condition& condition : conditions) holds.push_back(condition.holds);
  return joined(holds, " AND ");
}

// The conditions of accounts and of incidents, which have tables of one form.
class Conditions {
 public:
  Conditions(const Filter& filter, Target target, WordTests& tests)
      : filter_(filter),
        target_(target),
        noun_(name_of(target)),
        table_("view_" + noun_),
        tests_(tests) {}

  std::vector<Condition> take() {
    add_places();
    add_days();
    if (!filter_.types.empty()) add_column("type", list_of(filter_.types));
    add_actors();
    if (!filter_.victims.empty()) add_victims();
    if (!filter_.voices.empty()) add_voices();
    if (!filter_.grades.empty()) add_of_incident("grade IN ", list_of(filter_.grades));
    if (filter_.lineages) {
      SqlPiece least;
      add_of_incident("lineages >= ", least.value(std::int64_t{*filter_.lineages}));
    }
    if (!filter_.statuses.empty()) add_statuses();
    if (!filter_.reports.empty()) add_reports();
    add_words();
    return std::move(made_);
  }

 private:
  void add(SqlPiece holds, std::optional<SqlPiece> rows) {
    made_.push_back({std::move(holds), std::move(rows), std::nullopt, false});
  }
  SqlPiece rows_where() const { return piece("SELECT row AS n FROM " + table_ + " WHERE "); }

  // A column that has an index.
  void add_column(std::string_view column, const SqlPiece& list) {
    SqlPiece holds = piece("+t.") << column << " IN " << list;
    add(std::move(holds), rows_where() << column << " IN " << list);
  }

  void add_places() {
    if (filter_.places.empty()) return;
    add_column("place", piece("(") << place_rows(filter_.places) << ")");
  }

  void add_days() {
    if (!filter_.from && !filter_.to) return;
    const std::int64_t from = days_of(filter_.from, kFirstDay), to = days_of(filter_.to, kLastDay);
    SqlPiece holds = piece("+t.from_day <= ");
    holds.value(to) << " AND +t.to_day >= ";
    holds.value(from);
    // Most things are short: those that reach into the days begin at most some days before them.
    const std::string longest = "from_day + " + std::to_string(kLongDays);
    SqlPiece rows = rows_where() << "from_day >= ";
    rows.value(from - kLongDays) << " AND from_day <= ";
    rows.value(to) << " AND to_day >= ";
    rows.value(from) << " AND to_day <= " << longest << " UNION ALL " << rows_where() << "to_day > "
                     << longest << " AND from_day <= ";
    rows.value(to) << " AND to_day >= ";
    rows.value(from);
    add(std::move(holds), std::move(rows));
  }

  void add_actors() {
    std::vector<SqlPiece> holds, rows;
    for (const ActorChoice& choice : filter_.actors) {
      SqlPiece role;
      if (choice.role) role << " AND role = " << (*choice.role == ActorRole::by ? "0" : "1");
      const SqlPiece set = piece("(") << actor_rows(choice.name) << ")";
      holds.push_back(piece("EXISTS (SELECT 1 FROM " + table_ + "_actor AS l WHERE l." + noun_ +
                            " = t.row AND +l.actor IN ")
                      << set << role << ")");
      rows.push_back(piece("SELECT " + noun_ + " AS n FROM " + table_ + "_actor WHERE actor IN ")
                     << set << role);
    }
    if (holds.empty()) return;
    add(piece("(") << joined(holds, " OR ") << ")", joined(rows, " UNION ALL "));
  }

  void add_victims() {
    SqlPiece holds = piece("(t.victims & ");
    holds.value(mask_of(filter_.victims)) << ") <> 0";
    add(std::move(holds),
        piece("SELECT " + noun_ + " AS n FROM " + table_ + "_victim WHERE class IN ")
            << list_of(filter_.victims));
  }

  void add_voices() {
    const SqlPiece set = piece("(") << voice_rows(filter_.voices) << ")";
    add(piece("EXISTS (SELECT 1 FROM " + table_ + "_voice AS l WHERE l." + noun_ +
              " = t.row AND +l.voice IN ")
            << set << ")",
        piece("SELECT " + noun_ + " AS n FROM " + table_ + "_voice WHERE voice IN ") << set);
  }

  // What only incidents have; accounts have it from theirs.
  void add_of_incident(std::string_view test, const SqlPiece& than) {
    if (target_ == Target::incident)
      return add(piece("t.") << test << than, rows_where() << test << than);
    add(piece("EXISTS (SELECT 1 FROM view_incident AS i WHERE i.row = t.incident AND +i.")
            << test << than << ")",
        piece("SELECT m.row AS n FROM view_incident AS i CROSS JOIN view_account AS m "
              "ON m.incident = i.row WHERE i.")
            << test << than);
  }

  void add_statuses() {
    if (target_ == Target::incident) {
      SqlPiece holds = piece("(t.statuses & ");
      holds.value(mask_of(filter_.statuses)) << ") <> 0";
      return add(std::move(holds), std::nullopt);
    }
    const SqlPiece list = list_of(filter_.statuses);
    const bool common = std::find(filter_.statuses.begin(), filter_.statuses.end(),
                                  Status::asserted) != filter_.statuses.end();
    std::optional<SqlPiece> rows;
    if (!common) rows = rows_where() << "status > 0 AND status IN " << list;
    add(piece("+t.status IN ") << list, std::move(rows));
  }

  void add_reports() {
    const SqlPiece set = piece("(") << report_rows(filter_.reports) << ")";
    if (target_ == Target::account) return add_column("report", set);
    add(piece("EXISTS (SELECT 1 FROM view_account AS m WHERE m.incident = t.row AND +m.report IN ")
            << set << ")",
        piece("SELECT incident AS n FROM view_account WHERE incident IS NOT NULL AND report IN ")
            << set);
  }

  // That the words of one account fit all of the clauses.
  SqlPiece told(const std::vector<const SoughtClause*>& clauses) {
    SqlPiece holds = target_ == Target::account
                         ? piece("EXISTS (SELECT 1 FROM view_account_told AS d WHERE d.row = t.row")
                         : piece(
                               "EXISTS (SELECT 1 FROM view_account AS m CROSS JOIN "
                               "view_account_told AS d ON d.row = m.row WHERE m.incident = t.row");
    for (const SoughtClause* clause : clauses) {
      holds << " AND relata_holds(";
      holds.value(static_cast<std::int64_t>(tests_.size())) << ", d.words, d.sounds)";
      tests_.push_back(*clause);
    }
    return holds << ")";
  }

  void add_words() {
    std::vector<const SoughtClause*> wanted;
    for (const SoughtClause& clause : filter_.words) {
      if (!clause.absent) {
        wanted.push_back(&clause);
      } else {
        add(piece("NOT ") << told({&clause}), std::nullopt);
      }
    }
    if (wanted.empty()) return;
    SqlPiece rows =
        piece("SELECT rowid AS n FROM view_account_words WHERE view_account_words MATCH ");
    rows.value(match_expression(filter_.words));
    if (target_ == Target::incident)
      rows = piece("SELECT m.incident AS n FROM (") << rows
                                                    << ") AS w CROSS JOIN view_account AS m ON "
                                                       "m.row = w.n WHERE m.incident IS NOT NULL";
    add(told(wanted), std::move(rows));
  }

  const Filter& filter_;
  Target target_;
  std::string noun_, table_;
  WordTests& tests_;
  std::vector<Condition> made_;
};

// What a report says of itself; the rest is asked of its accounts.
std::vector<Condition> of_report(const Filter& filter) {
  std::vector<Condition> made;
  if (filter.from || filter.to) {
    SqlPiece days = piece("day >= ");
    days.value(days_of(filter.from, kFirstDay)) << " AND day <= ";
    days.value(days_of(filter.to, kLastDay));
    made.push_back({days, piece("SELECT row AS n FROM view_report WHERE ") << days, {}, false});
  }
  if (!filter.reports.empty()) {
    const SqlPiece set = report_rows(filter.reports);
    made.push_back(
        {piece("t.row IN (") << set << ")", piece("SELECT row AS n FROM (") << set << ")"});
  }
  if (!filter.voices.empty()) {
    const SqlPiece set = piece("(") << voice_rows(filter.voices) << ")";
    made.push_back(
        {piece("(t.publisher IN ")
             << set
             << " OR EXISTS (SELECT 1 FROM view_account AS m CROSS JOIN view_account_voice AS l "
                "ON l.account = m.row WHERE m.report = t.row AND +l.voice IN "
             << set << "))",
         piece("SELECT row AS n FROM view_report WHERE publisher IN ")
             << set
             << " UNION ALL SELECT m.report FROM view_account_voice AS l CROSS JOIN view_account "
                "AS m ON m.row = l.account WHERE l.voice IN "
             << set});
  }
  if (!filter.words.empty()) {
    std::vector<SqlPiece> holds;
    for (const SoughtClause& clause : filter.words) {
      // Beginnings of words are gathered from the index anew each time that it is asked: better once for all rows.
      const bool once = std::any_of(clause.any.begin(), clause.any.end(),
                                    [](const SoughtTerm& term) { return term.prefix; });
      SqlPiece test = piece(clause.absent ? "NOT " : "");
      test << (once ? "t.row IN (SELECT rowid" : "EXISTS (SELECT 1")
           << " FROM view_report_words WHERE view_report_words MATCH ";
      holds.push_back(test.value(match_expression(clause)) << (once ? ")" : " AND rowid = t.row)"));
    }
    made.push_back({joined(holds, " AND ")});
    if (std::string expression = match_expression(filter.words); !expression.empty()) {
      SqlPiece rows =
          piece("SELECT rowid AS n FROM view_report_words WHERE view_report_words MATCH ");
      made.back().rows = rows.value(std::move(expression));
      made.back().better_looked_up = true;
    }
  }
  return made;
}

std::vector<Condition> of_voice(const Filter& filter) {
  if (filter.voices.empty()) return {};
  const SqlPiece set = voice_rows(filter.voices);
  return {{piece("t.row IN (") << set << ")", piece("SELECT row AS n FROM (") << set << ")"}};
}

// That one account of a report or of a voice fits what is left of the filter.
void add_through_accounts(const Filter& rest, Target target, WordTests& tests,
                          std::vector<Condition>& made) {
  std::vector<Condition> inner = Conditions(rest, Target::account, tests).take();
  if (inner.empty()) return;
  const bool report = target == Target::report;
  // Within, `t` is the account; the outer row is reached by another name.
  SqlPiece holds =
      report ? piece(
                   "t.row IN (SELECT r.row FROM view_report AS r WHERE r.row = t.row AND EXISTS ("
                   "SELECT 1 FROM view_account AS t WHERE t.report = r.row AND ")
             : piece(
                   "t.row IN (SELECT v.row FROM view_voice AS v WHERE v.row = t.row AND EXISTS ("
                   "SELECT 1 FROM view_account_voice AS o CROSS JOIN view_account AS t ON "
                   "t.row = o.account WHERE o.voice = v.row AND ");
  made.push_back({holds << all_of(inner) << "))", std::nullopt});
  for (const Condition& condition : inner) {
    if (!condition.rows) continue;
    SqlPiece rows =
        report ? piece("SELECT t.report AS n FROM (") : piece("SELECT o.voice AS n FROM (");
    rows << *condition.rows << ") AS s CROSS JOIN view_account AS t ON t.row = s.n ";
    if (!report) rows << "CROSS JOIN view_account_voice AS o ON o.account = t.row ";
    made.push_back({piece("1"), rows << "WHERE " << all_of(inner), condition.rows, true});
  }
}

std::vector<Condition> wanted_of(const Filter& filter, Target target, WordTests& tests) {
  if (target == Target::incident || target == Target::account)
    return Conditions(filter, target, tests).take();
  std::vector<Condition> made = target == Target::report ? of_report(filter) : of_voice(filter);
  Filter rest = filter;
  rest.voices.clear();
  if (target == Target::report) {
    rest.from.reset();
    rest.to.reset();
    rest.reports.clear();
    rest.words.clear();
  }
  add_through_accounts(rest, target, tests, made);
  return made;
}

}  // namespace

std::vector<Condition> conditions_of(const Filter& filter, Target target, WordTests& tests) {
  std::vector<Condition> made = wanted_of(filter, target, tests);
  for (const Filter& unwanted : filter.without) {
    const std::vector<Condition> inner = conditions_of(unwanted, target, tests);
    if (!inner.empty())
      made.push_back({piece("(") << all_of(inner) << ") IS NOT TRUE", std::nullopt});
  }
  return made;
}

}  // namespace relata
