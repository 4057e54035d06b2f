// SPDX-License-Identifier: Apache-2.0
#include "relata/places/gazetteer_sources.h"
#include "relata/places/place_key.h"

namespace relata {

namespace {

std::string child_key(const std::string& parent, std::string_view name) {
  return parent + '\n' + exact_key(name);
}

}  // namespace

std::size_t PlaceCollection::add(SourcePlace place) {
  const std::size_t number = places_.size();
  RELATA_CHECK(keys_.emplace(place.key, number).second);
  children_.emplace(child_key(place.parent, place.name), number);
  places_.push_back(std::move(place));
  return number;
}

SourcePlace* PlaceCollection::by_key(const std::string& key) {
  const auto at = keys_.find(key);
  return at == keys_.end() ? nullptr : &places_[at->second];
}

SourcePlace* PlaceCollection::child(const std::string& parent, std::string_view name) {
  SourcePlace* best = nullptr;
  const auto [begin, end] = children_.equal_range(child_key(parent, name));
  for (auto at = begin; at != end; ++at) {
    SourcePlace& place = places_[at->second];
    const bool larger = best == nullptr || place.population > best->population ||
                        (place.population == best->population && place.key < best->key);
    if (larger) best = &place;
  }
  return best;
}

}  // namespace relata
