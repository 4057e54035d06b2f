// SPDX-License-Identifier: Apache-2.0
#include "relata/corroboration/assess.h"

#include <algorithm>
#include <map>
#include <utility>

#include "relata/corroboration/agreement.h"
#include "relata/corroboration/grading.h"
#include "relata/corroboration/least_change.h"
#include "relata/corroboration/tolls.h"

namespace relata {
namespace {

void sort_lineages(std::span<const Account* const> accounts, std::vector<Lineage>& lineages) {
  const auto by_key = [&](std::uint32_t a, std::uint32_t b) {
    return accounts[a]->key < accounts[b]->key;
  };
  for (Lineage& lineage : lineages) {
    std::sort(lineage.accounts.begin(), lineage.accounts.end(), by_key);
  }
  std::sort(lineages.begin(), lineages.end(), [&](const Lineage& a, const Lineage& b) {
    if (a.accounts.empty() || b.accounts.empty()) return a.accounts.size() < b.accounts.size();
    const AccountKey& x = accounts[a.accounts.front()]->key;
    const AccountKey& y = accounts[b.accounts.front()]->key;
    return x != y ? x < y : a.origin < b.origin;
  });
}

std::uint32_t reports_of(std::span<const Account* const> accounts) {
  std::vector<ReportId> reports;
  for (const Account* account : accounts) reports.push_back(account->key.report);
  std::sort(reports.begin(), reports.end());
  return static_cast<std::uint32_t>(std::unique(reports.begin(), reports.end()) - reports.begin());
}

AccountKeys actions_among(const std::vector<const Account*>& nearby) {
  AccountKeys keys;
  for (const Account* account : nearby) {
    if (tells_of_action(compared(*account))) keys.push_back(account->key);
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

// Each lineage gives its weight to the sides that it accuses.
std::vector<Accused> accused_in(std::span<const LineageFacts> facts, const VoteSettings& settings) {
  std::map<std::string, Accused> by_side;
  std::map<std::string, double> support;
  for (const LineageFacts& each : facts) {
    const double weight = std::max(weight_of(accuracy_of(each.letter, settings), settings), 0.0);
    for (const std::string& side : each.accused) {
      Accused& accused = by_side[side];
      accused.side = side;
      ++accused.lineages;
      accused.accounts.insert(accused.accounts.end(), each.accuses.begin(), each.accuses.end());
      support[side] += weight / static_cast<double>(each.accused.size());
    }
  }
  std::vector<double> supports;
  for (const auto& [side, sum] : support) supports.push_back(sum);
  const std::vector<double> chances = chances_of(std::move(supports));
  std::vector<Accused> result;
  for (auto& [side, accused] : by_side) {
    accused.chance = chances[result.size()];
    std::sort(accused.accounts.begin(), accused.accounts.end());
    accused.accounts.erase(std::unique(accused.accounts.begin(), accused.accounts.end()),
                           accused.accounts.end());
    result.push_back(std::move(accused));
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const Accused& a, const Accused& b) { return a.chance > b.chance; });
  return result;
}

void count_support(std::span<const LineageFacts> facts, Assessment& assessment) {
  for (const LineageFacts& each : facts) {
    if (!each.tells.empty()) {
      ++assessment.lineages_for;
      if (each.side != Side::unknown) assessment.sides.push_back(each.side);
    } else if (!each.denies.empty()) {
      ++assessment.lineages_against;
    }
    assessment.against_interest.insert(assessment.against_interest.end(),
                                       each.against_interest.begin(), each.against_interest.end());
  }
  const auto once = [](auto& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
  };
  once(assessment.sides);
  once(assessment.against_interest);
}

// Denials of harm alone have no grade, but say why.
void grade(GradeFacts facts, Assessment& assessment) {
  Grading grading = grading_of(facts);
  assessment.grade = grading.grade;
  assessment.reasons = std::move(grading.reasons);
  assessment.changes = changes_of(facts, assessment.grade);
  if (!assessment.changes.empty()) assessment.least_change = words_for(assessment.changes.front());
}

}  // namespace

Assessment assess(const Incident& incident, std::span<const Account* const> accounts,
                  std::vector<Lineage> lineages, const AssessmentContext& context,
                  const AssessmentLexicon& lexicon, const CountProfile& profile) {
  sort_lineages(accounts, lineages);
  std::vector<ComparedAccount> sayings;
  sayings.reserve(accounts.size());
  for (const Account* account : accounts) sayings.push_back(compared(*account));
  const Setting setting{incident.where.country,
                        incident.when ? std::optional(incident.when->from) : std::nullopt};
  std::vector<LineageFacts> facts =
      facts_of(sayings, lineages, setting, context.letters, lexicon.voices);

  Assessment assessment;
  assessment.incident = incident.id;
  assessment.profile = profile.name + ' ' + profile.version;
  assessment.reports = reports_of(accounts);
  count_support(facts, assessment);
  assessment.accused = accused_in(facts, lexicon.votes);
  assessment.tolls = tolls_of(sayings, lineages, facts, profile, lexicon.votes);

  const Agreement agreement(sayings, lineages, facts, setting, lexicon.voices);
  assessment.opposed_sides_agree = agreement.opposed_sides_agree();
  assessment.contradictions = agreement.contradictions();
  for (std::uint32_t i = 0; i < accounts.size(); ++i) {
    assessment.credibility.emplace(accounts[i]->key, agreement.credibility_of(i));
  }

  const bool harm = std::any_of(sayings.begin(), sayings.end(), [](const ComparedAccount& saying) {
    return (saying.tells || saying.denies) && harms_people(*saying.account);
  });
  // From here on nothing about the incident is found out; it is only graded.
  if (harm) grade({std::move(facts), actions_among(context.nearby)}, assessment);
  if (context.decided) {
    assessment.decided = context.decided->grade;
    assessment.decided_reason = context.decided->reason;
  }
  assessment.lineages = std::move(lineages);
  return assessment;
}

Result<AssessmentLexicon> AssessmentLexicon::load(const DataFolder& folder) {
  RELATA_TRY(VoiceLexicon voices, VoiceLexicon::load(folder));
  RELATA_TRY(CountProfiles profiles, CountProfiles::load(folder));
  RELATA_TRY(const VoteSettings votes, VoteSettings::load(folder));
  return AssessmentLexicon{std::move(voices), std::move(profiles), votes};
}

}  // namespace relata
