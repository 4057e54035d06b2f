// SPDX-License-Identifier: Apache-2.0
// Accounts of one report that cannot both be true: an act that somebody denies, and tolls of one happening that differ by who
// gives them ("the Observatory put the toll at 12", "the ministry said eight").
//
// Words alone decide here, not the world: a part beside its whole, or a toll that grew, may still look like a contradiction.
#pragma once

#include <vector>

#include "relata/claims/claim.h"
#include "relata/claims/same_event.h"
#include "relata/text/document.h"

namespace relata {

// Indexes into `claims`, later and earlier; `ties` as of same_event_ties.
[[nodiscard]] EventTies contradictions(const Document& document, const Telling& telling,
                                       const std::vector<Claim>& claims, const EventTies& ties);

}  // namespace relata
