// SPDX-License-Identifier: Apache-2.0
// What a statement lends to an answer in a vote: all of its weight to itself, a part to an answer that says more and that it
// leaves room for: "at least ten" to twelve, a list of two names to one of three that holds them.
#pragma once

#include <span>
#include <string>

#include "relata/corroboration/count_profile.h"
#include "relata/corroboration/vote.h"

namespace relata {

[[nodiscard]] double lent_by(const Figure& said, double answer, const VoteSettings& settings);

// Names, sorted, without repeats.
[[nodiscard]] double lent_by(std::span<const std::string> said, std::span<const std::string> answer,
                             const VoteSettings& settings);

}  // namespace relata
