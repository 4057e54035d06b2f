// SPDX-License-Identifier: Apache-2.0
#include "relata/incidents/sums.h"

#include <algorithm>

namespace relata {
namespace {

constexpr float kLeastWhole = 3;  // dead
constexpr float kTolerance = 1.15F;

bool says_where(const Episode& episode) { return !episode.where.empty(); }

bool is_fine(Grain grain) {
  return grain == Grain::site || grain == Grain::village || grain == Grain::named;
}

// Whether the place of `part` lies within the larger one of `whole`, as far as is told.
bool lies_within(const Episode& part, const Episode& whole) {
  if (!says_where(part) || part.prospect) return false;
  const Spot& place = part.where.front();
  if (!says_where(whole)) return is_fine(place.grain) || place.grain == Grain::town;
  const Spot& larger = whole.where.front();
  if (place.grain == Grain::named) return larger.grain != Grain::named && !is_fine(larger.grain);
  return place.grain < larger.grain && larger.grain != Grain::named &&
         nearness(place, larger).match != PlaceMatch::apart;
}

bool different_places(const Episode& a, const Episode& b) {
  const Spot& x = a.where.front();
  const Spot& y = b.where.front();
  const PlaceMatch match = nearness(x, y).match;
  if (match == PlaceMatch::beside || match == PlaceMatch::apart) return true;
  return match == PlaceMatch::unsaid && x.name != 0 && y.name != 0 && x.name != y.name;
}

// The dead of all places, each with the largest number told of it.
float dead_of_places(std::span<const Episode> accounts, const std::vector<std::uint32_t>& parts,
                     std::size_t& places) {
  std::vector<std::uint32_t> first_of_place;
  std::vector<float> dead;
  for (const std::uint32_t part : parts) {
    std::size_t place = 0;
    while (place < first_of_place.size() &&
           different_places(accounts[first_of_place[place]], accounts[part]))
      ++place;
    if (place == first_of_place.size()) {
      first_of_place.push_back(part);
      dead.push_back(0);
    }
    dead[place] = std::max(dead[place], accounts[part].killed.total);
  }
  places = dead.size();
  float sum = 0;
  for (const float number : dead) sum += number;
  return sum;
}

}  // namespace

std::vector<Sum> sums_among(std::span<const Episode> accounts) {
  std::vector<Sum> sums;
  for (std::uint32_t whole = 0; whole < accounts.size(); ++whole) {
    const float dead = accounts[whole].killed.total;
    if (dead < kLeastWhole) continue;
    Sum sum{whole, {}};
    for (std::uint32_t part = 0; part < accounts.size(); ++part) {
      const float fewer = accounts[part].killed.total;
      if (part != whole && fewer > 0 && fewer < dead &&
          lies_within(accounts[part], accounts[whole]))
        sum.parts.push_back(part);
    }
    std::size_t places = 0;
    const float of_parts = dead_of_places(accounts, sum.parts, places);
    if (places >= 2 && of_parts <= dead * kTolerance) sums.push_back(std::move(sum));
  }
  return sums;
}

}  // namespace relata
