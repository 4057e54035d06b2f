// SPDX-License-Identifier: Apache-2.0
// VoiceStanding: of how many incidents a voice told, how often it was borne out and contradicted, the letter in force and the
// one that this would earn.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>

#include "relata/corroboration/assessment.h"

namespace relata {

struct VoiceStanding {
  std::uint32_t told = 0, borne_out = 0, contradicted = 0;
  std::optional<Reliability> reliability, earned;
  auto operator<=>(const VoiceStanding&) const = default;
};

}  // namespace relata
