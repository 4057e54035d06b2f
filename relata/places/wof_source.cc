// SPDX-License-Identifier: Apache-2.0
#include <simdjson.h>

#include <algorithm>
#include <map>
#include <set>

#include "relata/base/utf8.h"
#include "relata/places/gazetteer_sources.h"
#include "relata/places/place_key.h"

namespace relata {

namespace {

namespace json = simdjson::dom;

constexpr std::size_t kMostNames = 8;  // further spellings kept of one place
constexpr double kCityReach_km = 15;   // how far from a city's point its neighbourhoods may lie
constexpr std::uint64_t kCityPopulation = 50000;
constexpr double kSameTown_km = 4;  // two towns of one name so near are one

struct Feature {
  std::int64_t id = 0, geonames = 0, region = 0, county = 0;
  std::string name, kind;
  std::vector<std::string> names;  // the best English one first
  std::uint64_t population = 0;
  GeoPoint point;
};

std::int64_t whole(json::element object, const char* key) {
  std::int64_t value = 0;
  return object[key].get(value) == simdjson::SUCCESS ? value : 0;
}

bool is_latin(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = next_code_point(name, at);
    if (c >= 0x0370 && c != 0x2018 && c != 0x2019 && !(c >= 0x1E00 && c <= 0x1EFF)) return false;
  }
  return !name.empty();
}

// "Homs (Hims)" is two names, "Beit Muheb / Jdeydeh" too; "`Ayn" is written with a mark for ayn.
void add_name(std::string_view raw, std::vector<std::string>& to) {
  std::string part;
  const auto flush = [&] {
    const std::size_t begin = part.find_first_not_of(' ');
    if (begin != std::string::npos) {
      std::string name = part.substr(begin, part.find_last_not_of(' ') - begin + 1);
      if (std::find(to.begin(), to.end(), name) == to.end()) to.push_back(std::move(name));
    }
    part.clear();
  };
  for (const char c : raw) {
    if (c == '(' || c == ')' || c == '/' || c == ',') {
      flush();
    } else {
      part += c == '`' ? '\'' : c;
    }
  }
  flush();
}

// The languages that reports on these countries are written in or transcribe from, most useful first.
constexpr const char* kLanguages[] = {"eng_x_preferred", "eng_x_variant",   "eng_x_colloquial",
                                      "ara_x_preferred", "ukr_x_preferred", "rus_x_preferred",
                                      "heb_x_preferred", "kur_x_preferred", "tur_x_preferred",
                                      "und_x_variant",   "ara_x_variant",   "ukr_x_variant",
                                      "kur_x_variant",   "fra_x_preferred", "eng_x_historical"};

void read_names(json::element row, Feature& out) {
  json::object by_language;
  if (row["names"].get(by_language) != simdjson::SUCCESS) return;
  for (const char* language : kLanguages) {
    json::array names;
    if (by_language[language].get(names) != simdjson::SUCCESS) continue;
    for (const auto& name : names) {
      std::string_view spelling;
      if (name.get(spelling) == simdjson::SUCCESS) add_name(spelling, out.names);
    }
  }
}

std::optional<Feature> read_feature(json::element row) {
  std::string_view depart, kind, name;
  const bool departed = row["dep"].get(depart) == simdjson::SUCCESS;
  if (departed || whole(row, "cur") == 0 || row["pt"].get(kind) != simdjson::SUCCESS)
    return std::nullopt;
  Feature out;
  out.kind = kind;
  out.id = whole(row, "id");
  out.geonames = whole(row, "gn");
  out.population = static_cast<std::uint64_t>(std::max<std::int64_t>(0, whole(row, "pop")));
  if (row["lat"].get(out.point.latitude) != simdjson::SUCCESS ||
      row["lon"].get(out.point.longitude) != simdjson::SUCCESS || out.id <= 0 ||
      (out.point.latitude == 0 && out.point.longitude == 0)) {
    return std::nullopt;
  }
  read_names(row, out);
  if (row["name"].get(name) == simdjson::SUCCESS) add_name(name, out.names);
  json::array ways;
  json::element way;
  if (row["hier"].get(ways) == simdjson::SUCCESS && ways.at(0).get(way) == simdjson::SUCCESS) {
    out.region = whole(way, "region_id");
    out.county = whole(way, "county_id");
  }
  const auto latin = std::find_if(out.names.begin(), out.names.end(), is_latin);
  if (out.names.empty()) return std::nullopt;
  out.name = latin != out.names.end() ? *latin : out.names.front();
  return out;
}

void enrich(SourcePlace& place, const Feature& feature, bool bare) {
  for (const std::string& name : feature.names) {
    if (place.names.size() < 2 * kMostNames) place.names.push_back(name);
  }
  place.population = std::max(place.population, feature.population);
  place.by_skeleton = true;
  place.bare = bare;
  if (!place.point) place.point = feature.point;
}

// Of a village's spellings in one script those that no other shares the consonants with: the rest is found by skeleton.
std::vector<std::string> one_per_sound(const std::vector<std::string>& names) {
  std::vector<std::string> kept;
  std::set<std::string> sounds;
  for (const std::string& name : names) {
    if (sounds.insert((is_latin(name) ? "" : "*") + skeleton(exact_key(name))).second)
      kept.push_back(name);
  }
  return kept;
}

// Joins the features of one country to what is there.
class Joiner {
 public:
  Joiner(std::string_view code, bool bare, PlaceCollection& to)
      : country_("country:" + std::string(code)),
        division_("admin1:" + std::string(code) + "."),
        bare_(bare),
        to_(to) {}

