// SPDX-License-Identifier: Apache-2.0
// Decisions: what people decided of pairs of accounts, made free of contradiction: a later decision wins over all earlier ones
// that cannot hold beside it. What holds forms sets of accounts that are one happening, and pairs of sets that are not.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "relata/incidents/incident.h"

namespace relata {

class Decisions {
 public:
  Decisions() = default;
  // In the order in which they were made.
  explicit Decisions(std::span<const PersonLink> links);

  // The set that an account is in; nothing: nobody decided of it. Sets are known by their smallest account.
  [[nodiscard]] std::optional<AccountKey> set_of(const AccountKey& account) const;
  [[nodiscard]] bool apart(const AccountKey& set, const AccountKey& other) const;
  // All accounts that were decided of, with their sets.
  [[nodiscard]] const std::map<AccountKey, AccountKey>& sets() const { return sets_; }
  [[nodiscard]] const std::set<std::pair<AccountKey, AccountKey>>& kept_apart() const {
    return apart_;
  }

 private:
  std::map<AccountKey, AccountKey> sets_;
  std::set<std::pair<AccountKey, AccountKey>> apart_;  // first < second
};

}  // namespace relata
