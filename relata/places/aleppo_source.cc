// SPDX-License-Identifier: Apache-2.0
#include <simdjson.h>

#include <map>

#include "relata/places/gazetteer_sources.h"
#include "relata/places/place_key.h"

namespace relata {

namespace {

namespace json = simdjson::dom;

// "al-Hamdaniyeh IV" is a part of al-Hamdaniyeh: parts of one name are one place with several shapes.
std::string without_number(std::string name) {
  const std::size_t last = name.rfind(' ');
  if (last == std::string::npos || name.find_first_not_of("IV", last + 1) != std::string::npos)
    return name;
  return name.substr(0, last);
}

// "as-Siryan (Syriac Quarter)" and "Beit Muheb / Jdeydeh" are two names each.
std::vector<std::string> split_names(std::string_view raw) {
  std::vector<std::string> names;
  while (!raw.empty()) {
    const std::size_t end = raw.find_first_of("(/)");
    std::string_view part = raw.substr(0, end);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    if (!part.empty()) names.push_back(without_number(std::string(part)));
    raw.remove_prefix(end == std::string_view::npos ? raw.size() : end + 1);
  }
  return names;
}

Result<std::vector<GeoRing>> read_shape(json::element geometry) {
  json::array polygons;
  if (geometry["coordinates"].get(polygons) != simdjson::SUCCESS)
    return Error{"a neighbourhood without a shape"};
  std::vector<GeoRing> shape;
  for (const auto& polygon : polygons) {
    json::array rings;
    if (polygon.get(rings) != simdjson::SUCCESS) return Error{"a shape that is no MultiPolygon"};
    for (const auto& ring : rings) {
      json::array points;
      if (ring.get(points) != simdjson::SUCCESS) return Error{"a ring that is no list"};
      GeoRing out;
      for (const auto& point : points) {
        GeoPoint p;
        if (point.at(0).get(p.longitude) != simdjson::SUCCESS ||
            point.at(1).get(p.latitude) != simdjson::SUCCESS) {
          return Error{"a point that is no pair of numbers"};
        }
        out.push_back(p);
      }
      shape.push_back(std::move(out));
    }
  }
  return shape;
}

GeoPoint middle(const std::vector<GeoRing>& shape) {
  double area = 0, latitude = 0, longitude = 0;
  for (const GeoRing& ring : shape) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      const double cross =
          ring[j].longitude * ring[i].latitude - ring[i].longitude * ring[j].latitude;
      area += cross;
      latitude += (ring[i].latitude + ring[j].latitude) * cross;
      longitude += (ring[i].longitude + ring[j].longitude) * cross;
    }
  }
  return area == 0 ? shape.at(0).at(0) : GeoPoint{latitude / (3 * area), longitude / (3 * area)};
}

struct Neighbourhood {
  std::int64_t number = 0;
  std::vector<std::string> names;
  std::vector<GeoRing> shape;
};

Result<std::map<std::string, Neighbourhood>> read_neighbourhoods(std::string_view geojson) {
  json::parser parser;
  json::array features;
  if (const auto problem = parser.parse(geojson.data(), geojson.size())["features"].get(features)) {
    return Error{simdjson::error_message(problem)};
  }
  std::map<std::string, Neighbourhood> found;  // by the key of the first name
  for (const auto& feature : features) {
    std::string_view name, arabic;
    if (feature["properties"]["NAME"].get(name) != simdjson::SUCCESS)
      return Error{"a neighbourhood without a name"};
    const auto names = split_names(name);
    if (names.empty()) return Error{"a neighbourhood without a name"};
    Neighbourhood& place = found[exact_key(names.front())];
    if (place.names.empty() && feature["properties"]["Id"].get(place.number) != simdjson::SUCCESS) {
      return Error{"a neighbourhood without a number"};
    }
    place.names.insert(place.names.end(), names.begin(), names.end());
    if (feature["properties"]["NAME_A"].get(arabic) == simdjson::SUCCESS)
      place.names.emplace_back(arabic);
    RELATA_TRY(const auto shape, read_shape(feature["geometry"]));
    place.shape.insert(place.shape.end(), shape.begin(), shape.end());
  }
  return found;
}

// Pairs are [list, name, other list, [other spellings]]; those whose name is a neighbourhood's lend it their spellings.
Result<Done> add_spellings(std::string_view pairs, std::map<std::string, Neighbourhood>& to) {
  json::parser parser;
  json::array rows;
  if (const auto problem = parser.parse(pairs.data(), pairs.size()).get(rows))
    return Error{simdjson::error_message(problem)};
  for (const auto& row : rows) {
    std::string_view name;
    json::array spellings;
    if (row.at(1).get(name) != simdjson::SUCCESS || row.at(3).get(spellings) != simdjson::SUCCESS)
      return Error{"a pair that is none"};
    const auto names = split_names(name);
    const auto at = names.empty() ? to.end() : to.find(exact_key(names.front()));
    if (at == to.end()) continue;
    for (const auto& spelling : spellings) {
      std::string_view text;
      if (spelling.get(text) == simdjson::SUCCESS) at->second.names.emplace_back(text);
    }
  }
  return Done{};
}

}  // namespace

Result<Done> add_aleppo(std::string_view geojson, std::string_view pairs, PlaceCollection& to) {
  const std::string city = "geonames:170063";
  if (to.by_key(city) == nullptr)
    return Error{"Aleppo's neighbourhoods: the city itself is not there"};
  auto neighbourhoods = read_neighbourhoods(geojson);
  if (!neighbourhoods) return neighbourhoods.error().with("Aleppo's neighbourhoods");
  const auto spelled = add_spellings(pairs, *neighbourhoods);
  if (!spelled) return spelled.error().with("Aleppo's spellings");
  std::size_t number = 0;
  for (auto& [key, neighbourhood] : *neighbourhoods) {
    SourcePlace place;
    place.key = "aleppo:" + key;
    place.source = "aleppo:" + std::to_string(neighbourhood.number);
    place.parent = city;
    place.kind = PlaceKind::neighbourhood;
    place.name = neighbourhood.names.front();
    place.names.assign(neighbourhood.names.begin() + 1, neighbourhood.names.end());
    place.point = middle(neighbourhood.shape);
    place.bare = place.by_skeleton = true;
    place.shape = std::move(neighbourhood.shape);
    to.add(std::move(place));
    ++number;
  }
  return number > 0 ? Result<Done>(Done{}) : Error{"Aleppo's neighbourhoods: none"};
}

}  // namespace relata
