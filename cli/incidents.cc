// SPDX-License-Identifier: Apache-2.0
// relata incidents and search: the incidents that fit, as a list for people or in forms for programs.
#include <cstdio>

#include "cli/case_commands.h"
#include "cli/data_root.h"
#include "cli/ending.h"
#include "cli/listing.h"
#include "cli/open_case.h"
#include "relata/casebook/incident_source.h"
#include "relata/incidents/write_groups.h"
#include "relata/profiles/profile.h"
#include "relata/query/find.h"
#include "relata/query/incidents_text.h"

namespace relata::cli {
namespace {

// Takes every page of a list, or one.
template <typename Each>
Result<std::string> each_incident(Database& database, const Filter& filter, PageRequest page,
                                  bool all, Each each) {
  while (true) {
    RELATA_TRY(const FoundPage<IncidentRow> found, find_incidents(database, filter, page));
    for (const IncidentRow& row : found.rows) {
      if (const auto done = each(row); !done) return done.error();
    }
    if (!all || found.next.empty()) return found.next;
    page.after = found.next;
  }
}

void put(const std::string& out) { std::fwrite(out.data(), 1, out.size(), stdout); }

struct Asked {
  Filter filter;
  const ListArguments& list;
};

// The page that was asked for, or all of them.
Result<FoundPage<IncidentRow>> rows_of(Casebook& casebook, const Asked& asked) {
  RELATA_TRY(const PageRequest page, page_of(asked.list));
  FoundPage<IncidentRow> found;
  const auto take = [&](const IncidentRow& row) {
    found.rows.push_back(row);
    return Result<Done>(Done{});
  };
  RELATA_TRY(found.next, each_incident(casebook.ledger().database(), asked.filter, page,
                                       asked.list.limit == 0, take));
  return found;
}

Result<ExitCode> list_as_text(Casebook& casebook, const Asked& asked) {
  RELATA_TRY(const auto found, rows_of(casebook, asked));
  std::string out;
  write_incidents_text(found, std::nullopt, list_view(asked.list.width, asked.list.colour), out);
  put(out);
  return ExitCode::ok;
}

Result<ExitCode> list_as_json(Casebook& casebook, const Asked& asked) {
  RELATA_TRY(const auto found, rows_of(casebook, asked));
  std::string out;
  write_list(found.rows, asked.list.format == "json", out);
  put(out);
  if (!found.next.empty()) complain("there are more: --after " + found.next);
  return ExitCode::ok;
}

Result<ExitCode> list_as_profile(Casebook& casebook, const Asked& asked, Profile profile,
                                 const ProfileTables& tables) {
  RELATA_TRY(const PageRequest page, page_of(asked.list));
  RELATA_TRY(IncidentSource source, IncidentSource::open(casebook));
  const CaseOrigin origin;
  ProfileWriter writer(profile, origin, tables);
  std::string out;
  writer.begin(out);
  RELATA_TRY(const std::string next,
             each_incident(casebook.ledger().database(), asked.filter, page, asked.list.limit == 0,
                           [&](const IncidentRow& row) -> Result<Done> {
                             RELATA_TRY(const LoadedIncident loaded, source.load(row.id));
                             writer.add(loaded.given(), out);
                             put(out);
                             out.clear();
                             return Done{};
                           }));
  writer.end(out);
  put(out);
  if (!next.empty()) complain("there are more: --after " + next);
  return ExitCode::ok;
}

// All incidents that fit, as groups of reports.
Result<ExitCode> list_as_groups(Casebook& casebook, const Asked& asked) {
  RELATA_TRY(PageRequest page, page_of(asked.list));
  page.size = kLargestPage;
  RELATA_TRY(IncidentSource source, IncidentSource::open(casebook));
  std::vector<Incident> incidents;
  std::vector<DeathRange> deaths;
  std::map<ReportId, std::string> docs;
  const auto take = [&](const IncidentRow& row) -> Result<Done> {
    RELATA_TRY(const LoadedIncident loaded, source.load(row.id));
    incidents.push_back(loaded.incident());
    std::vector<const Account*> accounts;
    for (const CaseAccount& account : loaded.given().accounts) {
      accounts.push_back(account.account);
      docs.emplace(account.report->id, account.report->doc);
    }
    deaths.push_back(deaths_told(accounts));
    return Done{};
  };
  RELATA_TRY(const std::string next,
             each_incident(casebook.ledger().database(), asked.filter, page, true, take));
  RELATA_CHECK(next.empty());
  std::string out;
  write_groups(incidents, deaths, docs, out);
  put(out);
  return ExitCode::ok;
}

Result<ExitCode> list(Casebook& casebook, const Asked& asked, const std::string& data) {
  const std::string& format = asked.list.format;
  if (format == "text") return list_as_text(casebook, asked);
  if (format == "groups") return list_as_groups(casebook, asked);
  if (format == "json" || format == "jsonl") return list_as_json(casebook, asked);
  const auto files = real_files();
  RELATA_TRY(const std::string root, find_data_root(*files, data));
  RELATA_TRY(const ProfileTables tables, ProfileTables::load(DataFolder{files.get(), root}));
  return list_as_profile(casebook, asked,
                         format == "csv" ? Profile::incidents_csv : Profile::geojson, tables);
}

Result<ExitCode> incidents(const IncidentsArguments& arguments) {
  RELATA_TRY(const CaseKnowledge knowledge, load_case_knowledge(arguments.data));
  auto filter = filter_of(arguments.filter, knowledge.filters);
  if (!filter) return misused(filter.error());
  RELATA_TRY(Casebook casebook, open_with_views(arguments.casebook, knowledge));
  return list(casebook, {std::move(*filter), arguments.list}, arguments.data);
}

Result<ExitCode> search(const SearchArguments& arguments) {
  RELATA_TRY(const CaseKnowledge knowledge, load_case_knowledge(arguments.data));
  auto filter = parse_query(arguments.query, knowledge.filters);
  if (!filter) return misused(filter.error());
  RELATA_TRY(Casebook casebook, open_with_views(arguments.casebook, knowledge));
  return list(casebook, {std::move(*filter), arguments.list}, arguments.data);
}

}  // namespace

ExitCode run(const IncidentsArguments& arguments) { return ended(incidents(arguments)); }
ExitCode run(const SearchArguments& arguments) { return ended(search(arguments)); }

}  // namespace relata::cli
