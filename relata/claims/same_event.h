// SPDX-License-Identifier: Apache-2.0
// Whether two claims of one report are about one happening as a whole. A part and its whole are not (SCHEMA.md, rulings).
#pragma once

#include "relata/claims/claim.h"

namespace relata {

// The same type, or one that leaves the method open ("killing", "attack", "toll") beside a violent one.
[[nodiscard]] bool types_agree(EventType a, EventType b);

// Whether nothing that both state keeps the two apart: type, place, days, counts, who did it and to whom.
[[nodiscard]] bool may_be_same_event(const Claim& a, const Claim& b);

// Whether a count of one cannot stand with the other's: the same harm, and intervals that do not meet.
[[nodiscard]] bool counts_conflict(const Claim& a, const Claim& b);

}  // namespace relata
