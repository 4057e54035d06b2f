// SPDX-License-Identifier: Apache-2.0
#include "relata/lineages/retelling.h"

#include <algorithm>
#include <map>

#include "relata/attribution/known_voices.h"

namespace relata {
namespace {

constexpr std::size_t kLeastClaims = 4;
constexpr std::size_t kLeastCounted = 2;
constexpr std::size_t kLongest = 200;  // claims of a report that are looked at
constexpr int kMostDays = 4;

// What must be the same of two claims. Only of claims that have a place and a day.
struct Mark {
  EventType type = EventType::attack;
  std::string place, country;
  Period when;
  std::vector<std::pair<CountOf, std::pair<double, double>>> counts;
  auto operator<=>(const Mark&) const = default;
};

struct Told {
  Mark mark;
  const Account* account = nullptr;
};

Mark mark_of(const Account& account) {
  const Site& site = account.where.front();
  Mark mark{account.type,
            name_key(site.gazetteer_name.empty() ? site.name : site.gazetteer_name),
            site.country,
            *account.when,
            {}};
  for (const ToldCount& count : account.counts)
    mark.counts.push_back({count.of, {count.low.value_or(-1), count.high.value_or(-1)}});
  std::sort(mark.counts.begin(), mark.counts.end());
  return mark;
}

std::vector<Told> told_in(const ReportAccounts& report) {
  std::vector<const Account*> accounts;
  for (const Account& account : report.accounts)
    if (!account.where.empty() && account.when) accounts.push_back(&account);
  std::sort(accounts.begin(), accounts.end(),
            [](const Account* a, const Account* b) { return a->key < b->key; });
  if (accounts.size() > kLongest) accounts.resize(kLongest);
  std::vector<Told> told;
  told.reserve(accounts.size());
  for (const Account* account : accounts) told.push_back({mark_of(*account), account});
  return told;
}

// By the same last voice, or one of them leaves the voice out.
bool voices_fit(const Account& one, const Account& other) {
  if (one.chains.empty() || other.chains.empty()) return true;
  return std::any_of(one.chains.begin(), one.chains.end(), [&](const ToldChain& chain) {
    return std::any_of(other.chains.begin(), other.chains.end(), [&](const ToldChain& with) {
      return chain.empty() || with.empty() ||
             name_key(chain.back().name) == name_key(with.back().name);
    });
  });
}

bool same(const Told& one, const Told& other) {
  return one.mark == other.mark && voices_fit(*one.account, *other.account);
}

// The longest sequence of claims that both tell in this order; of equals the one that takes the earlier claim of `one`.
std::vector<std::pair<const Told*, const Told*>> in_common(const std::vector<Told>& one,
                                                           const std::vector<Told>& other) {
  const std::size_t width = other.size() + 1;
  std::vector<std::uint32_t> longest((one.size() + 1) * width);
  for (std::size_t i = one.size(); i-- > 0;)
    for (std::size_t j = other.size(); j-- > 0;)
      longest[i * width + j] = same(one[i], other[j]) ? longest[(i + 1) * width + j + 1] + 1
                                                      : std::max(longest[(i + 1) * width + j],
                                                                 longest[i * width + j + 1]);
  std::vector<std::pair<const Told*, const Told*>> common;
  for (std::size_t i = 0, j = 0; i < one.size() && j < other.size();) {
    if (same(one[i], other[j]))
      common.emplace_back(&one[i++], &other[j++]);
    else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1])
      ++i;
    else
      ++j;
  }
  return common;
}

bool close_in_time(const ReportAccounts& one, const ReportAccounts& other) {
  if (!one.day || !other.day) return false;
  const auto days = (*one.day - *other.day).count();
  return days <= kMostDays && days >= -kMostDays;
}

}  // namespace

std::optional<Retelling> retelling_between(const ReportAccounts& one, const ReportAccounts& other) {
  if (other.id < one.id) return retelling_between(other, one);
  if (one.id == other.id || !close_in_time(one, other)) return std::nullopt;
  const std::vector<Told> told = told_in(one), with = told_in(other);
  Retelling retelling{one.id, other.id, {}};
  std::vector<const Mark*> marks;
  std::size_t counted = 0;
  for (const auto& pair : in_common(told, with)) {
    const Told* first = pair.first;
    retelling.claims.emplace_back(first->account->key, pair.second->account->key);
    // One claim told four times is one.
    const bool again = std::any_of(marks.begin(), marks.end(),
                                   [&](const Mark* mark) { return *mark == first->mark; });
    if (again) continue;
    marks.push_back(&first->mark);
    if (!first->mark.counts.empty()) ++counted;
  }
  if (marks.size() < kLeastClaims || counted < kLeastCounted) return std::nullopt;
  return retelling;
}

std::vector<Retelling> find_retellings(std::span<const ReportAccounts* const> reports) {
  std::map<Mark, std::vector<std::size_t>> tellers;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    for (Told& told : told_in(*reports[i])) {
      auto& all = tellers[std::move(told.mark)];
      if (all.empty() || all.back() != i) all.push_back(i);
    }
  }
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> shared;
  for (const auto& [mark, all] : tellers)
    for (std::size_t i = 0; i < all.size(); ++i)
      for (std::size_t j = i + 1; j < all.size(); ++j) ++shared[{all[i], all[j]}];
  std::vector<Retelling> found;
  for (const auto& [pair, marks] : shared) {
    if (marks < kLeastClaims) continue;
    if (auto retelling = retelling_between(*reports[pair.first], *reports[pair.second]))
      found.push_back(std::move(*retelling));
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace relata
