// SPDX-License-Identifier: Apache-2.0
// Bearing: what one account says of who holds one of its places: who acted against whom, how far they got, when, and how much
// its word weighs. Accounts of plans, fears and requests bear on nothing; a doer that a passive leaves out is taken from the
// report's other captures if they all are of one side, and weighs less for it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "relata/accounts/account.h"
#include "relata/control/control_rules.h"

namespace relata {

struct Bearing {
  const Account* account = nullptr;
  const Site* site = nullptr;
  EvidenceKind kind;
  Holder doer = Holder::unknown;
  std::optional<Holder> other;  // nothing: not told
  Period when;
  double weight = 1;
  bool own_side = false;  // told only by voices of the doer's side
  bool denied = false;    // told as not having happened
};

// In the order of the text. Pointers lead into the report.
[[nodiscard]] std::vector<Bearing> bearings_of(const ReportAccounts& report,
                                               const ControlRules& rules);

// Shares of places that are large enough to have parts: they say nothing of any one place within.
[[nodiscard]] std::vector<AreaShare> area_shares_of(const ReportAccounts& report,
                                                    const ControlRules& rules);

}  // namespace relata
