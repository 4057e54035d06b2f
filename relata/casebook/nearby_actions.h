// SPDX-License-Identifier: Apache-2.0
// NearbyActions: the accounts that tell of a belligerent's action, by where and when, for incidents none of whose own accounts
// does: a grade asks whether somebody acted nearby. Table view_action, by cell of a tenth of a degree and day; of each cell and
// day the first kMostOfCell keys count, so that a day with thousands of strikes costs no more than one with ten.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <vector>

#include "relata/accounts/account.h"
#include "relata/incidents/incident.h"
#include "relata/sqlite/database.h"

namespace relata {

inline constexpr double kNearbyKm = 10;
inline constexpr int kNearbyDays = 1;
inline constexpr int kMostOfCell = 16;

class NearbyActions {
 public:
  // Makes its tables if they are not there. The database must outlive it.
  static Result<NearbyActions> open(Database& database);

  Result<Done> put(const Account& account);
  Result<Done> remove(const Account& account);
  // Other accounts close by an incident, ascending.
  Result<std::vector<AccountKey>> near(const Incident& incident);

  // An incident that asks for actions nearby, so that it can be assessed again when some come or go.
  Result<Done> watch(const Incident& incident);
  Result<Done> forget(const IncidentId& id);
  // The incidents that watch what is near an account.
  Result<std::vector<IncidentId>> watching(const Account& account);

 private:
  struct Statements {
    Statement put, remove, near, watch, forget, watching;
  };
  explicit NearbyActions(Statements statements) : do_(std::move(statements)) {}
  Statements do_;
};

}  // namespace relata
