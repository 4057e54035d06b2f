// SPDX-License-Identifier: Apache-2.0
// Spot: a place of an account as it is compared with those of other reports: a point, how exactly it says where, and names
// by their consonants, so that "al-Hamadaniyeh" and "Hamdaniyah" are one.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

#include "relata/accounts/account.h"

namespace relata {

// How exactly a place says where, from a street to a country. named: by a name that no gazetteer knows.
enum class Grain : std::uint8_t { site, village, town, county, region, country, named };

struct Spot {
  Grain grain = Grain::named;
  bool located = false;
  bool approximate = false;
  bool capital = false;  // a town whose name its province has too, and is often meant by it
  float latitude = 0, longitude = 0;
  std::uint32_t name = 0;  // of the consonants of its name; 0: it has none of its own ("the town")
  std::uint32_t admin1 = 0;
  std::uint32_t country = 0;
  auto operator<=>(const Spot&) const = default;
};

// A number for a name, the same on every machine; 0 for "".
[[nodiscard]] std::uint32_t name_hash(std::string_view name);
[[nodiscard]] Spot spot_of(const Site& site);
// Within which the happening lies around the point.
[[nodiscard]] float radius_km(const Spot& spot);
[[nodiscard]] float distance_km(const Spot& a, const Spot& b);

// How two spots go together, from best to worst.
enum class PlaceMatch : std::uint8_t {
  same,
  town,
  near,
  within,
  wide,
  unsaid,
  named_apart,
  beside,
  apart
};
struct Nearness {
  PlaceMatch match = PlaceMatch::unsaid;
  float km = 0;  // beyond their precision, of `apart`
};
[[nodiscard]] Nearness nearness(const Spot& a, const Spot& b);

}  // namespace relata