  void region(const Feature& feature) {
    if (SourcePlace* known = known_region(feature)) {
      if (known->source == "geonames:0") known->source = "wof:" + std::to_string(feature.id);
      known->point.reset();
      enrich(*known, feature, bare_);
      keys_[feature.id] = known->key;
      regions_.emplace_back(known->key, feature.point);
    } else {
      unmatched_.push_back(feature);
    }
  }

  // Regions that the list of first-level divisions does not have are divisions of the nearest one that it has.
  void rest_of_regions() {
    for (const Feature& feature : unmatched_)
      add(feature, PlaceKind::county, near_region(feature.point));
  }

  void county(const Feature& feature) {
    add(feature, PlaceKind::county, up_of(feature.region, feature.point));
  }

  void locality(const Feature& feature) {
    const std::string known_key = "geonames:" + std::to_string(feature.geonames);
    if (SourcePlace* known = to_.by_key(known_key); known != nullptr && feature.geonames > 0) {
      enrich(*known, feature, bare_);
      move_into_county(*known, feature);
      return;
    }
    if (SourcePlace* known = same_town(feature)) {
      enrich(*known, feature, bare_);
      move_into_county(*known, feature);
      return;
    }
    const auto county = keys_.find(feature.county);
    const PlaceKind kind = feature.population >= 5000 ? PlaceKind::town : PlaceKind::village;
    add(feature, kind,
        county != keys_.end() ? county->second : up_of(feature.region, feature.point));
  }

  void neighbourhood(const Feature& feature) {
    const SourcePlace* city = near_city(feature.point);
    const auto county = keys_.find(feature.county);
    add(feature, PlaceKind::neighbourhood,
        city != nullptr         ? city->key
        : county != keys_.end() ? county->second
                                : up_of(feature.region, feature.point));
  }

  // Towns known from elsewhere share the country's ways of writing.
  void mark_country() {
    for (SourcePlace& place : to_.places()) {
      std::string up = place.parent;
      if (!up.starts_with(division_) && up != country_) continue;
      place.bare = bare_;
      place.by_skeleton = true;
      if (place.kind == PlaceKind::town) remember(place);
      if (place.population >= kCityPopulation && place.by_skeleton && place.kind == PlaceKind::town)
        cities_.push_back(place.key);
    }
  }

 private:
  // Into the county, if that lies in the division in which the town is already.
  void move_into_county(SourcePlace& town, const Feature& feature) {
    const auto county = keys_.find(feature.county);
    const SourcePlace* up = county == keys_.end() ? nullptr : to_.by_key(county->second);
    if (up != nullptr && up->parent == town.parent) town.parent = up->key;
  }

