// SPDX-License-Identifier: Apache-2.0
#include "relata/control/holder_chain.h"

#include <doctest/doctest.h>

namespace relata {
namespace {

const Date kDay = *parse_iso_date("2016-12-01");

ControlSettings settings() {
  ControlSettings settings;
  settings.stay = 0.998;
  settings.stay_told = 0.4;
  settings.contested_untold = 0.02;
  settings.shown = 0.5;
  settings.days_before = 10;
  settings.days_after = 600;
  return settings;
}

DayEvidence told(int day, Holder holder, double others = 0.02) {
  DayEvidence evidence{kDay + std::chrono::days(day), {}, true};
  evidence.weights.fill(others);
  evidence.weights[static_cast<std::size_t>(holder)] = 1;
  return evidence;
}

Holder on(const std::vector<HolderPeriod>& periods, int day) {
  const Date date = kDay + std::chrono::days(day);
  for (const HolderPeriod& period : periods) {
    if (period.when.from <= date && date <= period.when.to) return period.holder;
  }
  return Holder::unknown;
}

TEST_CASE("nothing told gives no period") { CHECK(holder_periods({}, settings()).empty()); }

TEST_CASE("a place is held from the day that is told, and no change is made without one") {
  const auto periods = holder_periods(
      {told(0, Holder::opposition), told(10, Holder::contested), told(12, Holder::government)},
      settings());
  CHECK(on(periods, 0) == Holder::opposition);
  CHECK(on(periods, 9) == Holder::opposition);
  CHECK(on(periods, 10) == Holder::contested);
  CHECK(on(periods, 12) == Holder::government);
  CHECK(on(periods, 60) == Holder::government);
}

TEST_CASE("what nothing is told of for long becomes unknown") {
  const auto periods = holder_periods({told(0, Holder::government)}, settings());
  CHECK(on(periods, 30) == Holder::government);
  CHECK(on(periods, 599) == Holder::unknown);
}

TEST_CASE("words that speak for nobody give no holder") {
  CHECK(holder_periods({told(0, Holder::government, 1.0)}, settings()).empty());
}

TEST_CASE("a weak claim against what others held and hold again changes nothing") {
  const auto periods = holder_periods(
      {told(0, Holder::government), told(5, Holder::kurdish, 0.5), told(8, Holder::government)},
      settings());
  for (int day = 0; day <= 8; ++day) CHECK(on(periods, day) == Holder::government);
}

TEST_CASE("periods follow one another without gaps, and no probability is above one") {
  const auto periods = holder_periods(
      {told(0, Holder::opposition), told(3, Holder::government), told(500, Holder::islamic_state),
       told(2000, Holder::islamic_state), told(2001, Holder::contested)},
      settings());
  REQUIRE(periods.size() > 3);
  for (std::size_t i = 0; i < periods.size(); ++i) {
    CHECK(periods[i].when.from <= periods[i].when.to);
    CHECK(periods[i].probability <= 1.0F);
    CHECK((periods[i].holder == Holder::unknown) == (periods[i].probability == 0.0F));
    if (i > 0) CHECK(periods[i].when.from == periods[i - 1].when.to + std::chrono::days(1));
  }
}

TEST_CASE("a long gap is told as if each of its days were looked at") {
  // 61 days take the short way, 60 the long one; nothing else tells them apart.
  for (const int gap : {60, 61, 62, 300}) {
    const auto periods =
        holder_periods({told(0, Holder::government), told(gap, Holder::government)}, settings());
    CAPTURE(gap);
    for (int day = 0; day <= gap; day += 5) CHECK(on(periods, day) == Holder::government);
  }
}

}  // namespace
}  // namespace relata
