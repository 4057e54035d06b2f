// SPDX-License-Identifier: Apache-2.0
#include "relata/query/find.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <random>
#include <set>

#include "relata/query/conditions.h"
#include "relata/query/synthetic_casebook.h"
#include "relata/query/view_tables.h"
#include "relata/query/view_writer.h"

namespace relata {
namespace {

constexpr std::uint64_t kReports = 120, kIncidents = 90;

template <typename T>
T must(Result<T> result) {
  const std::string message = result ? "" : result.error().message;
  REQUIRE_MESSAGE(result, message);
  return std::move(result).value();
}

const FilterLexicon& lexicon() {
  static const auto files = real_files();
  static const FilterLexicon loaded =
      must(FilterLexicon::load(DataFolder{files.get(), RELATA_SOURCE_DIR}));
  return loaded;
}

struct Case {
  std::vector<std::pair<ReportAccounts, std::string>> reports;
  std::vector<std::pair<Incident, Assessment>> incidents;
  std::map<AccountKey, std::size_t> told;  // by which incident
};

const Case& example() {
  static const Case made = [] {
    Case example;
    const SyntheticCasebook casebook(kIncidents);
    for (std::uint64_t i = 0; i < kReports; ++i) example.reports.push_back(casebook.report(i));
    std::vector<std::vector<const Account*>> members(kIncidents);
    for (std::uint64_t report = 0; report < kReports; ++report) {
      for (std::uint64_t i = 0; i < SyntheticCasebook::kClaims; ++i)
        members[casebook.incident_of(report, i)].push_back(
            &example.reports[report].first.accounts[i]);
    }
    for (const auto& accounts : members) {
      if (accounts.empty()) continue;
      for (const Account* account : accounts) example.told[account->key] = example.incidents.size();
      example.incidents.push_back(casebook.incident(accounts));
    }
    return example;
  }();
  return made;
}

std::vector<const Account*> all_accounts() {
  std::vector<const Account*> accounts;
  for (const auto& [report, text] : example().reports) {
    for (const Account& account : report.accounts) accounts.push_back(&account);
  }
  return accounts;
}

// The example put in an order that a seed gives.
Database filled(unsigned seed) {
  Database database = must(Database::open(":memory:", Database::Mode::create));
  CHECK(must(create_views(database)));
  CHECK_FALSE(must(create_views(database)));
  ViewWriter views = must(ViewWriter::open(database));
  std::vector<std::size_t> order(kReports), incidents(example().incidents.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  for (std::size_t i = 0; i < incidents.size(); ++i) incidents[i] = i;
  std::mt19937 random(seed);
  if (seed > 0) {
    std::shuffle(order.begin(), order.end(), random);
    std::shuffle(incidents.begin(), incidents.end(), random);
  }
  for (const std::size_t i : order)
    must(views.put_report(example().reports[i].first, example().reports[i].second));
  const auto accounts = all_accounts();
  for (const std::size_t i : incidents)
    must(views.put_incident(example().incidents[i].first, example().incidents[i].second, accounts));
  return database;
}

const char* kQueries[] = {"",
                          "from:2014-03-01 to:2014-09-01",
                          "to:2014",
                          "type:execution OR type:massacre",
                          "type:statements",
                          "place:Madeupland",
                          "place:XM",
                          "place:31,37,100km",
                          "place:30,36,33,40",
                          "by:government",
                          "actor:army",
                          "against:children",
                          "victim:civilians",
                          "voice:monitor",
                          "voice:opposition/monitor",
                          "grade:fair OR grade:weak",
                          "lineages:4",
                          "status:denied",
                          "wb",
                          "\"wb wc\"",
                          "wb OR wd",
                          "hit -wb -wc",
                          "hit*",
                          "report:made-up/7",
                          "-type:execution -status:denied from:2015",
                          "type:violence grade:fair victim:civilians -place:Madeupland"};

// Every page of a list, one after the other, as what tells its rows apart.
template <typename Find, typename Name>
std::vector<std::string> all_pages(Database& database, const Filter& filter, Find find,
                                   PageRequest request, Name name) {
  std::vector<std::string> names;
  for (int page = 0; page < 1000; ++page) {
    const auto found = must(find(database, filter, request));
    CHECK(found.rows.size() <= request.size);
    for (const auto& row : found.rows) names.push_back(name(row));
    if (found.next.empty()) break;
    request.after = found.next;
  }
  return names;
}

std::string name_of_incident(const IncidentRow& row) { return text_of(row.id.first); }
std::string name_of_account(const AccountRow& row) { return text_of(row.account.key); }
std::string name_of_report(const ReportRow& row) { return row.doc; }

PageRequest page_of(std::uint32_t size, SortBy sort = SortBy::date, bool descending = false) {
  PageRequest request;
  request.size = size;
  request.sort = sort;
  request.descending = descending;
  return request;
}

// What the account itself says of a filter: the plain reading of conditions that need no index.
bool fits(const Account& account, const Filter& filter) {
  if (filter.from || filter.to) {
    if (!account.when || (filter.from && account.when->to < *filter.from) ||
        (filter.to && account.when->from > *filter.to))
      return false;
  }
  const auto one_of = [](const auto& choices, auto value) {
    return choices.empty() || std::find(choices.begin(), choices.end(), value) != choices.end();
  };
  if (!one_of(filter.types, account.type) || !one_of(filter.statuses, account.status)) return false;
  if (!filter.victims.empty() &&
      !std::any_of(account.to.begin(), account.to.end(), [&](const ToldActor& actor) {
        return actor.victim_class && one_of(filter.victims, *actor.victim_class);
      }))
    return false;
  return std::none_of(filter.without.begin(), filter.without.end(),
                      [&](const Filter& unwanted) { return fits(account, unwanted); });
}

TEST_CASE("what is found is what the accounts say, over all pages, in either direction") {
  Database database = filled(1);
  for (const char* query :
       {"", "from:2014-03-01 to:2014-09-01", "to:2014", "from:2017-01",
        "type:execution OR type:massacre", "status:denied", "status:asserted type:violence",
        "victim:civilians", "-type:execution -status:denied",
        "from:2015 victim:children -type:killing"}) {
    const Filter filter = must(parse_query(query, lexicon()));
    std::set<std::string> expected;
    for (const Account* account : all_accounts()) {
      if (fits(*account, filter)) expected.insert(text_of(account->key));
    }
    for (const bool descending : {false, true}) {
      const auto names = all_pages(database, filter, find_accounts,
                                   page_of(7, SortBy::date, descending), name_of_account);
      CHECK_MESSAGE(names.size() == expected.size(), query);
      CHECK_MESSAGE(std::set<std::string>(names.begin(), names.end()) == expected, query);
    }
    CHECK_MESSAGE(must(count_accounts(database, filter)) == expected.size(), query);
  }
}

TEST_CASE("lists are the same for any order of adding and any size of page") {
  Database first = filled(0), second = filled(2);
  for (const char* query : kQueries) {
    const Filter filter = must(parse_query(query, lexicon()));
    for (const SortBy sort :
         {SortBy::date, SortBy::grade, SortBy::lineages, SortBy::killed, SortBy::place}) {
      const bool descending = sort != SortBy::date;
      const auto expected = all_pages(first, filter, find_incidents,
                                      page_of(1000, sort, descending), name_of_incident);
      CHECK_MESSAGE(all_pages(second, filter, find_incidents, page_of(11, sort, descending),
                              name_of_incident) == expected,
                    query);
      CHECK_MESSAGE(must(count_incidents(first, filter)) == expected.size(), query);
    }
    CHECK_MESSAGE(all_pages(first, filter, find_accounts, page_of(1000), name_of_account) ==
                      all_pages(second, filter, find_accounts, page_of(13), name_of_account),
                  query);
    CHECK_MESSAGE(all_pages(first, filter, find_reports, page_of(1000), name_of_report) ==
                      all_pages(second, filter, find_reports, page_of(13), name_of_report),
                  query);
  }
}

TEST_CASE("a list is sorted, with what is unknown at its end") {
  Database database = filled(3);
  for (const bool descending : {false, true}) {
    const auto found = must(find_incidents(database, {}, page_of(500, SortBy::date, descending)));
    REQUIRE(found.rows.size() == example().incidents.size());
    for (std::size_t i = 1; i < found.rows.size(); ++i) {
      const auto &before = found.rows[i - 1].when, &after = found.rows[i].when;
      if (!after) continue;
      REQUIRE(before);
      CHECK((descending ? before->from >= after->from : before->from <= after->from));
    }
  }
}

TEST_CASE("an incident that is read back is the one that was put") {
  Database database = filled(4);
  for (const auto& [incident, assessment] : example().incidents) {
    const AssessedIncident stored = must(load_incident(database, text_of(incident.id)));
    CHECK(stored.incident.id == incident.id);
    CHECK(assessment_bytes(stored.incident, stored.assessment) ==
          assessment_bytes(incident, assessment));
    std::vector<AccountKey> keys;
    for (const IncidentMember& member : incident.members) keys.push_back(member.account);
    for (const AccountRow& row : must(load_accounts(database, keys)))
      CHECK(row.incident == incident.id);
  }
  CHECK_FALSE(load_incident(database, "i"));
  CHECK_FALSE(load_incident(database, "i000000000000"));
  CHECK_FALSE(load_incident(database, "' OR 1=1 --"));
}

TEST_CASE("removing everything leaves nothing, and putting again changes nothing") {
  Database database = filled(5);
  ViewWriter views = must(ViewWriter::open(database));
  const auto list = [&] {
    return all_pages(database, {}, find_incidents, page_of(500), name_of_incident);
  };
  const auto before = list();
  const auto accounts = all_accounts();
  for (const auto& [report, text] : example().reports) must(views.put_report(report, text));
  for (const auto& [incident, assessment] : example().incidents)
    must(views.put_incident(incident, assessment, accounts));
  CHECK(list() == before);
  CHECK(must(find_voices(database, {}, page_of(1, SortBy::claims))).rows.size() == 1);
  for (const auto& [incident, assessment] : example().incidents)
    must(views.remove_incident(incident.id));
  for (const auto& [report, text] : example().reports) must(views.remove_report(report.id, text));
  must(purge_views(database));
  for (const char* table :
       {"report", "account", "account_told", "account_actor", "account_voice", "account_victim",
        "incident", "incident_told", "incident_actor", "incident_voice", "incident_victim", "actor",
        "actor_word", "voice", "voice_word", "place", "place_word"}) {
    const std::string sql = "SELECT count(*) FROM view_" + std::string(table);
    CHECK_MESSAGE(must(database.integer(sql)) == std::optional<std::int64_t>(0), table);
  }
  // Nothing of the words is left either: the indexes agree that they are empty.
  must(
      database.execute("INSERT INTO view_account_words (view_account_words, rank) "
                       "VALUES ('integrity-check', 1)"));
  for (const char* query : {"wb", "hit", "Report"}) {
    const Filter filter = must(parse_query(query, lexicon()));
    CHECK(must(find_reports(database, filter, {})).rows.empty());
    CHECK(must(find_accounts(database, filter, {})).rows.empty());
  }
}

TEST_CASE("what is typed is never taken for SQL or for the language of the index") {
  Database database = filled(6);
  for (const char* typed : {"'; DROP TABLE view_report; --", "\" OR words : *", "a\" OR \"b",
                            "NEAR(a b)", "words : x", "%", "_", "') OR 1=1 --", "rank MATCH 'x'"}) {
    for (const std::string_view field : filter_fields()) {
      Filter filter;
      if (!add_condition(filter, field, typed, lexicon())) continue;
      for (const bool without : {false, true}) {
        Filter asked;
        (without ? asked.without.emplace_back() : asked) = filter;
        CHECK_MESSAGE(find_incidents(database, asked, {}), typed);
        CHECK_MESSAGE(find_accounts(database, asked, {}), typed);
        CHECK_MESSAGE(find_reports(database, asked, {}), typed);
        CHECK_MESSAGE(find_voices(database, asked, {}), typed);
      }
    }
  }
  CHECK(must(count_reports(database, {})) == kReports);
}

TEST_CASE("a page that cannot be asked for is refused") {
  Database database = filled(7);
  PageRequest request;
  request.size = 0;
  CHECK_FALSE(find_incidents(database, {}, request));
  CHECK_FALSE(find_accounts(database, {}, page_of(5, SortBy::killed)));
  for (const char* after : {"date+:", "date-:n:00", "grade+:i1:00", "date+:i1:0", "date+:x1:00",
                            "date+:i99999999999999999999:00", "':i1:00"}) {
    request = page_of(5);
    request.after = after;
    CHECK_MESSAGE(!find_incidents(database, {}, request), after);
  }
}

int note_plan(unsigned, void* data, void* statement, void*) {
  auto& statements = *static_cast<std::vector<std::string>*>(data);
  char* sql = sqlite3_expanded_sql(static_cast<sqlite3_stmt*>(statement));
  if (sql != nullptr) statements.emplace_back(sql);
  sqlite3_free(sql);
  return 0;
}

TEST_CASE("no question that an index can answer reads all accounts") {
  Database database = filled(8);
  std::vector<std::string> statements;
  for (const char* query : kQueries) {
    const Filter filter = must(parse_query(query, lexicon()));
    statements.clear();
    sqlite3_trace_v2(database.handle(), SQLITE_TRACE_STMT, note_plan, &statements);
    must(find_accounts(database, filter, {}));
    must(find_incidents(database, filter, {}));
    sqlite3_trace_v2(database.handle(), 0, nullptr, nullptr);
    const WordTests tests;
    // The functions are there only while something is asked for; plans need them too.
    const auto functions = QueryFunctions::add_to(database, tests);
    for (const std::string& sql : statements) {
      if (!sql.starts_with("SELECT")) continue;
      Statement plan = must(database.prepare("EXPLAIN QUERY PLAN " + sql));
      while (must(plan.step())) {
        const std::string step(plan.text(3));
        const bool scan = step.find("SCAN") != std::string::npos &&
                          step.find("USING") == std::string::npos &&
                          step.find("VIRTUAL") == std::string::npos;
        const bool large = step.find("view_account") != std::string::npos ||
                           step.find("SCAN t") != std::string::npos ||
                           step.find("SCAN a") != std::string::npos ||
                           step.find("SCAN m") != std::string::npos;
        CHECK_MESSAGE(!(scan && large), (step + " in " + sql));
      }
    }
  }
}

}  // namespace
}  // namespace relata
