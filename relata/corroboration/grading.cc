// SPDX-License-Identifier: Apache-2.0
#include "relata/corroboration/grading.h"

#include <algorithm>
#include <string>
#include <utility>

namespace relata {
namespace {

void add(const AccountKeys& keys, AccountKeys& to) {
  to.insert(to.end(), keys.begin(), keys.end());
}

Reason reason(std::string rule, AccountKeys accounts) {
  std::sort(accounts.begin(), accounts.end());
  accounts.erase(std::unique(accounts.begin(), accounts.end()), accounts.end());
  return {std::move(rule), std::move(accounts)};
}

AccountKeys gathered(const GradeFacts& facts, AccountKeys LineageFacts::*member) {
  AccountKeys keys;
  for (const LineageFacts& each : facts.lineages) add(each.*member, keys);
  return keys;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : " and ") + name;
  return text;
}

bool independent_of_each_other(const LineageFacts& a, const LineageFacts& b) {
  return !a.camp || !b.camp || *a.camp != *b.camp;
}

std::optional<Reason> discounted(const GradeFacts& facts) {
  AccountKeys combatants = gathered(facts, &LineageFacts::combatants);
  if (combatants.empty() || !gathered(facts, &LineageFacts::civilians).empty()) return std::nullopt;
  return reason("those harmed are said to be combatants", std::move(combatants));
}

std::optional<Reason> confirmed(const GradeFacts& facts) {
  AccountKeys concessions = gathered(facts, &LineageFacts::concedes);
  if (concessions.empty()) return std::nullopt;
  return reason("a belligerent accepts responsibility", std::move(concessions));
}

// The first two lineages, by key, that leave each other no side in common.
std::optional<Reason> contested(const GradeFacts& facts) {
  for (std::size_t i = 0; i < facts.lineages.size(); ++i) {
    const LineageFacts& first = facts.lineages[i];
    if (first.accused.empty()) continue;
    for (std::size_t j = i + 1; j < facts.lineages.size(); ++j) {
      const LineageFacts& second = facts.lineages[j];
      if (second.accused.empty() || !independent_of_each_other(first, second) ||
          share_a_side(first.accused, second.accused))
        continue;
      AccountKeys keys;
      add(first.accuses, keys);
      add(second.accuses, keys);
      return reason("independent lineages accuse different sides: " + joined(first.accused) + "; " +
                        joined(second.accused),
                    std::move(keys));
    }
  }
  return std::nullopt;
}

bool tells_credibly(const LineageFacts& each) { return !each.tells.empty() && each.credible(); }

AccountKeys credible_accounts(const GradeFacts& facts) {
  AccountKeys keys;
  for (const LineageFacts& each : facts.lineages) {
    if (tells_credibly(each)) add(each.tells, keys);
  }
  return keys;
}

AccountKeys actions(const GradeFacts& facts) {
  AccountKeys keys = gathered(facts, &LineageFacts::acts);
  add(facts.nearby, keys);
  return keys;
}

// Fair, or weak with what is missing.
Grading by_support(const GradeFacts& facts) {
  const std::size_t credible = independent(facts.lineages, tells_credibly);
  const AccountKeys acts = actions(facts);
  if (credible >= 2 && !acts.empty()) {
    return {Grade::fair,
            {reason(std::to_string(credible) + " credible independent lineages",
                    credible_accounts(facts)),
             reason("a belligerent acted there or nearby", acts)}};
  }
  Grading grading{Grade::weak, {}};
  if (credible < 2) {
    const std::size_t lineages =
        independent(facts.lineages, [](const LineageFacts& each) { return !each.tells.empty(); });
    std::string rule = lineages == 1   ? "one independent lineage"
                       : credible == 1 ? "only one of the independent lineages is credible"
                                       : "none of the independent lineages is credible";
    grading.reasons.push_back(reason(std::move(rule), gathered(facts, &LineageFacts::tells)));
  }
  if (acts.empty())
    grading.reasons.push_back(reason("nobody says that a belligerent acted there or nearby", {}));
  return grading;
}

}  // namespace

Grading grading_of(const GradeFacts& facts) {
  const bool told = std::any_of(facts.lineages.begin(), facts.lineages.end(),
                                [](const LineageFacts& each) { return !each.tells.empty(); });
  if (!told) return {std::nullopt, {reason("nobody says that it took place", {})}};
  if (auto why = discounted(facts)) return {Grade::discounted, {std::move(*why)}};
  if (auto why = confirmed(facts)) return {Grade::confirmed, {std::move(*why)}};
  if (auto why = contested(facts)) return {Grade::contested, {std::move(*why)}};
  return by_support(facts);
}

}  // namespace relata
