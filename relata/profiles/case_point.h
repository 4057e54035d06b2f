// SPDX-License-Identifier: Apache-2.0
// CasePoint: where a site lies on the map, and how far it may be off. A site without coordinates lies somewhere in its country;
// one without a country nowhere.
//
//   if (const auto point = point_of(incident.where, tables)) point->radius_km;
#pragma once

#include <cstdint>
#include <optional>

#include "relata/accounts/account.h"
#include "relata/profiles/profile_tables.h"

namespace relata {

struct CasePoint {
  const CountryCode* country = nullptr;  // nullptr: coordinates without a country
  double latitude = 0, longitude = 0;    // WGS 84 degrees
  double radius_km = 0;
  int ged = 1, acled = 1;  // codes of precision
};

[[nodiscard]] std::optional<CasePoint> point_of(const Site& site, const ProfileTables& tables);

// The cell of PRIO-GRID that holds a point: half a degree, row by row from the south-west, from 1 to 259,200.
[[nodiscard]] std::int64_t priogrid_cell(double latitude, double longitude);

}  // namespace relata
