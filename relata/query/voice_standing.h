// SPDX-License-Identifier: Apache-2.0
// VoiceStanding: how often a voice was borne out and contradicted by others, and the letter that follows or was decided.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>

#include "relata/corroboration/assessment.h"

namespace relata {

struct VoiceStanding {
  std::uint32_t borne_out = 0, contradicted = 0;
  std::optional<Reliability> reliability;
  auto operator<=>(const VoiceStanding&) const = default;
};

}  // namespace relata
