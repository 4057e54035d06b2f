// SPDX-License-Identifier: Apache-2.0
// control_of(): the accounts of many reports -> who held which place when, as estimated and as claimed. A pure view: the same
// reports and rules give the same, in whatever order they come.
//
//   Control control = control_of(reports, rules, &lineages);
//   for (const PlaceControl& place : control.places) …
//
// Holdings run on after the last account for as long as they stay probable; whoever shows them ends them at the day of the
// casebook's last report: ended_by(). Places whose names share no skeleton (place_groups.h) do not touch one another.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "relata/accounts/account.h"
#include "relata/control/control_rules.h"
#include "relata/control/holding.h"
#include "relata/lineages/lineage.h"

namespace relata {

struct Control {
  std::vector<PlaceControl> places;  // by name, then within
  std::vector<AreaShare> shares;     // by day, then account
};

// What ties reports to one another: with it accounts of one lineage count once; without, those of one named voice or of one
// report do.
struct ControlLineages {
  const std::map<ReportId, ReportOrigin>& reports;
  ReportTies ties;
  const LineageLexicon& lexicon;
};

[[nodiscard]] Control control_of(std::span<const ReportAccounts* const> reports,
                                 const ControlRules& rules,
                                 const ControlLineages* lineages = nullptr);

// The same without what lies after this day.
[[nodiscard]] PlaceControl ended_by(PlaceControl place, Date last);

}  // namespace relata
