// SPDX-License-Identifier: Apache-2.0
#include "relata/places/gazetteer.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "relata/places/gazetteer_bytes.h"
#include "relata/places/gazetteer_compiler.h"
#include "relata/places/place_key.h"

namespace relata {

namespace {

class HeldBytes final : public MappedFile {
 public:
  explicit HeldBytes(std::string bytes) : bytes_(std::move(bytes)) {}
  std::span<const std::byte> bytes() const override { return std::as_bytes(std::span(bytes_)); }

 private:
  std::string bytes_;
};

Result<Gazetteer> opened(std::string bytes) {
  return Gazetteer::open(std::make_unique<HeldBytes>(std::move(bytes)));
}

std::vector<SourcePlace> sample() {
  SourcePlace syria{.key = "country:SY",
                    .source = "geonames:163843",
                    .kind = PlaceKind::country,
                    .name = "Syria",
                    .names = {"سوريا", "Syrian Arab Republic"},
                    .point = GeoPoint{35.0, 38.5},
                    .population = 17'000'000,
                    .country_code = "SY",
                    .bare = true};
  SourcePlace region{.key = "admin1:SY.09",
                     .parent = "country:SY",
                     .source = "wof:85678359",
                     .kind = PlaceKind::region,
                     .name = "Aleppo",
                     .point = GeoPoint{36.2, 37.6},
                     .population = 4'000'000,
                     .bare = true,
                     .by_skeleton = true};
  SourcePlace city{.key = "geonames:170063",
                   .parent = "admin1:SY.09",
                   .source = "geonames:170063",
                   .kind = PlaceKind::town,
                   .name = "Aleppo",
                   .names = {"Halab", "حلب"},
                   .point = GeoPoint{36.20124, 37.16117},
                   .population = 1'600'000,
                   .bare = true,
                   .by_skeleton = true};
  SourcePlace quarter{.key = "aleppo:105",
                      .parent = "geonames:170063",
                      .source = "aleppo:105",
                      .kind = PlaceKind::neighbourhood,
                      .name = "Salah ad-Deen",
                      .names = {"صلاح الدين"},
                      .point = GeoPoint{36.18, 37.122},
                      .bare = true,
                      .by_skeleton = true,
                      .shape = {{{36.17, 37.11}, {36.19, 37.11}, {36.19, 37.13}, {36.17, 37.13}}}};
  SourcePlace number{.key = "wof:1141906291",
                     .parent = "admin1:SY.09",
                     .source = "wof:1141906291",
                     .kind = PlaceKind::town,
                     .name = "Manbij",
                     .point = GeoPoint{36.528, 37.955},
                     .population = 68'888};
  return {quarter, number, city, syria, region};  // parents after their children
}

Gazetteer gazetteer() {
  auto bytes = compile_gazetteer(sample());
  REQUIRE(bytes);
  auto opened_bytes = opened(*bytes);
  REQUIRE(opened_bytes);
  return std::move(*opened_bytes);
}

std::vector<PlaceId> exact(const Gazetteer& g, const char* name) {
  std::vector<PlaceId> found;
  g.find(exact_key(name), found);
  return found;
}

}  // namespace

TEST_CASE("a place is found by its names in any script") {
  const Gazetteer g = gazetteer();
  CHECK(g.size() == 5);
  for (const char* name : {"Halab", "HALAB", "حلب"}) {
    const auto found = exact(g, name);
    REQUIRE_MESSAGE(found.size() == 1, name);
    CHECK(g.name(found[0]) == "Aleppo");
    CHECK(g.kind(found[0]) == PlaceKind::town);
  }
  CHECK(exact(g, "Aleppo").size() == 2);                      // the city and the region
  CHECK(g.kind(exact(g, "Aleppo")[0]) == PlaceKind::region);  // larger first
  CHECK(exact(g, "Atlantis").empty());
}

TEST_CASE("articles and spelling are bridged by bare key and skeleton") {
  const Gazetteer g = gazetteer();
  std::vector<PlaceId> found;
  g.find_bare(bare_key(exact_key("Salah al-Deen")), found);
  REQUIRE(found.size() == 1);
  CHECK(g.name(found[0]) == "Salah ad-Deen");
  found.clear();
  g.find_skeleton(skeleton(exact_key("Salaheddin")), found);
  REQUIRE(found.size() == 1);
  CHECK(g.source(found[0]) == "aleppo:105");
}

TEST_CASE("what is known of a place comes back") {
  const Gazetteer g = gazetteer();
  const PlaceId quarter = exact(g, "Salah ad-Deen").at(0);
  const PlaceId city = exact(g, "Halab").at(0);
  CHECK(g.parent(quarter) == city);
  CHECK(g.name(*g.region(quarter)) == "Aleppo");
  CHECK(g.name(*g.country(quarter)) == "Syria");
  CHECK(g.country_code(quarter) == "SY");
  CHECK(g.within(quarter, *g.country_of_code("SY")));
  CHECK_FALSE(g.within(city, quarter));
  CHECK(g.point(city).latitude == doctest::Approx(36.20124).epsilon(0.00001));
  CHECK(g.point(city).longitude == doctest::Approx(37.16117).epsilon(0.00001));
  CHECK(g.source(exact(g, "Manbij").at(0)) == "wof:1141906291");
  CHECK(g.rank(exact(g, "Manbij").at(0)) == 129);
  CHECK(g.shape_contains(quarter, {36.18, 37.12}));
  CHECK_FALSE(g.shape_contains(quarter, {36.20, 37.12}));
  CHECK(g.shape(city).empty());
  auto names = g.names(city);
  CHECK(std::find(names.begin(), names.end(), "حلب") != names.end());
}

TEST_CASE("the order of the sources leaves no trace") {
  auto places = sample();
  const auto once = compile_gazetteer(places);
  std::reverse(places.begin(), places.end());
  const auto again = compile_gazetteer(places);
  REQUIRE(once);
  REQUIRE(again);
  CHECK(*once == *again);
}

TEST_CASE("what cannot be compiled is an error that names the place") {
  auto places = sample();
  places[0].parent = "nowhere";
  CHECK(compile_gazetteer(places).error().message.find("nowhere") != std::string::npos);
  places = sample();
  places[3].parent = "geonames:170063";  // Syria within Aleppo
  CHECK_FALSE(compile_gazetteer(places));
  places = sample();
  places[1].key = places[0].key;
  CHECK_FALSE(compile_gazetteer(places));
  places = sample();
  places[1].source = "somewhere:1";
  CHECK_FALSE(compile_gazetteer(places));
}

TEST_CASE("a damaged file gives an error or fewer names, never a crash") {
  const auto bytes = compile_gazetteer(sample());
  REQUIRE(bytes);
  CHECK_FALSE(opened(""));
  CHECK_FALSE(opened("RELGAZ1\n"));
  CHECK_FALSE(opened(std::string(bytes->size(), '\0')));
  for (std::size_t cut = 0; cut < bytes->size(); cut += 7)
    CHECK_FALSE(opened(bytes->substr(0, cut)));
  for (std::size_t at = 0; at < bytes->size(); ++at) {
    std::string damaged = *bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0xFF);
    const auto g = opened(damaged);
    if (!g) continue;
    std::vector<PlaceId> found;
    for (const char* name : {"Aleppo", "حلب", "Salah ad-Deen", "Syria"}) {
      g->find(exact_key(name), found);
      g->find_bare(bare_key(exact_key(name)), found);
      g->find_skeleton(skeleton(exact_key(name)), found);
    }
    found.push_back(PlaceId{0xFFFFFF});
    for (const PlaceId id : found) {
      CHECK(g->name(id).size() <= gazetteer_bytes::kNameLimit);
      static_cast<void>(g->source(id).size() + g->shape(id).size() + g->country_code(id).size());
      CHECK_FALSE(g->parent(id) == id);
    }
  }
}

TEST_CASE("distances are those of a globe") {
  CHECK(distance_km({36.2012, 37.1612}, {33.5102, 36.2913}) ==
        doctest::Approx(310).epsilon(0.01));  // Aleppo, Damascus
  CHECK(distance_km({0, 179.5}, {0, -179.5}) == doctest::Approx(111.2).epsilon(0.01));
  CHECK(distance_km({10, 10}, {10, 10}) == 0);
}

}  // namespace relata
