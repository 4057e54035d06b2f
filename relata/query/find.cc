// SPDX-License-Identifier: Apache-2.0
#include "relata/query/find.h"

#include <algorithm>

#include "relata/query/account_bytes.h"
#include "relata/query/find_rows.h"
#include "relata/query/name_rows.h"

namespace relata {
namespace {

constexpr const char* kIncident =
    "SELECT i.key, i.type, i.from_day, i.to_day, p.sites, i.grade, i.decided, i.reports, "
    "i.lineages, i.lineages_against, i.sides, i.killed_low, i.killed, i.killed_high, "
    "i.injured_low, i.injured, i.injured_high, d.title, d.doers FROM view_incident AS i "
    "CROSS JOIN view_incident_told AS d ON d.row = i.row LEFT JOIN view_place AS p "
    "ON p.row = i.place WHERE i.row = ?1";
constexpr const char* kAccount =
    "SELECT a.key, d.body, i.key, r.doc FROM view_account AS a CROSS JOIN view_account_told AS d "
    "ON d.row = a.row CROSS JOIN view_report AS r ON r.row = a.report LEFT JOIN view_incident AS i "
    "ON i.row = a.incident WHERE a.row = ?1";
constexpr const char* kReport =
    "SELECT r.id, r.doc, r.day, v.name, v.kind, v.side, v.named, r.credit, r.title, r.claims "
    "FROM view_report AS r LEFT JOIN view_voice AS v ON v.row = r.publisher WHERE r.row = ?1";
constexpr const char* kVoice =
    "SELECT name, kind, side, named, claims, innermost, told, borne_out, contradicted, "
    "reliability, earned "
    "FROM view_voice WHERE row = ?1";

Date date_of(std::int64_t days) { return Date(std::chrono::days(static_cast<int>(days))); }

// A number of a choice that has `last` for its last: rows are read as hostile as everything else.
template <typename Enum>
Enum choice_of(std::int64_t number, Enum last) {
  return number < 0 || number > static_cast<std::int64_t>(last) ? last : static_cast<Enum>(number);
}

std::uint32_t count_at(const Statement& row, int column) {
  return static_cast<std::uint32_t>(row.integer(column));
}

std::optional<CountRange> range_at(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  CountRange range{row.real(column), row.real(column + 1), std::nullopt};
  if (!row.is_null(column + 2)) range.high = row.real(column + 2);
  return range;
}

Result<IncidentRow> incident_at(const Statement& row) {
  IncidentRow made;
  RELATA_TRY(made.id.first, key_of_bytes(row.blob(0)));
  made.type = choice_of(row.integer(1), EventType::crisis);
  if (!row.is_null(2)) made.when = Period{date_of(row.integer(2)), date_of(row.integer(3))};
  if (!row.is_null(4)) {
    RELATA_TRY(const std::vector<Site> sites, sites_of_bytes(row.blob(4)));
    if (!sites.empty()) made.where = sites.front();
  }
  if (!row.is_null(5)) made.grade = choice_of(row.integer(5), Grade::discounted);
  made.decided = row.integer(6) != 0;
  made.reports = count_at(row, 7);
  made.lineages_for = count_at(row, 8);
  made.lineages_against = count_at(row, 9);
  for (int side = 0; side <= static_cast<int>(Side::unknown); ++side) {
    if ((row.integer(10) >> side & 1) != 0) made.sides.push_back(static_cast<Side>(side));
  }
  made.killed = range_at(row, 11);
  made.injured = range_at(row, 14);
  made.title = row.text(17);
  made.doers = row.text(18);
  return made;
}

Result<AccountRow> account_at(const Statement& row) {
  AccountRow made;
  RELATA_TRY(const AccountKey key, key_of_bytes(row.blob(0)));
  RELATA_TRY(made.account, account_of_bytes(key, row.blob(1)));
  if (!row.is_null(2)) {
    RELATA_TRY(const AccountKey first, key_of_bytes(row.blob(2)));
    made.incident = IncidentId{first};
  }
  made.doc = row.text(3);
  return made;
}

Result<ReportRow> report_at(const Statement& row) {
  ReportRow made;
  RELATA_TRY(made.id, report_id_of_bytes(row.blob(0)));
  made.doc = row.text(1);
  if (!row.is_null(2)) made.day = date_of(row.integer(2));
  if (!row.is_null(3)) {
    made.publisher = {.name = std::string(row.text(3)),
                      .kind = choice_of(row.integer(4), VoiceKind::other),
                      .side = choice_of(row.integer(5), Side::unknown),
                      .named = row.integer(6) != 0};
  }
  made.credit = row.text(7);
  made.title = row.text(8);
  made.claims = count_at(row, 9);
  return made;
}

Result<VoiceRow> voice_at(const Statement& row) {
  VoiceRow made;
  made.voice = {.name = std::string(row.text(0)),
                .kind = choice_of(row.integer(1), VoiceKind::other),
                .side = choice_of(row.integer(2), Side::unknown),
                .named = row.integer(3) != 0};
  made.claims = count_at(row, 4);
  made.innermost = count_at(row, 5);
  made.standing.told = count_at(row, 6);
  made.standing.borne_out = count_at(row, 7);
  made.standing.contradicted = count_at(row, 8);
  if (!row.is_null(9)) made.standing.reliability = choice_of(row.integer(9), Reliability::f);
  if (!row.is_null(10)) made.standing.earned = choice_of(row.integer(10), Reliability::f);
  return made;
}

template <typename Row>
Result<FoundPage<Row>> find(Database& database, const Filter& filter, Target target,
                            const PageRequest& request, const char* sql,
                            Result<Row> (*read)(const Statement&)) {
  RELATA_TRY(FoundRows found, find_rows(database, filter, target, request));
  RELATA_TRY(Statement select, database.prepare(sql));
  FoundPage<Row> made;
  made.next = std::move(found.next);
  for (const std::int64_t row : found.rows) {
    RELATA_TRY(const bool there, select.bind_integer(1, row).step());
    if (!there) return Error{"the views are damaged: a row is missing"}.with(database.path());
    RELATA_TRY(Row value, read(select));
    made.rows.push_back(std::move(value));
    select.reset();
  }
  return made;
}

}  // namespace

Result<FoundPage<IncidentRow>> find_incidents(Database& database, const Filter& filter,
                                              const PageRequest& request) {
  return find<IncidentRow>(database, filter, Target::incident, request, kIncident, incident_at);
}
Result<FoundPage<AccountRow>> find_accounts(Database& database, const Filter& filter,
                                            const PageRequest& request) {
  return find<AccountRow>(database, filter, Target::account, request, kAccount, account_at);
}
Result<FoundPage<ReportRow>> find_reports(Database& database, const Filter& filter,
                                          const PageRequest& request) {
  return find<ReportRow>(database, filter, Target::report, request, kReport, report_at);
}
Result<FoundPage<VoiceRow>> find_voices(Database& database, const Filter& filter,
                                        const PageRequest& request) {
  return find<VoiceRow>(database, filter, Target::voice, request, kVoice, voice_at);
}

Result<std::uint64_t> count_incidents(Database& database, const Filter& filter) {
  return count_rows(database, filter, Target::incident);
}
Result<std::uint64_t> count_accounts(Database& database, const Filter& filter) {
  return count_rows(database, filter, Target::account);
}
Result<std::uint64_t> count_reports(Database& database, const Filter& filter) {
  return count_rows(database, filter, Target::report);
}

Result<AssessedIncident> load_incident(Database& database, std::string_view typed) {
  const Error none{"there is no incident '" + std::string(typed) + "'"};
  if (typed.size() < 3 || typed.size() > 64 || typed[0] != 'i') return none;
  RELATA_TRY(Statement select,
             database.prepare("SELECT d.body FROM view_incident AS i CROSS JOIN view_incident_told "
                              "AS d ON d.row = i.row WHERE i.id >= ?1 AND i.id < ?2 LIMIT 2"));
  select.bind_text(1, typed).bind_text(2, std::string(typed) + '~');
  RELATA_TRY(const bool found, select.step());
  if (!found) return none;
  RELATA_TRY(AssessedIncident incident, assessment_of_bytes(select.blob(0)));
  RELATA_TRY(const bool several, select.step());
  if (several) return Error{"several incidents begin with '" + std::string(typed) + "'"};
  return incident;
}

Result<std::vector<AccountRow>> load_accounts(Database& database,
                                              const std::vector<AccountKey>& keys) {
  RELATA_TRY(Statement find_row, database.prepare("SELECT row FROM view_account WHERE key = ?1"));
  RELATA_TRY(Statement select, database.prepare(kAccount));
  std::vector<AccountRow> accounts;
  for (const AccountKey& key : keys) {
    RELATA_TRY(const bool known, find_row.bind_blob(1, key_bytes(key)).step());
    if (!known) return Error{"there is no account " + text_of(key)};
    RELATA_TRY(const bool there, select.bind_integer(1, find_row.integer(0)).step());
    if (!there) return Error{"the views are damaged: a row is missing"}.with(database.path());
    RELATA_TRY(AccountRow account, account_at(select));
    accounts.push_back(std::move(account));
    select.reset();
    find_row.reset();
  }
  return accounts;
}

}  // namespace relata