  // A town known under one of these names, here.
  SourcePlace* same_town(const Feature& feature) {
    for (const std::string& name : feature.names) {
      const auto [begin, end] = towns_.equal_range(exact_key(name));
      for (auto at = begin; at != end; ++at) {
        SourcePlace* town = to_.by_key(at->second);
        if (town->point && distance_km(*town->point, feature.point) <= kSameTown_km) return town;
      }
    }
    return nullptr;
  }

  void remember(const SourcePlace& town) {
    towns_.emplace(exact_key(town.name), town.key);
    for (const std::string& name : town.names) towns_.emplace(exact_key(name), town.key);
  }

  void add(const Feature& feature, PlaceKind kind, const std::string& parent) {
    SourcePlace place;
    place.key = "wof:" + std::to_string(feature.id);
    if (to_.by_key(place.key) != nullptr) return;
    place.source = place.key;
    place.parent = parent;
    place.kind = kind;
    place.name = feature.name;
    enrich(place, feature, bare_);
    place.names = kind == PlaceKind::village ? one_per_sound(place.names) : place.names;
    place.names.resize(std::min(place.names.size(), kMostNames));
    keys_[feature.id] = place.key;
    if (kind == PlaceKind::town || kind == PlaceKind::village) remember(place);
    to_.add(std::move(place));
  }

  SourcePlace* known_region(const Feature& feature) {
    for (SourcePlace& place : to_.places()) {
      if (place.parent != country_ || place.kind != PlaceKind::region ||
          !place.key.starts_with(division_))
        continue;
      for (const std::string& name : feature.names) {
        const std::string key = exact_key(name);
        const std::string bones = skeleton(key);
        if (key == exact_key(place.name) ||
            (bones.size() >= 2 && bones == skeleton(exact_key(place.name))))
          return &place;
      }
    }
    return nullptr;
  }

  std::string near_region(GeoPoint point) const {
    const std::pair<std::string, GeoPoint>* best = nullptr;
    for (const auto& region : regions_) {
      if (best == nullptr || distance_km(region.second, point) < distance_km(best->second, point))
        best = &region;
    }
    return best == nullptr ? country_ : best->first;
  }

  std::string up_of(std::int64_t id, GeoPoint point) const {
    const auto at = keys_.find(id);
    return at != keys_.end() ? at->second : near_region(point);
  }

  const SourcePlace* near_city(GeoPoint point) {
    const SourcePlace* best = nullptr;
    for (const std::string& key : cities_) {
      const SourcePlace* city = to_.by_key(key);
      const double far = distance_km(*city->point, point);
      if (far <= kCityReach_km && (best == nullptr || far < distance_km(*best->point, point)))
        best = city;
    }
    return best;
  }

  std::string country_, division_;
  bool bare_;
  PlaceCollection& to_;
  std::map<std::int64_t, std::string> keys_;  // Who's On First number -> key
  std::vector<std::pair<std::string, GeoPoint>> regions_;
  std::multimap<std::string, std::string> towns_;  // exact key of a name -> key
  std::vector<std::string> cities_;
  std::vector<Feature> unmatched_;
};

}  // namespace

Result<Done> add_whos_on_first(std::string_view bytes, std::string_view country_code, bool arabic,
                               PlaceCollection& to) {
  json::parser parser;
  json::array rows;
  if (const auto problem = parser.parse(bytes.data(), bytes.size()).get(rows)) {
    return Error{"Who's On First, " + std::string(country_code) + ": " +
                 simdjson::error_message(problem)};
  }
  std::vector<Feature> features;
  for (const auto& row : rows) {
    if (auto feature = read_feature(row)) features.push_back(std::move(*feature));
  }
  std::sort(features.begin(), features.end(),
            [](const auto& a, const auto& b) { return a.id < b.id; });
  Joiner joiner(country_code, arabic, to);
  joiner.mark_country();
  // Larger places first, so that smaller ones find them.
  for (const Feature& f : features) {
    if (f.kind == "region") joiner.region(f);
  }
  joiner.rest_of_regions();
  for (const Feature& f : features) {
    if (f.kind == "county") joiner.county(f);
  }
  for (const Feature& f : features) {
    if (f.kind == "locality" || f.kind == "localadmin") joiner.locality(f);
  }
  for (const Feature& f : features) {
    if (f.kind == "neighbourhood") joiner.neighbourhood(f);
  }
  return Done{};
}

}  // namespace relata
