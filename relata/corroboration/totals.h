// SPDX-License-Identifier: Apache-2.0
// Totals: the tolls of many incidents added up. An incident that is part of another one counts within it and not again: a
// day's toll is the greater of what is told of the day and of what its strikes add up to.
#pragma once

#include <span>
#include <vector>

#include "relata/corroboration/assessment.h"

namespace relata {

struct CountedIncident {
  const Incident* incident = nullptr;
  const Assessment* assessment = nullptr;
};

// By what was counted, then whom; `from` stays empty. A whole that is not among the incidents holds nothing.
// high is nothing if any of them has none.
[[nodiscard]] std::vector<Toll> total_of(std::span<const CountedIncident> incidents);

}  // namespace relata
