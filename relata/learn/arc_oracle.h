// SPDX-License-Identifier: Apache-2.0
// The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013): how many arcs of the marked tree each move puts out
// of reach, from any state, also one that the parser got into by a mistake.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "relata/text/arc_hybrid.h"

namespace relata {

// `heads` by word, with the root as head `heads.size()`. A move that is not allowed costs kImpossible.
inline constexpr std::uint32_t kImpossible = UINT32_MAX;
[[nodiscard]] std::array<std::uint32_t, 3> move_costs(const ArcHybrid& state,
                                                      std::span<const ArcHybrid::Word> heads);

}  // namespace relata
