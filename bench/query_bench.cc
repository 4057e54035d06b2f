// SPDX-License-Identifier: Apache-2.0
// How fast a large casebook answers: fills the view tables of a synthetic casebook in a temporary folder and asks it.
//   relata_query_bench [REPORTS [INCIDENTS [FILE]]]     200000 150000 by default; a FILE that exists is asked as it is
// Prints what filling took, the bytes a claim, and the processor's milliseconds of the first page for each question.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <tuple>

#include "relata/query/find.h"
#include "relata/query/synthetic_casebook.h"
#include "relata/query/view_tables.h"
#include "relata/query/view_writer.h"

using namespace relata;

namespace {

double processor_ms() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

template <typename T>
T must(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "%s\n", result.error().message.c_str());
    std::exit(1);
  }
  return std::move(result).value();
}

struct Size {
  std::uint64_t reports, incidents;
};

using Members = std::vector<std::vector<std::pair<std::uint64_t, std::uint64_t>>>;

Members members_of(const SyntheticCasebook& made, Size size) {
  Members members(size.incidents);
  for (std::uint64_t report = 0; report < size.reports; ++report) {
    for (std::uint64_t i = 0; i < SyntheticCasebook::kClaims; ++i)
      members[made.incident_of(report, i)].emplace_back(report, i);
  }
  return members;
}

class MadeIncident {
 public:
  MadeIncident(const SyntheticCasebook& made,
               const std::vector<std::pair<std::uint64_t, std::uint64_t>>& members) {
    for (const auto& [report, i] : members)
      accounts_.push_back(made.report(report).first.accounts[i]);
    for (const Account& account : accounts_) pointers_.push_back(&account);
    if (!pointers_.empty()) std::tie(incident_, assessment_) = made.incident(pointers_);
  }
  MadeIncident(MadeIncident&&) = default;  // the accounts stay where they are
  void put(ViewWriter& views) const {
    if (!pointers_.empty()) must(views.put_incident(incident_, assessment_, pointers_));
  }

 private:
  std::vector<Account> accounts_;
  std::vector<const Account*> pointers_;
  Incident incident_;
  Assessment assessment_;
};

void fill(Database& database, const SyntheticCasebook& made, Size size) {
  auto transaction = must(Transaction::begin(database));
  must(create_views(database));
  ViewWriter views = must(ViewWriter::open(database));
  const double begin = processor_ms();
  for (std::uint64_t report = 0; report < size.reports; ++report) {
    const auto [accounts, text] = made.report(report);
    must(views.put_report(accounts, text));
  }
  std::printf("reports put: %.1f s\n", (processor_ms() - begin) / 1000);
  const double then = processor_ms();
  for (const auto& members : members_of(made, size)) MadeIncident(made, members).put(views);
  std::printf("incidents put: %.1f s\n", (processor_ms() - then) / 1000);
  must(transaction.commit());
}

template <typename Find>
void ask(Database& database, const FilterLexicon& lexicon, Find find, const char* of,
         const char* query, const PageRequest& request = {}) {
  const Filter filter = must(parse_query(query, lexicon));
  double best = 1e9, first = 0;
  std::size_t rows = 0;
  for (int i = 0; i < 3; ++i) {
    const double begin = processor_ms();
    rows = must(find(database, filter, request)).rows.size();
    const double took = processor_ms() - begin;
    if (i == 0) first = took;
    best = std::min(best, took);
  }
  std::printf("%7.1f %7.1f  %5zu  %-9s %-10s %s\n", first, best, rows, of,
              request.sort ? std::string(name_of(*request.sort)).c_str() : "", query);
}

PageRequest ordered(SortBy sort) {
  PageRequest request;
  request.sort = sort;
  request.descending = true;
  return request;
}

