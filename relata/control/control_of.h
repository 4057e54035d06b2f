// SPDX-License-Identifier: Apache-2.0
// control_of(): the accounts of many reports -> who held which place when, as estimated and as claimed. A pure view: the same
// reports and rules give the same, in whatever order they come.
//
//   Control control = control_of(reports, origins, reuse, rules);
//   for (const PlaceControl& place : control.places) …
//
// Holdings run on after the last account for as long as they stay probable; whoever shows them ends them at the day of the
// casebook's last report: ended_by(). Places whose sites share no family key (place_groups.h) do not touch one another.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "relata/accounts/account.h"
#include "relata/control/control_rules.h"
#include "relata/control/holding.h"

namespace relata {

struct Control {
  std::vector<PlaceControl> places;  // by name, then within
  std::vector<AreaShare> shares;     // by day, then account
};

[[nodiscard]] Control control_of(std::span<const ReportAccounts* const> reports,
                                 const ControlRules& rules);

// The same without what lies after this day.
[[nodiscard]] PlaceControl ended_by(PlaceControl place, Date last);

}  // namespace relata
