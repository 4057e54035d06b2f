// SPDX-License-Identifier: Apache-2.0
// KeptAccounts: reports with their accounts as the view tables hold them, some of them in memory.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "relata/accounts/account.h"
#include "relata/sqlite/database.h"

namespace relata {

class KeptAccounts {
 public:
  // The database must outlive it.
  static Result<KeptAccounts> open(Database& database);

  // A report with its accounts, in the order of their keys; without the relations among them. Valid until the next call of
  // forget(). Error: it is not there.
  Result<const ReportAccounts*> report(const ReportId& id);
  // Copies of the accounts with these keys, in that order. Error: one is not there.
  Result<std::vector<Account>> accounts(const std::vector<AccountKey>& keys);
  // Takes nothing for granted any more.
  void forget() { held_.clear(); }
  [[nodiscard]] std::size_t held() const { return held_.size(); }

 private:
  KeptAccounts(Statement head, Statement told) : head_(std::move(head)), told_(std::move(told)) {}
  Result<ReportAccounts> load(const ReportId& id);

  Statement head_, told_;
  std::map<ReportId, ReportAccounts> held_;
};

}  // namespace relata
