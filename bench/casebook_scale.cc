// SPDX-License-Identifier: Apache-2.0
// relata_casebook_scale REPORTS [THREADS] [FILE]: how long incidents and their assessments of many synthetic reports take in
// memory; and with FILE, how long a casebook of them takes to fill, to add one report to, and to ask. FILE is made anew.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <thread>
#include <vector>

#include "relata/base/hash.h"
#include "relata/casebook/case_views.h"
#include "relata/corroboration/assess.h"
#include "relata/export/json_writer.h"
#include "relata/incidents/incidents_of.h"
#include "relata/lineages/lineage.h"
#include "relata/query/find.h"
#include "tests/synthetic_reports.h"

namespace relata {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

template <typename T>
T given(Result<T> result) {
  if (result) return std::move(result).value();
  std::fprintf(stderr, "%s\n", result.error().message.c_str());
  std::exit(1);
}

// The accounts of an incident, made again from their reports, and its assessment.
void assess_one(const SyntheticReports& reports,
                const std::vector<std::pair<ReportId, std::uint32_t>>& numbers,
                const Incident& incident, const CaseKnowledge& knowledge) {
  std::map<ReportId, ReportAccounts> told;
  std::map<ReportId, ReportOrigin> origins;
  std::vector<const Account*> accounts;
  for (const IncidentMember& member : incident.members) {
    const ReportId id = member.account.report;
    if (!told.contains(id)) {
      const auto at = std::lower_bound(numbers.begin(), numbers.end(), std::pair(id, 0U));
      const ReportAccounts& report = told.emplace(id, reports.report(at->second)).first->second;
      origins.emplace(id, ReportOrigin{id, report.day, report.publisher, ""});
    }
    for (const Account& account : told.at(id).accounts) {
      if (account.key == member.account) accounts.push_back(&account);
    }
  }
  auto lineages = lineages_of(accounts, origins, {}, knowledge.lineages);
  const Assessment assessment =
      assess(incident, accounts, std::move(lineages), {}, knowledge.assessment,
             knowledge.assessment.profiles.profiles.front());
  if (assessment.reports == 0) std::abort();
}

void in_memory(const SyntheticReports& reports, const CaseKnowledge& knowledge, unsigned threads) {
  const Decisions decisions;
  const auto start = Clock::now();
  std::vector<std::pair<ReportId, std::uint32_t>> numbers;
  EpisodeCollection all(decisions, knowledge.incidents);
  std::size_t claims = 0;
  for (std::uint32_t i = 0; i < reports.size(); ++i) {
    const ReportAccounts report = reports.report(i);
    claims += report.accounts.size();
    numbers.emplace_back(report.id, i);
    all.add(report);
  }
  std::sort(numbers.begin(), numbers.end());
  const double episodes = seconds_since(start);
  const std::vector<Incident> incidents = std::move(all).incidents(threads);
  const double made = seconds_since(start);
  std::vector<std::thread> workers;
  for (unsigned worker = 0; worker < threads; ++worker) {
    workers.emplace_back([&, worker] {
      for (std::size_t i = worker; i < incidents.size(); i += threads)
        assess_one(reports, numbers, incidents[i], knowledge);
    });
  }
  for (std::thread& worker : workers) worker.join();
  std::printf(
      "in memory: %u reports, %zu claims, %zu incidents: episodes %.1f s, incidents %.1f s, "
      "assessments %.1f s, "
      "together %.1f s, %.0f MB\n",
      reports.size(), claims, incidents.size(), episodes, made - episodes,
      seconds_since(start) - made, seconds_since(start), peak_megabytes());
}

// A hundred bytes of text for each claim: its words, so that they are found again.
std::string block_of(const Account& account) {
  std::string block = "killed";
  for (const std::uint32_t word : account.words) {
    if (block.size() < 90) block += ' ' + std::to_string(word);
  }
  block.resize(99, ' ');
  return block + '\n';
}

void write_claim(const Account& account, std::int64_t begin, JsonWriter& json) {
  json.begin_object().key("id").integer(account.claim).key("type").string(name_of(account.type));
  json.key("trigger").pair(begin, begin + 6).key("evidence").pair(begin, begin + 99);
  json.key("status").string(name_of(account.status)).key("by").begin_array();
  for (const ToldActor& actor : account.by)
    json.begin_object().key("name").string(actor.name).end_object();
  json.end_array().key("to").begin_array().end_array().key("where").begin_array();
  for (const Site& site : account.where) {
    json.begin_object().key("span").pair(begin, begin + 6).key("name").string(site.name);
    json.key("within").string(site.within).end_object();
  }
  json.end_array().key("when").begin_object().key("span");
  if (account.when_stated) {
    json.pair(begin, begin + 6);
  } else {
    json.null();
  }
  json.key("from")
      .string(iso_date(account.when->from))
      .key("to")
      .string(iso_date(account.when->to));
  json.end_object().key("counts").begin_array();
  for (const ToldCount& count : account.counts) {
    json.begin_object().key("span").pair(begin, begin + 6).key("of").string(name_of(count.of));
    json.key("who").string(count.who).key("low").number_or_null(count.low);
    json.key("high").number_or_null(count.high).end_object();
  }
  json.end_array()
      .key("chains")
      .begin_array()
      .end_array()
      .key("confidence")
      .number(0.7)
      .end_object();
}

void write_site(const Site& site, std::int64_t begin, JsonWriter& json) {
  json.begin_object().key("span").pair(begin, begin + 6).key("name").string(site.name);
  json.key("within")
      .string(site.within)
      .key("kind")
      .string(name_of(site.kind.value_or(PlaceKind::town)));
  json.key("gazetteer_name").string(site.gazetteer_name).key("admin1").string(site.admin1);
  json.key("country").string(site.country).key("lat").number_or_null(site.latitude);
  json.key("lon").number_or_null(site.longitude).key("approximate").boolean(false).end_object();
}

// A report whose reading gives the accounts.
ReadReport written(const ReportAccounts& told) {
  ReadReport read;
  read.report.id = told.doc;
  read.report.publisher = told.publisher.name;
  read.report.published = told.day;
  read.report.format = "plain";
  JsonWriter json(read.reading, JsonWriter::Layout::line);
  json.begin_object().key("doc").string(told.doc).key("publisher").string(told.publisher.name);
  json.key("published").string(iso_date(*told.day)).key("title").null();
  json.key("dateline").begin_object().key("day").null().end_object().key("claims").begin_array();
  for (const Account& account : told.accounts) {
    write_claim(account, static_cast<std::int64_t>(read.report.text.size()), json);
    read.report.text += block_of(account);
  }
  json.end_array().key("voices").begin_array().end_array().key("relations").begin_array();
  for (const Relation& relation : told.relations) {
    json.begin_object()
        .key("kind")
        .string(name_of(relation.kind))
        .key("from")
        .integer(relation.from);
    json.key("to").integer(relation.to).end_object();
  }
  json.end_array().key("layers").begin_object().key("places").begin_array();
  std::int64_t begin = 0;
  for (const Account& account : told.accounts) {
    for (const Site& site : account.where) write_site(site, begin, json);
    begin += 100;
  }
  json.end_array().end_object().end_object();
  read.report.sha256 = sha256_hex(read.report.text);
  return read;
}

void ask(Casebook& casebook, const CaseKnowledge& knowledge, const char* query) {
  const Filter filter = given(parse_query(query, knowledge.filters));
  const auto start = Clock::now();
  const auto found = given(find_incidents(casebook.ledger().database(), filter, {}));
  std::printf("  '%s': %zu incidents, %.1f ms\n", query, found.rows.size(),
              seconds_since(start) * 1000);
}

void in_file(const SyntheticReports& reports, const CaseKnowledge& knowledge,
             const std::string& path) {
  std::filesystem::remove(path);
  LedgerOptions options;
  std::array<std::uint8_t, 32> seed{};
  options.key = SigningKey::of_seed(seed);
  Casebook casebook = given(Casebook::open(path, Ledger::Mode::create, options));
  const EntryTime now{std::chrono::seconds{1'900'000'000}};
  const Engine engine{"relata synthetic", "", {}};
  const std::uint32_t kept_back = 100;
  auto start = Clock::now();
  std::vector<ReadReport> batch;
  for (std::uint32_t i = 0; i + kept_back < reports.size(); ++i) {
    batch.push_back(written(reports.report(i)));
    if (batch.size() < 2'000 && i + kept_back + 1 < reports.size()) continue;
    given(casebook.add(batch, engine, now));
    batch.clear();
  }
  std::printf("in a file: record %.1f s", seconds_since(start));
  std::fflush(stdout);
  start = Clock::now();
  const RefreshOutcome outcome = given(refresh_views(casebook, knowledge, {}));
  std::printf(", views %.1f s: %llu incidents; %.0f MB of file, %.0f MB of memory\n",
              seconds_since(start), static_cast<unsigned long long>(outcome.incidents),
              static_cast<double>(std::filesystem::file_size(path)) / 1e6, peak_megabytes());
  std::vector<double> took;
  for (std::uint32_t i = reports.size() - kept_back; i < reports.size(); ++i) {
    const std::vector<ReadReport> one = {written(reports.report(i))};
    start = Clock::now();
    given(casebook.add(one, engine, now));
    given(refresh_views(casebook, knowledge, {}));
    took.push_back(seconds_since(start) * 1000);
  }
  std::sort(took.begin(), took.end());
  std::printf("  adding one report: median %.1f ms, 9 of 10 in %.1f ms, the longest %.1f ms\n",
              took[took.size() / 2], took[took.size() * 9 / 10], took.back());
  for (const char* query :
       {"type:airstrike", "grade:fair", "place:XX", "from:2010-03-01 to:2010-03-02", "lineages:3",
        "type:capture status:denied", "victim:people type:killing"})
    ask(casebook, knowledge, query);
}

}  // namespace
}  // namespace relata

int main(int count, char** arguments) {
  if (count < 2) {
    std::fputs("usage: relata_casebook_scale REPORTS [THREADS] [FILE]\n", stderr);
    return 2;
  }
  const auto files = relata::real_files();
  const auto knowledge =
      relata::given(relata::CaseKnowledge::load({files.get(), RELATA_SOURCE_DIR}));
  const relata::SyntheticReports reports(
      1, static_cast<std::uint32_t>(std::strtoul(arguments[1], nullptr, 10)));
  const auto threads =
      count > 2 ? static_cast<unsigned>(std::strtoul(arguments[2], nullptr, 10)) : 2U;
  if (threads > 0) relata::in_memory(reports, knowledge, threads);
  if (count > 3) relata::in_file(reports, knowledge, arguments[3]);
}
