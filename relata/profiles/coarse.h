// SPDX-License-Identifier: Apache-2.0
// Coarse: how far the place and time of an incident are made less exact, and what they are then. Four steps: division and
// week, division and month, country and month, country and year.
#pragma once

#include <cstdint>
#include <optional>

#include "relata/accounts/account.h"
#include "relata/profiles/country_codes.h"

namespace relata {

enum class Coarseness : std::uint8_t { division_week, division_month, country_month, country_year };
inline constexpr Coarseness kCoarsest = Coarseness::country_year;

// Whole weeks from Monday to Sunday, months or years that hold the period.
[[nodiscard]] Period coarse_period(const Period& period, Coarseness coarseness);

// The first-level division, at the middle of the cell of one degree that holds the point; or the country, at its middle.
// Without a division or a point it is the country; without a country nothing is known.
[[nodiscard]] Site coarse_site(const Site& site, Coarseness coarseness,
                               const CountryCodes& countries);

}  // namespace relata
