// SPDX-License-Identifier: Apache-2.0
// How well places are found and put on the map, on texts with coordinates: a place is right if its words overlap those of a gold
// place and its point lies within 161 km (100 miles) of that one's, as toponym resolution is commonly measured.
// Demonyms, unnamed places and places without a point are not counted; gold places without coordinates neither help nor hurt.
//
//   RELATA_TRY(auto texts, parse_place_gold(xml));           // LGL or GeoVirus
//   PlaceScore score;
//   for (const auto& gold : texts) score.add(gold, finder.find(document of gold.text, {}));
//   score.f1();
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/result.h"
#include "relata/places/gazetteer.h"
#include "relata/places/place.h"

namespace relata {

struct GoldPlace {
  Span span;  // bytes
  std::optional<GeoPoint> point;
};

struct GoldText {
  std::string text;
  std::vector<GoldPlace> places;
};

// The XML of LGL (toponyms, CDATA texts) or of GeoVirus (locations). Errors: bad UTF-8, no article, a place outside its text.
Result<std::vector<GoldText>> parse_place_gold(std::string_view xml);

inline constexpr double kRightWithin_km = 161;

struct PlaceScore {
  std::size_t gold = 0, found = 0, right = 0;
  std::size_t overlapped =
      0;  // gold places that some place with a point overlaps, wherever it was put

  void add(const GoldText& gold_text, const std::vector<Place>& places);
  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
};

}  // namespace relata
