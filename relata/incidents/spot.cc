// SPDX-License-Identifier: Apache-2.0
#include "relata/incidents/spot.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "relata/places/place_key.h"

namespace relata {
namespace {

constexpr float kSameSiteKm = 1.5F;
constexpr float kSameVillageKm = 3;

// "school" in "a school" is none; names in scripts without capitals are.
bool is_a_name(std::string_view name) { return !name.empty() && (name[0] < 'a' || name[0] > 'z'); }

bool starts_small(std::string_view name) {
  return name.starts_with("al-") || name.starts_with("as-") || name.starts_with("el-") ||
         name.starts_with("al ") || name.starts_with("ash-") || name.starts_with("ar-");
}

Grain grain_of(const Site& site) {
  if (!site.latitude) return Grain::named;
  if (!site.kind) return site.admin1.empty() ? Grain::country : Grain::town;
  switch (*site.kind) {
    case PlaceKind::neighbourhood:
    case PlaceKind::landmark:
    case PlaceKind::camp:
      return Grain::site;
    case PlaceKind::village:
      return Grain::village;
    case PlaceKind::town:
      return Grain::town;
    case PlaceKind::county:
      return Grain::county;
    case PlaceKind::region:
      return Grain::region;
    case PlaceKind::country:
      return Grain::country;
  }
  return Grain::named;
}

bool is_fine(Grain grain) { return grain <= Grain::town || grain == Grain::named; }

// Of what another country is named for nothing is known but that: such places are often those of who speaks.
Nearness in_country(const Spot& a, const Spot& b) {
  if (a.country == b.country) return {PlaceMatch::wide, 0};
  return {PlaceMatch::named_apart, 0};
}

Nearness unlocated(const Spot& a, const Spot& b) {
  const bool wide = a.grain == Grain::country || b.grain == Grain::country;
  if (a.country != 0 && a.country == b.country && wide) return {PlaceMatch::wide, 0};
  if (a.name != 0 && b.name != 0 && !wide) return {PlaceMatch::named_apart, 0};
  return {};
}

// For how far provinces count that lie side by side.
constexpr float kOtherProvinceKm = 10;

}  // namespace

std::uint32_t name_hash(std::string_view name) {
  if (name.empty()) return 0;
  std::uint32_t hash = 2166136261U;
  for (const char byte : name) hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
  return hash == 0 ? 1 : hash;
}

Spot spot_of(const Site& site) {
  Spot spot;
  spot.grain = grain_of(site);
  spot.located = site.latitude && site.longitude;
  spot.approximate = site.approximate || (spot.located && !site.kind);
  if (spot.located) {
    spot.latitude = static_cast<float>(*site.latitude);
    spot.longitude = static_cast<float>(*site.longitude);
  }
  const bool resolved = spot.located && !spot.approximate && !site.gazetteer_name.empty();
  const std::string& name = resolved ? site.gazetteer_name : site.name;
  if (resolved || is_a_name(site.name) || starts_small(site.name)) {
    const std::string key = bare_key(exact_key(name));
    const std::string consonants = skeleton(key);
    spot.name = name_hash(consonants.empty() ? key : consonants);
  }
  spot.admin1 = name_hash(exact_key(site.admin1));
  spot.capital =
      spot.grain == Grain::town && exact_key(site.gazetteer_name) == exact_key(site.admin1);
  spot.country = name_hash(site.country);
  return spot;
}

float radius_km(const Spot& spot) {
  switch (spot.grain) {
    case Grain::site:
      return spot.approximate ? 10.0F : 1.5F;
    case Grain::village:
      return spot.approximate ? 12.0F : 3.0F;
    case Grain::town:
      return spot.approximate ? 20.0F : 8.0F;
    case Grain::county:
      return 25;
    case Grain::region:
      return 110;
    case Grain::country:
    case Grain::named:
      return 500;
  }
  return 500;
}

float distance_km(const Spot& a, const Spot& b) {
  constexpr float kKmPerDegree = 111.2F;
  constexpr float kRadians = std::numbers::pi_v<float> / 180;
  const float north = (a.latitude - b.latitude) * kKmPerDegree;
  float degrees = std::abs(a.longitude - b.longitude);
  if (degrees > 180) degrees = 360 - degrees;
  const float east = degrees * kKmPerDegree * std::cos((a.latitude + b.latitude) / 2 * kRadians);
  return std::sqrt(north * north + east * east);
}

Nearness nearness(const Spot& a, const Spot& b) {
  const bool one_name = a.name != 0 && a.name == b.name;
  if (!a.located || !b.located) {
    if (one_name && is_fine(a.grain) && is_fine(b.grain)) return {PlaceMatch::same, 0};
    return unlocated(a, b);
  }
  const Grain coarser = std::max(a.grain, b.grain);
  const float km = distance_km(a, b);
  const bool exact = !a.approximate && !b.approximate;
  if (coarser == Grain::country) return in_country(a, b);
  const bool one_province = a.admin1 != 0 && a.admin1 == b.admin1;
  if (coarser == Grain::region && one_province)
    return {a.grain == b.grain ? PlaceMatch::wide : PlaceMatch::within, 0};
  if (one_name && coarser <= Grain::village && km < 2 * kSameVillageKm)
    return {PlaceMatch::same, 0};
  if (exact && coarser <= Grain::village &&
      km <= (coarser == Grain::site ? kSameSiteKm : kSameVillageKm))
    return {PlaceMatch::same, 0};
  if (one_name && coarser == Grain::town && a.grain == b.grain && km < 2 * kSameVillageKm)
    return {PlaceMatch::town, 0};
  float beyond = km - radius_km(a) - radius_km(b);
  // Whatever their distance, what is in one province is not in another: but which one a border town is in is told both ways.
  const bool other_province = a.admin1 != 0 && b.admin1 != 0 && a.admin1 != b.admin1 && exact;
  if (coarser == Grain::region && other_province) beyond = std::max(beyond, kOtherProvinceKm);
  if (beyond > 0 && one_province && (a.capital || b.capital)) return {PlaceMatch::wide, 0};
  if (beyond > 0) {
    const bool one_town = coarser == Grain::site && exact && km < 15;
    return one_town ? Nearness{PlaceMatch::beside, 0} : Nearness{PlaceMatch::apart, beyond};
  }
  return {a.grain == b.grain || coarser <= Grain::village ? PlaceMatch::near : PlaceMatch::within,
          0};
}

}  // namespace relata
