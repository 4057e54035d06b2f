// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/kept_accounts.h"

#include <algorithm>

#include "relata/query/account_bytes.h"

namespace relata {
namespace {

constexpr const char* kHead = R"sql(
SELECT r.row, r.doc, r.day, r.credit, r.title, v.name, v.kind, v.side, v.named
FROM view_report r LEFT JOIN view_voice v ON v.row = r.publisher WHERE r.id = ?1)sql";
constexpr const char* kTold = R"sql(
SELECT a.key, t.body FROM view_account a JOIN view_account_told t ON t.row = a.row
WHERE a.report = ?1 ORDER BY a.key)sql";

}  // namespace

Result<KeptAccounts> KeptAccounts::open(Database& database) {
  RELATA_TRY(Statement head, database.prepare(kHead));
  RELATA_TRY(Statement told, database.prepare(kTold));
  return KeptAccounts(std::move(head), std::move(told));
}

Result<const ReportAccounts*> KeptAccounts::report(const ReportId& id) {
  const auto at = held_.find(id);
  if (at != held_.end()) return static_cast<const ReportAccounts*>(&at->second);
  RELATA_TRY(ReportAccounts report, load(id));
  return static_cast<const ReportAccounts*>(&held_.emplace(id, std::move(report)).first->second);
}

Result<std::vector<Account>> KeptAccounts::accounts(const std::vector<AccountKey>& keys) {
  std::vector<Account> accounts;
  for (const AccountKey& key : keys) {
    RELATA_TRY(const ReportAccounts* report, this->report(key.report));
    const auto at = std::lower_bound(
        report->accounts.begin(), report->accounts.end(), key,
        [](const Account& account, const AccountKey& sought) { return account.key < sought; });
    if (at == report->accounts.end() || at->key != key)
      return Error{"the views lack the claim " + text_of(key)};
    accounts.push_back(*at);
  }
  return accounts;
}

Result<ReportAccounts> KeptAccounts::load(const ReportId& id) {
  head_.reset();
  head_.bind_blob(1, bytes_of(id));
  RELATA_TRY(const bool there, head_.step());
  if (!there) return Error{"the views lack the report " + hex(id)};
  ReportAccounts report;
  report.id = id;
  report.doc = head_.text(1);
  if (!head_.is_null(2)) report.day = Date(std::chrono::days(head_.integer(2)));
  report.credit = head_.text(3);
  report.title = head_.text(4);
  if (!head_.is_null(5)) {
    report.publisher = {std::string(head_.text(5)), static_cast<VoiceKind>(head_.integer(6)),
                        static_cast<Side>(head_.integer(7)), head_.integer(8) != 0};
  }
  told_.reset();
  told_.bind_integer(1, head_.integer(0));
  while (true) {
    RELATA_TRY(const bool row, told_.step());
    if (!row) break;
    RELATA_TRY(const AccountKey key, key_of_bytes(told_.blob(0)));
    RELATA_TRY(Account account, account_of_bytes(key, told_.blob(1)));
    report.accounts.push_back(std::move(account));
  }
  head_.reset();
  return report;
}

}  // namespace relata
