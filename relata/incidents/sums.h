// SPDX-License-Identifier: Apache-2.0
// Sums: accounts that count the dead of several happenings told beside it, at different places within its own: "45 killed in
// Aleppo in a day", then 12 in one quarter and 15 in another. A sum is no happening of its own and is not added to its parts.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "relata/incidents/episode.h"

namespace relata {

struct Sum {
  std::uint32_t whole = 0;
  std::vector<std::uint32_t> parts;  // ascending
};

// `accounts`: episodes of one account each, of one report.
[[nodiscard]] std::vector<Sum> sums_among(std::span<const Episode> accounts);

}  // namespace relata
