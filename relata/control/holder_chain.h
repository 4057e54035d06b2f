// SPDX-License-Identifier: Apache-2.0
// HolderChain: a hidden Markov model of who holds one place at the end of each day. From one day to the next the holder stays
// with chance `stay`, else any state is as likely as any other; into a day of which something is told it stays with `stay_told`,
// for news comes when something changes. What is told of a day weighs the states; forward and backward passes give the
// probability of each on each day, days between two tellings included. Only told days are steps: a gap costs no more than its look-up.
//
//   holder_periods({{day, weights, true}}, settings)  ->  days with a holder that is probable enough, in order
#pragma once

#include <array>
#include <vector>

#include "relata/base/date.h"
#include "relata/control/control_rules.h"
#include "relata/control/holding.h"

namespace relata {

inline constexpr std::size_t kStates = kHolders + 1;  // and contested, in the order of Holder
using StateWeights = std::array<double, kStates>;

struct DayEvidence {
  Date day;
  StateWeights weights{};
  bool told = true;  // false: only what a claim of the next day tells of this one
};

struct HolderPeriod {
  Period when;
  Holder holder = Holder::unknown;  // unknown: no state is probable enough
  float probability = 0;            // the least over the period
};

// `evidence`: in order of days, no day twice. Periods follow one another without gaps; unknown ones at the ends are left out.
[[nodiscard]] std::vector<HolderPeriod> holder_periods(const std::vector<DayEvidence>& evidence,
                                                       const ControlSettings& settings);

}  // namespace relata
