// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/case_point.h"

#include <algorithm>
#include <cmath>

namespace relata {
namespace {

constexpr int kRows = 360, kColumns = 720;

int cell(double degrees, int cells) {
  return std::clamp(static_cast<int>(std::floor(degrees * 2)), 0, cells - 1);
}

}  // namespace

std::optional<CasePoint> point_of(const Site& site, const ProfileTables& tables) {
  CasePoint point;
  point.country = tables.countries().find(site.country);
  const bool placed = site.latitude && site.longitude;
  if (!placed && point.country == nullptr) return std::nullopt;
  point.latitude = placed ? *site.latitude : point.country->latitude;
  point.longitude = placed ? *site.longitude : point.country->longitude;
  // What kind of place it is tells how large it is; a point of no known kind is near at best.
  const PlaceKind kind = placed ? site.kind.value_or(PlaceKind::town) : PlaceKind::country;
  const PlacePrecision& precision = tables.precision(kind, site.approximate || !site.kind);
  point.radius_km = precision.radius_km;
  point.ged = precision.ged;
  point.acled = precision.acled;
  return point;
}

std::int64_t priogrid_cell(double latitude, double longitude) {
  return std::int64_t{cell(latitude + 90, kRows)} * kColumns + cell(longitude + 180, kColumns) + 1;
}

}  // namespace relata
