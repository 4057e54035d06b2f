// SPDX-License-Identifier: Apache-2.0
#include "relata/control/place_groups.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "relata/control/control_examples.h"

namespace relata {
namespace {

PlaceNameWords shipped_words() {
  const auto files = real_files();
  auto words = PlaceNameWords::load(DataFolder{files.get(), RELATA_SOURCE_DIR});
  REQUIRE(words);
  return *std::move(words);
}

Site known(std::string name, std::string gazetteer_name, double latitude, double longitude,
           PlaceKind kind = PlaceKind::neighbourhood) {
  Site site = made_site(std::move(name));
  site.gazetteer_name = std::move(gazetteer_name);
  site.kind = kind;
  site.country = "SY";
  site.latitude = latitude;
  site.longitude = longitude;
  return site;
}

std::vector<std::uint32_t> groups_of(const std::vector<Site>& sites) {
  std::vector<const Site*> pointers;
  for (const Site& site : sites) pointers.push_back(&site);
  return place_groups(pointers, shipped_words());
}

struct Case {
  std::string_view what;
  Site first, second;
  bool together;
};

TEST_CASE("sites of different reports are one place by their names, points and larger places") {
  const Case cases[] = {
      {"spellings", made_site("al-Sakhra"), made_site("as-Sakhrah district"), true},
      {"directions", made_site("southern Sheikh Munir"), made_site("Sheikh Mounir"), true},
      {"another name", made_site("Sheikh Munir"), made_site("Sheikh Lutf"), false},
      {"another larger place", made_site("Zahra", Ground::unsaid, "Marrat, Syria"),
       made_site("Zahra", Ground::unsaid, "Kafr, Syria"), false},
      {"no larger place", made_site("Sakhra", Ground::unsaid, ""), made_site("Sakhra"), true},
      {"a bridge of it", known("Sakhra bridge", "Sakhra", 36.2, 37.2),
       known("Sakhra", "Sakhra", 36.2, 37.2), false},
      {"resolved and not", known("Hananu", "Hanano", 36.2, 37.2), made_site("Hanano"), true},
      {"two of one name far apart", known("Zahra", "Zahra", 36.2, 37.2),
       known("Zahra", "Zahra", 34.7, 36.7), false},
      {"a part of a town", known("eastern Marrat", "Marrat", 36.2, 37.2, PlaceKind::town),
       known("Marrat", "Marrat", 36.2, 37.2, PlaceKind::town), false},
      {"one part by two names", known("east Marrat", "Marrat", 36.2, 37.2, PlaceKind::town),
       known("eastern Marrat", "Marrat", 36.2, 37.2, PlaceKind::town), true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const auto groups = groups_of({c.first, c.second});
    CHECK((groups[0] == groups[1]) == c.together);
  }
}

TEST_CASE("a name that might be two known places is none of them") {
  const auto groups =
      groups_of({known("Zahra", "Zahra", 36.2, 37.2), known("Zahra", "Zahra", 34.7, 36.7),
                 made_site("Zahra", Ground::unsaid, "")});
  CHECK(groups[2] != groups[0]);
  CHECK(groups[2] != groups[1]);
}

TEST_CASE("only what has a name is a place") {
  const PlaceNameWords words = shipped_words();
  for (const char* name : {"three districts", "the city", "north of Hanano", "river", ""})
    CHECK(!names_a_place(made_site(name), words));
  for (const char* name : {"Hanano", "Old City", "حي الصاخور"})
    CHECK(names_a_place(made_site(name), words));
}

TEST_CASE("the order of the sites does not matter") {
  std::vector<Site> sites;
  for (const char* name : {"Sakhra", "al-Sakhra", "Zahra", "Hanano", "Hananu", "Zahra bridge"}) {
    sites.push_back(made_site(name));
    sites.push_back(made_site(name, Ground::unsaid, ""));
    sites.push_back(made_site(name, Ground::unsaid, "Kafr, Syria"));
  }
  sites.push_back(known("Zahra", "Zahra", 36.2, 37.2));
  sites.push_back(known("Sakhrah", "Sakhra", 36.2, 37.2));
  const auto expected = groups_of(sites);
  std::vector<std::size_t> order(sites.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::shuffle(order.begin(), order.end(), random);
    std::vector<Site> shuffled;
    for (const std::size_t i : order) shuffled.push_back(sites[i]);
    const auto groups = groups_of(shuffled);
    for (std::size_t a = 0; a < order.size(); ++a) {
      for (std::size_t b = 0; b < a; ++b)
        REQUIRE((groups[a] == groups[b]) == (expected[order[a]] == expected[order[b]]));
    }
  }
}

}  // namespace
}  // namespace relata
