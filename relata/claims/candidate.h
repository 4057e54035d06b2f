// SPDX-License-Identifier: Apache-2.0
// Candidate: something found in the report that may fill a slot of an event, with what the model looks at.
#pragma once

#include <cstdint>
#include <vector>

#include "relata/model/feature.h"

namespace relata {

struct Candidate {
  std::uint32_t index = 0;  // of the place, the time or the count
  std::vector<Feature> features;
};

}  // namespace relata
