// SPDX-License-Identifier: Apache-2.0
// Which sites of different reports are one place: those with one gazetteer place, or two of one name within a few kilometres;
// and names that no gazetteer has, or that a report gave too little to resolve, by their skeleton within the larger place
// they are said to lie in. A name that might be several known places is none of them.
//
// Sites whose names share no key never meet, so places of different families can be grouped apart: family_keys() of a site.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "relata/accounts/account.h"
#include "relata/control/place_names.h"

namespace relata {

// For each site the number of its place, 0, 1, …; numbers are in the order of each place's first site.
[[nodiscard]] std::vector<std::uint32_t> place_groups(std::span<const Site* const> sites,
                                                      const PlaceNameWords& words);

// Sites that share one of these may be one place.
[[nodiscard]] std::vector<std::string> family_keys(const Site& site, const PlaceNameWords& words);

}  // namespace relata
