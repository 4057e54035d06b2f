// SPDX-License-Identifier: Apache-2.0
// ViewState: how far the views of a casebook are and what they were made with: tables view_state and view_engine.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "relata/accounts/report_id.h"
#include "relata/sqlite/database.h"

namespace relata {

class ViewState {
 public:
  // Makes its tables if they are not there. The database must outlive it.
  static Result<ViewState> open(Database& database);
  // Of tables that are there.
  static ViewState of(Database& database) { return ViewState(database); }
  // Whether its tables are there, without making them.
  static Result<bool> is_there(Database& database);

  // Of the record, how many entries the views hold.
  Result<std::uint64_t> seen();
  // CaseKnowledge::tables that they were made with; "" if nothing was put yet.
  Result<std::string> tables();
  Result<Done> set(std::uint64_t seen, const std::string& tables);
  // What read each report, "relata 0.1.0"; and all that read any, sorted.
  Result<Done> set_engine(const ReportId& report, const std::string& engine);
  Result<std::vector<std::string>> engines();

 private:
  explicit ViewState(Database& database) : database_(&database) {}
  Result<std::optional<std::string>> value(std::string_view name);

  Database* database_;
  std::optional<Statement> put_engine_;  // for every report there is
};

}  // namespace relata
