// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <map>

#include "relata/places/gazetteer_sources.h"

namespace relata {

namespace {

template <typename Number>
Result<Number> number_in(const Table::Row& row, std::string_view column) {
  const std::string_view cell = row.cell(column);
  Number value{};
  const auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (problem != std::errc() || end != cell.data() + cell.size()) {
    return Error{row.where() + ": " + std::string(column) + " is no number: " + std::string(cell)};
  }
  return value;
}

}  // namespace

Result<Done> add_countries(const Table& countries, PlaceCollection& to) {
  for (const Table::Row& row : countries.rows()) {
    SourcePlace place;
    place.country_code = row.cell("code");
    place.key = "country:" + place.country_code;
    place.source = "geonames:" + std::string(row.cell("geonames"));
    place.kind = PlaceKind::country;
    place.name = row.cell("name");
    for (const auto name : row.list("names", ';')) place.names.emplace_back(name);
    for (const auto name : row.list("native", ';')) place.names.emplace_back(name);
    RELATA_TRY(const double latitude, number_in<double>(row, "latitude"));
    RELATA_TRY(const double longitude, number_in<double>(row, "longitude"));
    RELATA_TRY(place.population, number_in<std::uint64_t>(row, "population"));
    place.point = GeoPoint{latitude, longitude};
    place.bare = row.cell("articles") == "yes";
    if (to.by_key(place.key) != nullptr)
      return Error{row.where() + ": country named twice: " + place.country_code};
    to.add(std::move(place));
  }
  return Done{};
}

void mark_capitals(const Table& countries, PlaceCollection& to) {
  std::map<std::pair<std::string, std::string>, SourcePlace*> largest;  // of each country and name
  for (SourcePlace& place : to.places()) {
    if (place.kind != PlaceKind::town) continue;
    const SourcePlace* up = &place;
    while (up != nullptr && up->kind != PlaceKind::country) up = to.by_key(up->parent);
    if (up == nullptr) continue;
    SourcePlace*& best = largest[{up->country_code, place.name}];
    if (best == nullptr || best->population < place.population) best = &place;
  }
  for (const Table::Row& row : countries.rows()) {
    const auto at = largest.find({std::string(row.cell("code")), std::string(row.cell("capital"))});
    if (at != largest.end()) at->second->capital = true;
  }
}

Result<Done> add_landmarks(const Table& landmarks, PlaceCollection& to) {
  for (const Table::Row& row : landmarks.rows()) {
    // "SY/Aleppo/Manbij": each a child of the one before.
    SourcePlace* within = nullptr;
    for (const auto step : row.list("within", '/')) {
      within = within == nullptr ? to.by_key("country:" + std::string(step))
                                 : to.child(within->key, step);
      if (within == nullptr) return Error{row.where() + ": no such place: " + std::string(step)};
    }
    if (SourcePlace* known =
            within == nullptr ? nullptr : to.child(within->key, row.cell("name"))) {
      // The reviewed spelling is the one to show.
      known->names.push_back(known->name);
      known->name = row.cell("name");
      for (const auto name : row.list("names", ';')) known->names.emplace_back(name);
      continue;
    }
    SourcePlace place;
    place.source = "relata:" + std::string(row.cell("number"));
    place.key = place.source;
    place.name = row.cell("name");
    for (const auto name : row.list("names", ';')) place.names.emplace_back(name);
    if (within != nullptr) {
      place.parent = within->key;
      place.bare = within->bare;
      place.by_skeleton = within->by_skeleton;
    }
    const auto kind = place_kind_of(row.cell("kind"));
    if (!kind) return Error{row.where() + ": no such kind: " + std::string(row.cell("kind"))};
    place.kind = *kind;
    if (!row.cell("latitude").empty()) {
      RELATA_TRY(const double latitude, number_in<double>(row, "latitude"));
      RELATA_TRY(const double longitude, number_in<double>(row, "longitude"));
      place.point = GeoPoint{latitude, longitude};
    }
    if (to.by_key(place.key) != nullptr) return Error{row.where() + ": number used twice"};
    to.add(std::move(place));
  }
  return Done{};
}

}  // namespace relata
