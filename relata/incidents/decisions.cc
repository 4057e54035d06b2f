// SPDX-License-Identifier: Apache-2.0
#include "relata/incidents/decisions.h"

#include <algorithm>

namespace relata {
namespace {

// Sets that grow, from the last decision to the first.
class Growing {
 public:
  void accept(const PersonLink& link) {
    const AccountKey a = head(link.first), b = head(link.second);
    if (link.together) {
      if (a != b && !apart_.contains(std::minmax(a, b))) join(a, b);
    } else if (a != b) {
      apart_.insert(std::minmax(a, b));
    }
  }

  // Of each account its set, by the smallest account of it.
  [[nodiscard]] std::map<AccountKey, AccountKey> sets() {
    std::map<AccountKey, AccountKey> sets;
    for (const auto& [account, above] : above_) sets[account] = head(account);
    return sets;
  }
  [[nodiscard]] const std::set<std::pair<AccountKey, AccountKey>>& apart() const { return apart_; }

 private:
  AccountKey head(const AccountKey& account) {
    AccountKey at = account;
    for (auto found = above_.emplace(at, at).first; found->second != at; found = above_.find(at))
      at = found->second;
    return at;
  }

  void join(const AccountKey& a, const AccountKey& b) {
    const AccountKey low = std::min(a, b), high = std::max(a, b);
    above_[high] = low;
    std::set<std::pair<AccountKey, AccountKey>> renamed;
    for (const auto& [x, y] : apart_)
      renamed.insert(std::minmax(x == high ? low : x, y == high ? low : y));
    apart_ = std::move(renamed);
  }

  std::map<AccountKey, AccountKey> above_;
  std::set<std::pair<AccountKey, AccountKey>> apart_;
};

}  // namespace

Decisions::Decisions(std::span<const PersonLink> links) {
  Growing growing;
  for (auto link = links.rbegin(); link != links.rend(); ++link) growing.accept(*link);
  sets_ = growing.sets();
  apart_ = growing.apart();
}

std::optional<AccountKey> Decisions::set_of(const AccountKey& account) const {
  const auto at = sets_.find(account);
  return at == sets_.end() ? std::nullopt : std::optional(at->second);
}

bool Decisions::apart(const AccountKey& set, const AccountKey& other) const {
  return apart_.contains(std::minmax(set, other));
}

}  // namespace relata
