// SPDX-License-Identifier: Apache-2.0
// ReportRows: the rows of reports, their accounts and voices in the view tables. Used through ViewWriter.
#pragma once

#include <string_view>
#include <vector>

#include "relata/accounts/account.h"
#include "relata/query/name_rows.h"
#include "relata/query/voice_standing.h"
#include "relata/sqlite/database.h"

namespace relata {

class ReportRows {
 public:
  static Result<ReportRows> open(Database& database);
  Result<Done> put(const ReportAccounts& report, std::string_view text);
  Result<Done> remove(const ReportId& id, std::string_view text);
  Result<Done> put(const ToldVoice& voice, const VoiceStanding& standing);

 private:
  ReportRows(Database& database, NameRows names) : database_(&database), names_(std::move(names)) {}
  Result<Done> put_account(std::int64_t report, const Account& account, std::string_view text);
  Result<Done> put_links(std::int64_t row, const Account& account);
  Result<Done> remove_account(std::int64_t row, std::int64_t victims);

  Database* database_;
  NameRows names_;
  std::vector<Statement> statements_;
};

// A bit for each class of those harmed: VictimClass by its number.
[[nodiscard]] std::uint64_t victims_of(const Account& account);

}  // namespace relata
