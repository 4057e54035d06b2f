// SPDX-License-Identifier: Apache-2.0
#include "relata/lineages/spanning_ties.h"

#include <algorithm>
#include <map>

#include "relata/lineages/joined_sets.h"

namespace relata {
namespace {

bool by_wire(const Strand& strand) {
  return strand.by == Strand::By::credit || strand.by == Strand::By::agency;
}

// Between accounts of one voice, each with the next; and between the voices of one owner.
void name_ties(std::span<const Account* const> accounts, std::span<const Strand* const> members,
               std::vector<Tie>& ties) {
  std::map<std::string_view, std::vector<const Strand*>> voices, owners;
  for (const Strand* strand : members) voices[strand->key].push_back(strand);
  for (auto& [key, strands] : voices) {
    std::sort(strands.begin(), strands.end(), [](auto* a, auto* b) {
      return std::tie(a->account, a->by) < std::tie(b->account, b->by);
    });
    if (!strands[0]->owner.empty()) owners[strands[0]->owner].push_back(strands[0]);
    for (std::size_t i = 1; i < strands.size(); ++i) {
      const Strand &one = *strands[i - 1], &other = *strands[i];
      const bool same_report =
          accounts[one.account]->key.report == accounts[other.account]->key.report;
      const TieKind kind = same_report                      ? TieKind::same_report
                           : by_wire(one) && by_wire(other) ? TieKind::wire
                                                            : TieKind::voice;
      ties.push_back({kind, one.account, other.account, one.origin.name});
    }
  }
  for (const auto& [owner, firsts] : owners)
    for (std::size_t i = 1; i < firsts.size(); ++i)
      ties.push_back({TieKind::owner, std::min(firsts[0]->account, firsts[i]->account),
                      std::max(firsts[0]->account, firsts[i]->account), std::string(owner)});
}

}  // namespace

std::vector<Tie> spanning_ties(std::span<const Account* const> accounts,
                               std::span<const Strand* const> members,
                               std::span<const AccountLink> links) {
  std::vector<bool> in(accounts.size());
  for (const Strand* strand : members) in[strand->account] = true;
  std::vector<Tie> ties;
  name_ties(accounts, members, ties);
  for (const AccountLink& link : links)
    if (in[link.first] && in[link.second])
      ties.push_back({link.kind, link.first, link.second, link.what});
  std::sort(ties.begin(), ties.end());
  JoinedSets sets(accounts.size());
  std::vector<Tie> spanning;
  for (Tie& tie : ties) {
    if (sets.of(tie.first) == sets.of(tie.second)) continue;
    sets.join(tie.first, tie.second);
    spanning.push_back(std::move(tie));
  }
  return spanning;
}

}  // namespace relata
