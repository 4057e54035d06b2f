// SPDX-License-Identifier: Apache-2.0
// incident_groups READINGS.jsonl [DATA]: the incidents of stored readings (`relata read --format jsonl --layers`), as groups of
// reports on standard output: what a scorer of groupings reads. For measuring; people use `relata incidents`.
#include <cstdio>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "relata/accounts/accounts_of.h"
#include "relata/base/env.h"
#include "relata/incidents/incidents_of.h"
#include "relata/incidents/write_groups.h"

namespace relata {
namespace {

constexpr std::uint64_t kLargestFile = 1ULL << 30;

Result<std::vector<ReportAccounts>> load_accounts(const Files& files, const std::string& path,
                                                  const AccountLexicon& lexicon) {
  RELATA_TRY(const std::string bytes, files.read(path, kLargestFile));
  std::vector<ReportAccounts> reports;
  std::istringstream lines(bytes);
  for (std::string line; std::getline(lines, line);) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (json.is_discarded() || !json.contains("layers"))
      return Error{path + ": no readings with layers"};
    const auto text_of = [&](const char* key) {
      return json[key].is_string() ? json[key].get<std::string>() : std::string();
    };
    const std::string sha = text_of("text_sha256"), publisher = text_of("publisher"),
                      url = text_of("url"), published = text_of("published");
    const ReportId id = report_id({sha, publisher, url, published});
    RELATA_TRY(ReportAccounts report,
               accounts_of(id, json["layers"]["text"].get<std::string>(), line, lexicon));
    reports.push_back(std::move(report));
  }
  return reports;
}

// What is told of the dead of each incident.
std::vector<DeathRange> deaths_of(const std::vector<Incident>& incidents,
                                  const std::vector<ReportAccounts>& reports) {
  std::map<AccountKey, const Account*> accounts;
  for (const ReportAccounts& report : reports) {
    for (const Account& account : report.accounts) accounts[account.key] = &account;
  }
  std::vector<DeathRange> ranges;
  for (const Incident& incident : incidents) {
    std::vector<const Account*> members;
    for (const IncidentMember& member : incident.members)
      members.push_back(accounts.at(member.account));
    ranges.push_back(deaths_told(members));
  }
  return ranges;
}

Result<std::string> groups(const std::string& path, const std::string& root) {
  const auto files = real_files();
  const DataFolder folder{files.get(), root};
  RELATA_TRY(const AccountLexicon lexicon, AccountLexicon::load(folder));
  RELATA_TRY(const IncidentTables tables, IncidentTables::load(folder));
  RELATA_TRY(const std::vector<ReportAccounts> reports, load_accounts(*files, path, lexicon));
  std::map<ReportId, std::string> docs;
  for (const ReportAccounts& report : reports) docs[report.id] = report.doc;
  const std::vector<Incident> incidents = incidents_of(reports, {}, tables, 1);
  std::string out;
  write_groups(incidents, deaths_of(incidents, reports), docs, out);
  return out;
}

}  // namespace
}  // namespace relata

int main(int count, char** arguments) {
  if (count < 2) {
    std::fputs("usage: incident_groups READINGS.jsonl [DATA]\n", stderr);
    return 2;
  }
  const auto json = relata::groups(arguments[1], count > 2 ? arguments[2] : RELATA_SOURCE_DIR);
  if (!json) {
    std::fprintf(stderr, "incident_groups: %s\n", json.error().message.c_str());
    return 1;
  }
  std::fputs(json->c_str(), stdout);
}
