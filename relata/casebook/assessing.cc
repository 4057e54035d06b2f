// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/assessing.h"

#include <algorithm>
#include <set>

#include "relata/lineages/lineage.h"
#include "relata/lineages/retelling.h"

namespace relata {
namespace {

std::vector<AccountKey> keys_of(const Incident& incident) {
  std::vector<AccountKey> keys;
  for (const IncidentMember& member : incident.members) keys.push_back(member.account);
  return keys;
}

std::vector<const Account*> pointers_to(const std::vector<Account>& accounts) {
  std::vector<const Account*> pointers;
  for (const Account& account : accounts) pointers.push_back(&account);
  return pointers;
}

bool tells_of_action(const std::vector<Account>& accounts) {
  return std::any_of(accounts.begin(), accounts.end(), [](const Account& account) {
    return tells_of_a_happening(account) && relata::tells_of_action(compared(account));
  });
}

}  // namespace

Assessing::Assessing(KeptAccounts& kept, CopyTable& copies, NearbyActions& nearby,
                     const Decided& decided, const CaseKnowledge& knowledge)
    : kept_(kept), copies_(copies), nearby_(nearby), decided_(decided), knowledge_(knowledge) {
  for (const auto& [voice, letter] : decided.letters()) letters_.push_back({voice, letter});
}

Result<Assessed> Assessing::assess(const Incident& incident) {
  Assessed assessed;
  RELATA_TRY(assessed.accounts, kept_.accounts(keys_of(incident)));
  const auto pointers = pointers_to(assessed.accounts);
  RELATA_TRY(std::vector<Lineage> lineages, this->lineages(pointers));
  AssessmentContext context;
  context.letters = letters_;
  context.decided = decided_.grade_of(incident);
  std::vector<Account> others;
  assessed.asks_nearby = !tells_of_action(assessed.accounts);
  if (assessed.asks_nearby) {
    RELATA_TRY(const auto keys, nearby_.near(incident));
    RELATA_TRY(others, kept_.accounts(keys));
    context.nearby = pointers_to(others);
  }
  assessed.assessment =
      relata::assess(incident, pointers, std::move(lineages), context, knowledge_.assessment,
                     knowledge_.assessment.profiles.profiles.front());
  return assessed;
}

Result<std::vector<Lineage>> Assessing::lineages(const std::vector<const Account*>& accounts) {
  std::set<ReportId> ids;
  for (const Account* account : accounts) ids.insert(account->key.report);
  std::map<ReportId, ReportOrigin> origins;
  std::vector<const ReportAccounts*> reports;
  std::vector<TextReuse> reuse;
  for (const ReportId& id : ids) {
    RELATA_TRY(const ReportAccounts* report, kept_.report(id));
    reports.push_back(report);
    origins.emplace(id, ReportOrigin{id, report->day, report->publisher, report->credit});
    if (ids.size() == 1) break;
    RELATA_TRY(const auto pairs, copies_.reuse_of(id));
    for (const TextReuse& pair : pairs) {
      if (pair.first == id && ids.contains(pair.second)) reuse.push_back(pair);
    }
  }
  std::sort(reuse.begin(), reuse.end());
  const auto retellings = find_retellings(reports);
  return lineages_of(accounts, origins, {reuse, retellings}, knowledge_.lineages);
}

}  // namespace relata
