// SPDX-License-Identifier: Apache-2.0
#include "relata/incidents/episodes_of.h"

#include <algorithm>
#include <map>
#include <set>

#include "relata/incidents/clustering.h"
#include "relata/incidents/episode_features.h"
#include "relata/incidents/sums.h"

namespace relata {
namespace {

constexpr std::size_t kMostAccounts = 400;  // of a report that are compared with each other
constexpr float kDeathsWeigh = 2.5F;
constexpr float kTitleWeighs = 1.5F;
constexpr std::chrono::days kLongAgo{3};

bool is_compared(const Account& account, const IncidentTypes& types) {
  return types.makes(account.type) || types.harm(account.type) > 0;
}

float weight_of(Status status) {
  switch (status) {
    case Status::asserted:
      return 1;
    case Status::alleged:
      return 0.8F;
    case Status::doubted:
      return 0.3F;
    case Status::denied:
    case Status::planned:
    case Status::feared:
    case Status::asked:
      return 0;
  }
  return 0;
}

// How much an account speaks for its happening being what the report is about.
float weight_of(const Account& account, const IncidentTypes& types) {
  const bool deaths =
      std::any_of(account.counts.begin(), account.counts.end(), [](const ToldCount& count) {
        return count.of == CountOf::killed || count.of == CountOf::killed_or_injured;
      });
  return weight_of(account.status) * types.harm(account.type) *
         std::max(0.05F, account.lead * account.lead) * (deaths ? kDeathsWeigh : 1) *
         (account.in_title ? kTitleWeighs : 1);
}

class ReportEpisodes {
 public:
  ReportEpisodes(const ReportAccounts& report, const Decisions& decisions,
                 const IncidentTables& tables)
      : report_(report), decisions_(decisions), tables_(tables) {
    for (const Account& account : report.accounts) {
      if (is_compared(account, tables.types) && accounts_.size() < kMostAccounts)
        accounts_.push_back(&account);
    }
    std::sort(accounts_.begin(), accounts_.end(),
              [](const Account* a, const Account* b) { return a->key < b->key; });
    for (const Account* account : accounts_)
      singles_.push_back(episode_of(std::span(&account, 1), tables_));
  }

  std::vector<Episode> make() {
    if (accounts_.empty()) return {};
    const std::vector<Sum> sums = sums_among(singles_);
    ClusterTask task = pulls(sums);
    decided(task);
    gather(cluster(task), sums);
    choose_main();
    for (Episode& episode : episodes_) place_in_report(episode);
    return std::move(episodes_);
  }

 private:
  ClusterTask pulls(const std::vector<Sum>& sums) const {
    ClusterTask task;
    task.items = static_cast<std::uint32_t>(accounts_.size());
    std::set<std::pair<std::uint32_t, std::uint32_t>> ties;  // by claims
    for (const Relation& relation : report_.relations) {
      if (relation.kind == RelationKind::same_event)
        ties.insert(std::minmax(relation.from, relation.to));
    }
    for (std::uint32_t j = 1; j < task.items; ++j) {
      for (std::uint32_t i = 0; i < j; ++i) {
        Signs signs = signs_of(singles_[i], singles_[j], tables_.types);
        if (ties.contains(std::minmax(accounts_[i]->claim, accounts_[j]->claim)))
          signs.add(Sign::told_as_one);
        task.pulls.push_back({i, j, tables_.within.sum(signs)});
      }
    }
    for (const Sum& sum : sums) {
      for (const std::uint32_t part : sum.parts) task.apart.push_back(std::minmax(sum.whole, part));
    }
    return task;
  }

  // One sum, told again.
  [[nodiscard]] bool said_twice(const Sum& a, const Sum& b) const {
    return singles_[a.whole].killed.total == singles_[b.whole].killed.total && a.parts == b.parts;
  }