void ask_all(Database& database) {
  const auto files = real_files();
  const FilterLexicon lexicon =
      must(FilterLexicon::load(DataFolder{files.get(), RELATA_SOURCE_DIR}));
  std::printf("  first    best   rows\n");
  const char* queries[] = {"",
                           "from:2014-03-01 to:2014-03-01",
                           "from:2016",
                           "to:2014",
                           "from:2015-01 to:2016-06",
                           "type:execution",
                           "type:massacre",
                           "type:crisis",
                           "type:statements",
                           "type:violence",
                           "place:Madeupland",
                           "place:31,37,25km",
                           "place:31,37,31.5,37.5",
                           "place:30,36,36,44",
                           "by:government",
                           "actor:Army",
                           "by:russia type:talks",
                           "victim:civilians",
                           "victim:people",
                           "victim:property from:2016-05",
                           "voice:monitor",
                           "voice:opposition/monitor",
                           "voice:News",
                           "grade:fair",
                           "grade:confirmed",
                           "lineages:2",
                           "lineages:40",
                           "status:denied",
                           "status:asked",
                           "wb",
                           "wbbb",
                           "\"wb wc\"",
                           "killing",
                           "hit -killing",
                           "wb wc wd",
                           "Batari",
                           "wcb* type:crisis",
                           "killing grade:confirmed type:statements",
                           "type:crisis victim:people voice:monitor",
                           "-type:execution -status:denied grade:contested",
                           "report:made-up/77",
                           "by:government voice:government status:feared victim:women grade:weak"};
  for (const char* query : queries) ask(database, lexicon, find_incidents, "incidents", query);
  for (const SortBy sort : {SortBy::grade, SortBy::lineages, SortBy::killed, SortBy::place}) {
    for (const char* query :
         {"", "from:2016-05", "type:violence", "by:government", "wb", "place:31,37,25km"})
      ask(database, lexicon, find_incidents, "incidents", query, ordered(sort));
  }
  for (const char* query : queries) ask(database, lexicon, find_accounts, "accounts", query);
  for (const char* query : queries) ask(database, lexicon, find_reports, "reports", query);
  for (const char* query : {"", "voice:monitor", "voice:Batari", "type:crisis", "from:2016"})
    ask(database, lexicon, find_voices, "voices", query);
}

// A report put anew, and all incidents that it tells of, which were made beforehand.
void add_one(Database& database, const SyntheticCasebook& made, Size size) {
  ViewWriter views = must(ViewWriter::open(database));
  const Members members = members_of(made, size);
  std::vector<double> took;
  for (std::uint64_t number = 0; number < 200; ++number) {
    const std::uint64_t report = number * 7 % size.reports;
    const auto [accounts, text] = made.report(report);
    std::vector<MadeIncident> incidents;
    for (std::uint64_t i = 0; i < SyntheticCasebook::kClaims; ++i)
      incidents.emplace_back(made, members[made.incident_of(report, i)]);
    const double begin = processor_ms();
    auto transaction = must(Transaction::begin(database));
    must(views.put_report(accounts, text));
    for (const MadeIncident& incident : incidents) incident.put(views);
    must(transaction.commit());
    took.push_back(processor_ms() - begin);
  }
  std::sort(took.begin(), took.end());
  std::printf(
      "a report put anew with its 5 incidents: median %.2f ms, 95 in 100 %.2f ms, most %.2f ms\n",
      took[100], took[190], took.back());
}

}  // namespace

int main(int count, char** arguments) {
  const Size size{count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 200'000,
                  count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 150'000};
  const auto folder = std::filesystem::temp_directory_path();
  const std::string path =
      count > 3 ? arguments[3]
                : (folder / ("relata_query_bench." + std::to_string(getpid()))).string();
  const bool there = std::filesystem::exists(path);
  const SyntheticCasebook made(size.incidents);
  {
    Database database = must(Database::open(path, Database::Mode::create));
    must(database.execute("PRAGMA journal_mode = WAL"));
    if (!there) fill(database, made, size);
    const auto bytes = must(database.integer("SELECT page_count * 4096 FROM pragma_page_count"));
    const double claims = static_cast<double>(size.reports * SyntheticCasebook::kClaims);
    std::printf("%.0f bytes a claim\n", static_cast<double>(bytes.value_or(0)) / claims);
    ask_all(database);
    add_one(database, made, size);
  }
  if (count <= 3) std::filesystem::remove(path);
  return 0;
}
