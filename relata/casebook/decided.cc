// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/decided.h"

#include <algorithm>

#include "relata/casebook/correction.h"

namespace relata {
namespace {

// Every decision that is not undone by one that is not undone itself. Only what came before can be undone.
std::map<std::uint64_t, Decision> those_that_hold(std::vector<NumberedDecision> decisions) {
  std::sort(decisions.begin(), decisions.end(),
            [](const NumberedDecision& a, const NumberedDecision& b) { return a.entry < b.entry; });
  std::set<std::uint64_t> undone;
  for (auto at = decisions.rbegin(); at != decisions.rend(); ++at) {
    if (at->decision.action == Action::undo && !undone.contains(at->entry) &&
        at->decision.undoes < at->entry)
      undone.insert(at->decision.undoes);
  }
  std::map<std::uint64_t, Decision> holding;
  for (NumberedDecision& one : decisions) {
    if (!undone.contains(one.entry)) holding.emplace(one.entry, std::move(one.decision));
  }
  return holding;
}

bool is_about_a_claim(Action action) {
  return action == Action::accept || action == Action::reject || action == Action::correct;
}

}  // namespace

Decided::Decided(std::vector<NumberedDecision> decisions)
    : by_entry_(those_that_hold(std::move(decisions))) {
  for (const auto& [entry, decision] : by_entry_) take({entry, decision});
}

void Decided::take(const NumberedDecision& numbered) {
  const Decision& decision = numbered.decision;
  if (is_about_a_claim(decision.action))
    by_report_[decision.first->report].push_back(numbered.entry);
  if (decision.action == Action::merge || decision.action == Action::split) {
    const PersonLink decided{std::min(*decision.first, *decision.second),
                             std::max(*decision.first, *decision.second),
                             decision.action == Action::merge};
    std::erase_if(links_, [&](const PersonLink& link) {
      return link.first == decided.first && link.second == decided.second;
    });
    links_.push_back(decided);
  }
  if (decision.action == Action::grade)

    grades_.push_back({*decision.first, {*relata::grade_of(decision.value), decision.why}});
  if (decision.action == Action::reliability)
    letters_[decision.subject] = static_cast<Reliability>(decision.value.front() - 'A');
  if (decision.action == Action::seal) sealed_.insert(decision.subject);
}

std::vector<std::uint64_t> Decided::apply(ReportAccounts& report) const {
  std::vector<std::uint64_t> lost;
  const auto at = by_report_.find(report.id);
  if (at == by_report_.end()) return lost;
  for (const std::uint64_t entry : at->second) {
    const Decision& decision = by_entry_.at(entry);
    Account* account = find_account(report, *decision.first);
    if (account == nullptr) {
      lost.push_back(entry);
    } else if (decision.action == Action::correct) {
      RELATA_CHECK(
          correct(*account, decision.slot, decision.value));  // was checked when it was read
    } else {
      account->verdict = decision.action == Action::accept ? Verdict::accepted : Verdict::rejected;
    }
  }
  return lost;
}

std::optional<DecidedGrade> Decided::grade_of(const Incident& incident) const {
  for (auto at = grades_.rbegin(); at != grades_.rend(); ++at) {
    for (const IncidentMember& member : incident.members) {
      if (member.account.report == at->first.report &&
          member.account.trigger.overlaps(at->first.trigger))
        return at->second;
    }
  }
  return std::nullopt;
}

std::set<ReportId> Decided::reports() const {
  std::set<ReportId> reports;
  for (const auto& [entry, decision] : by_entry_) {
    if (decision.first) reports.insert(decision.first->report);
    if (decision.second) reports.insert(decision.second->report);
  }
  return reports;
}

Account* find_account(ReportAccounts& report, const AccountKey& key) {
  Account* found = nullptr;
  for (Account& account : report.accounts) {
    if (account.key == key) return &account;
    if (!account.key.trigger.overlaps(key.trigger)) continue;
    if (found != nullptr) return nullptr;  // it may mean either
    found = &account;
  }
  return found;
}

}  // namespace relata