  void decided(ClusterTask& task) const {
    for (std::uint32_t j = 0; j < accounts_.size(); ++j) {
      const auto set = decisions_.set_of(accounts_[j]->key);
      if (!set) continue;
      for (std::uint32_t i = 0; i < j; ++i) {
        const auto other = decisions_.set_of(accounts_[i]->key);
        if (!other) continue;
        if (*set == *other) task.together.emplace_back(i, j);
        if (decisions_.apart(*set, *other)) task.apart.emplace_back(i, j);
      }
    }
  }

  void gather(const std::vector<std::uint32_t>& heads, const std::vector<Sum>& sums) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> groups;
    for (std::uint32_t i = 0; i < heads.size(); ++i) groups[heads[i]].push_back(i);
    for (const auto& [head, members] : groups) {
      std::vector<const Account*> accounts;
      float weight = 0;
      for (const std::uint32_t i : members) {
        accounts.push_back(accounts_[i]);
        weight += weight_of(*accounts_[i], tables_.types);
      }
      episodes_.push_back(episode_of(accounts, tables_));
      weights_.push_back(episodes_.back().standing == Standing::makes ? weight : 0);
      for (const Account* account : accounts) {
        if (const auto set = decisions_.set_of(account->key))
          episodes_.back().decided.push_back(*set);
      }
    }
    for (Episode& episode : episodes_) {
      std::sort(episode.decided.begin(), episode.decided.end());
      episode.decided.erase(std::unique(episode.decided.begin(), episode.decided.end()),
                            episode.decided.end());
      for (const Sum& sum : sums) {
        for (const std::uint32_t part : sum.parts) {
          if (heads[part] == heads[sum.whole]) continue;  // people put them together
          if (singles_[heads[sum.whole]].key == episode.key) episode.whole = true;
          if (singles_[heads[part]].key == episode.key)
            episode.part_of = singles_[heads[sum.whole]].key;
        }
      }
    }
  }

  // The heaviest; of a sum the part with the most dead, as that is the happening.
  void choose_main() {
    const auto heaviest = std::max_element(weights_.begin(), weights_.end());
    if (*heaviest <= 0) return;
    std::size_t main = static_cast<std::size_t>(heaviest - weights_.begin());
    const EpisodeKey whole = episodes_[main].key;
    float most = 0;
    for (std::size_t i = 0; i < episodes_.size(); ++i) {
      if (episodes_[i].part_of != whole || episodes_[i].killed.total <= most ||
          episodes_[i].standing != Standing::makes)
        continue;
      most = episodes_[i].killed.total;
      main = i;
    }
    episodes_[main].main = true;
  }

  // What is told in passing makes an incident of its own only if it says enough to be known again.
  void place_in_report(Episode& episode) const {
    const bool long_lasting =
        episode.when && episode.when->to - episode.when->from > kLongestIncident;
    if (long_lasting && !episode.main) episode.standing = Standing::joins;
    if (episode.main) return;
    const bool ago = episode.when && episode.told && episode.when->to + kLongAgo < *episode.told;
    episode.background = ago && !opens(episode);
    const bool somewhere =
        std::any_of(episode.where.begin(), episode.where.end(),
                    [](const Spot& spot) { return spot.grain != Grain::country; });
    const bool counted = episode.killed.total > 0 || episode.injured.total > 0;
    if (!somewhere && (episode.background || !counted)) episode.standing = Standing::joins;
  }

  [[nodiscard]] bool opens(const Episode& episode) const {
    return std::any_of(accounts_.begin(), accounts_.end(), [&](const Account* account) {
      return (account->in_title || account->lead >= 1) &&
             std::binary_search(episode.accounts.begin(), episode.accounts.end(), account->key);
    });
  }

  const ReportAccounts& report_;
  const Decisions& decisions_;
  const IncidentTables& tables_;
  std::vector<const Account*> accounts_;
  std::vector<Episode> singles_;  // one for each account
  std::vector<Episode> episodes_;
  std::vector<float> weights_;
};

}  // namespace

std::vector<Episode> episodes_of(const ReportAccounts& report, const Decisions& decisions,
                                 const IncidentTables& tables) {
  return ReportEpisodes(report, decisions, tables).make();
}

}  // namespace relata
