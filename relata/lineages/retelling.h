// SPDX-License-Identifier: Apache-2.0
// Retelling: one report tells claim for claim what another told: four claims and more in the same order, each of the same type,
// place, days and counts and by a voice that fits, within a few days. Texts need have no words in common (a translation, a
// rewritten wire). Claims without a place or a day say too little to be compared; at least two of the four must have counts,
// since reports of one day's news touch the same places without knowing of each other.
//
// Whether one report retells another is a matter of these two alone, so what was found stays when others come.
#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "relata/accounts/account.h"

namespace relata {

struct Retelling {
  ReportId first, second;                                 // first < second
  std::vector<std::pair<AccountKey, AccountKey>> claims;  // of `first` and of `second`, in order
  auto operator<=>(const Retelling&) const = default;
};

[[nodiscard]] std::optional<Retelling> retelling_between(const ReportAccounts& one,
                                                         const ReportAccounts& other);

// All that there are among these reports, ascending.
[[nodiscard]] std::vector<Retelling> find_retellings(
    std::span<const ReportAccounts* const> reports);

}  // namespace relata
