// SPDX-License-Identifier: Apache-2.0
#include "relata/incidents/spot.h"

#include <doctest/doctest.h>

#include "tests/handmade_accounts.h"

namespace relata {
namespace {

Site unresolved(std::string name) {
  Site site;
  site.name = std::move(name);
  return site;
}

TEST_CASE("how two places go together follows from their precision") {
  const Site region = handmade_site("Kalania", PlaceKind::region, 36.3, 37.5);
  const Site country = handmade_site("Nowhere", PlaceKind::country, 35, 38.5);
  const struct {
    Site a, b;
    PlaceMatch match;
  } cases[] = {
      {village("Osten", 36.2, 37.1), village("Osten", 36.21, 37.1), PlaceMatch::same},
      {town("Osten", 36.2, 37.1), town("Osten", 36.2, 37.1), PlaceMatch::town},
      {quarter("Old Gate", 36.2, 37.1), quarter("New Gate", 36.205, 37.1), PlaceMatch::same},
      {quarter("Old Gate", 36.2, 37.1), quarter("Mills", 36.25, 37.1), PlaceMatch::beside},
      {quarter("Mills", 36.2, 37.1), town("Osten", 36.22, 37.12), PlaceMatch::within},
      {village("Osten", 36.2, 37.1), village("Westen", 36.9, 37.1), PlaceMatch::apart},
      {village("Osten", 36.2, 37.1), region, PlaceMatch::within},
      {village("Osten", 36.2, 37.1), country, PlaceMatch::wide},
      {unresolved("al-Hamadaniyeh"), unresolved("Hamdaniyah"), PlaceMatch::same},
      {unresolved("al-Hamadaniyeh"), quarter("Hamdaniyeh", 36.2, 37.1), PlaceMatch::same},
      {unresolved("Osten"), unresolved("Westen"), PlaceMatch::named_apart},
      {unresolved("the school"), unresolved("the school"), PlaceMatch::unsaid},
  };
  for (const auto& one : cases) {
    const Site& a = one.a;
    const Site& b = one.b;
    CAPTURE(a.name);
    CAPTURE(b.name);
    CHECK(nearness(spot_of(a), spot_of(b)).match == one.match);
    CHECK(nearness(spot_of(b), spot_of(a)).match == one.match);
  }
}

TEST_CASE("provinces that lie side by side are apart, and so is a town of one from the other") {
  Site kalania = handmade_site("Kalania", PlaceKind::region, 36.3, 37.5);
  Site westania = handmade_site("Westania", PlaceKind::region, 36.0, 37.0);
  kalania.admin1 = "Kalania";
  westania.admin1 = "Westania";
  Site osten = town("Osten", 36.2, 37.3);
  osten.admin1 = "Kalania";
  CHECK(nearness(spot_of(kalania), spot_of(westania)).match == PlaceMatch::apart);
  CHECK(nearness(spot_of(osten), spot_of(westania)).match == PlaceMatch::apart);
  CHECK(nearness(spot_of(osten), spot_of(kalania)).match == PlaceMatch::within);
}

}  // namespace
}  // namespace relata
