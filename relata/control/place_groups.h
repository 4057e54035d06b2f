// SPDX-License-Identifier: Apache-2.0
// Which sites of different reports are one place: those with one gazetteer place, or two of one name within a few kilometres;
// and names that no gazetteer has, or that a report gave too little to resolve, by their skeleton within the larger place
// they are said to lie in. A name that might be several known places is none of them.
// Sites whose names share neither skeleton never meet.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "relata/accounts/account.h"
#include "relata/control/place_names.h"

namespace relata {

// For each site the number of its place, 0, 1, …; numbers are in the order of each place's first site.
[[nodiscard]] std::vector<std::uint32_t> place_groups(std::span<const Site* const> sites,
                                                      const PlaceNameWords& words);

}  // namespace relata
