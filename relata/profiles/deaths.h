// SPDX-License-Identifier: Apache-2.0
// Deaths: the dead of an incident as UCDP counts them, from the tolls of its assessment. Whole numbers;
// low <= best <= high, and best is the sum of its four parts. A part that accounts give without a whole makes the whole.
#pragma once

#include <cstdint>
#include <optional>

#include "relata/profiles/parties.h"

namespace relata {

struct Deaths {
  std::int64_t low = 0, best = 0, high = 0;
  std::int64_t side_a = 0, side_b = 0, civilians = 0, unknown = 0;
};

// The dead of side A are combatants of who did it, those of side B of the other end. Nothing: no account counts any dead.
[[nodiscard]] std::optional<Deaths> deaths_of(const CaseIncident& given, const Parties& parties,
                                              const ProfileTables& tables);

}  // namespace relata
