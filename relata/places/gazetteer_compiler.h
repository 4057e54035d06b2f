// SPDX-License-Identifier: Apache-2.0
// Compiles the gazetteer: places gathered from several sources, merged, into the bytes of models/gazetteer.bin.
//
//   std::vector<SourcePlace> places;                      // parents may come after their children
//   RELATA_TRY(std::string bytes, compile_gazetteer(std::move(places)));
//
// The same places give the same bytes, whatever their order. The readers of the sources are in *_source.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "relata/places/gazetteer.h"

namespace relata {

struct SourcePlace {
  std::string key = {};     // unique: "geonames:170063", "admin1:SY.09", "country:SY"
  std::string parent = {};  // the key of the next larger place, "" for none
  std::string source =
      {};  // what is kept of its origin: "wof:85678359"; a whole number after the colon
  PlaceKind kind = PlaceKind::town;
  std::string name = {};                // as English texts write it
  std::vector<std::string> names = {};  // every other name and spelling, in any script
  std::optional<GeoPoint> point = {};
  bool lent_point = false;  // the point is that of the place that it is within
  std::uint64_t population = 0;
  std::string country_code = {};  // of a country
  bool capital = false;
  bool bare = false;         // stands where Arabic articles are used
  bool by_skeleton = false;  // covered down to villages: may be found by its consonants
  std::vector<GeoRing> shape = {};
};

// Errors: two places with one key, a parent that is not there or encloses itself, more places or names than the file can count.
Result<std::string> compile_gazetteer(std::vector<SourcePlace> places);

}  // namespace relata
