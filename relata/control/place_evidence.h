// SPDX-License-Identifier: Apache-2.0
// What the bearings on one place tell of each day: claims that go back to one origin count once, those of independent origins add
// up, steps on the way to a capture of the same day by the same word give way to it, and what only the doer's own side claims
// and the other side denies is a dispute.
#pragma once

#include <string>
#include <vector>

#include "relata/control/bearing.h"
#include "relata/control/holder_chain.h"

namespace relata {

// A bearing with the origin of its word: bearings of one origin are not independent.
struct TracedBearing {
  Bearing bearing;
  std::string origin;
};

// What one bearing weighs in the end, for those who ask which accounts made a change.
struct WeighedBearing {
  TracedBearing traced;
  StateWeights after{}, before{};
};

// Sorted by day and key. Independent of the order of what is given.
[[nodiscard]] std::vector<WeighedBearing> weigh(std::vector<TracedBearing> bearings,
                                                const ControlRules& rules);

[[nodiscard]] std::vector<DayEvidence> day_evidence(const std::vector<WeighedBearing>& weighed);

}  // namespace relata
