// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/event_row.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "relata/profiles/case_point.h"
#include "relata/profiles/deaths.h"
#include "relata/profiles/handmade_case.h"
#include "relata/profiles/profile.h"
#include "relata/profiles/read_csv.h"
#include "relata/profiles/shipped_tables.h"

using namespace relata;

namespace {

struct Written {
  std::string bytes;
  ExportCounts counts;
};

Written written(Profile profile, const HandmadeCase& made) {
  Written out;
  ProfileWriter writer(profile, made.origin, shipped_tables());
  writer.begin(out.bytes);
  for (const CaseIncident& given : made.incidents) writer.add(given, out.bytes);
  writer.end(out.bytes);
  out.counts = writer.counts();
  return out;
}

using Row = std::map<std::string, std::string>;

std::vector<Row> rows_of(std::string_view bytes, std::size_t header_lines = 1) {
  const auto cells = read_csv(bytes);
  std::vector<Row> rows;
  for (std::size_t i = header_lines; i < cells.size(); ++i) {
    REQUIRE(cells[i].size() == cells[0].size());
    Row& row = rows.emplace_back();
    for (std::size_t j = 0; j < cells[i].size(); ++j) row[cells[0][j]] = cells[i][j];
  }
  return rows;
}

}  // namespace

TEST_CASE("rows of the ACLED profile are, to the byte, those of the handmade case") {
  const HandmadeCase made;
  CHECK(
      written(Profile::acled, made).bytes ==
      "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,"
      "actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,"
      "iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,"
      "source_scale,notes,fatalities,tags,timestamp\r\n"
      "SYR3096196754209,2016-12-12,2016,1,Political violence,Explosions/Remote violence,Air/drone "
      "strike,Military Forces of Syria,,State forces,Civilians (Syria),,Civilians,State "
      "forces-Civilians,Civilian targeting,760,Middle East,Syria,Aleppo,,,Al-Fardous,36.1824,"
      "37.1539,1,Saffron Wire; The Harbour Courier,International,\"airstrike in al-Fardous, "
      "Aleppo, Syria: killed 12 to 20 (best 15); civilians killed 12 or more (best 12); injured "
      "3. Words: “warplanes struck “a shelter”” (The Harbour Courier)\",12,lineages=2; "
      "grade=fair,1481630400\r\n"
      "SYR147604770359265,2016-12-08,2016,2,Political violence,Battles,Armed clash,Harbour "
      "Brigade,,Rebel group,Islamic State (Syria),,Rebel group,Rebel group-Rebel group,,760,"
      "Middle East,Syria,Aleppo,,,Al Bab,36.3705,37.5157,2,The Lantern,,\"clash in al-Bab, "
      "Aleppo, Syria: combatants killed 4 or more (best 4). Words: “the brigade fought” (The "
      "Lantern)\",4,lineages=1,1481630400\r\n");
}

TEST_CASE("a row of the GED profile is, to the byte, that of the handmade case") {
  const HandmadeCase made;
  const std::string bytes = written(Profile::ged, made).bytes;
  const std::string last = bytes.substr(bytes.find("147604770359265"));
  CHECK(
      last ==
      "147604770359265,i863ee9e787e1,2016,0,Check event,2,,,Harbour Brigade - IS,,,Harbour "
      "Brigade - IS,,,Harbour Brigade,,,IS,1,\"The Lantern, 2016-12-13, Fighting near al-Bab\",The "
      "Lantern,2016-12-13,Fighting near al-Bab,,2,Al Bab,\"al-Bab, Aleppo, Syria\",Aleppo,,36.3705,"
      "37.5157,POINT (37.5157 36.3705),181876,Syria,652,Middle East,2,3,2016-12-05 00:00:00.000,"
      "2016-12-11 00:00:00.000,0,4,0,0,4,4,4,,\r\n");
}

TEST_CASE("profiles have the columns that their users count on") {
  const HandmadeCase made;
  const struct {
    Profile profile;
    std::size_t columns;
  } cases[] = {{Profile::acled, 31},
               {Profile::ged, 49},
               {Profile::hxl, 24},
               {Profile::incidents_csv, 35},
               {Profile::claims_csv, 28}};
  for (const auto& one : cases) {
    CAPTURE(name_of(one.profile));
    const std::string bytes = written(one.profile, made).bytes;
    const auto rows = read_csv(bytes);
    CHECK(rows.size() >= 3);
    for (const auto& row : rows) CHECK(row.size() == one.columns);
    CHECK(bytes.ends_with("\r\n"));
  }
}

TEST_CASE("a denial is no event, and what is left out is counted") {
  const HandmadeCase made;
  for (const Profile profile : {Profile::acled, Profile::ged, Profile::hxl, Profile::ftm}) {
    CAPTURE(name_of(profile));
    const Written out = written(profile, made);
    CHECK(out.bytes.find("iad1b666b872a") == std::string::npos);
    CHECK(out.counts.incidents == 3);
    CHECK(out.counts.left_out.at("no account says that it happened") == 1);
  }
}

TEST_CASE("totals of other incidents are not counted twice") {
  HandmadeCase made;
  made.incidents.front().total = true;
  const Written out = written(Profile::ged, made);
  CHECK(out.counts.rows == 1);
  CHECK(out.counts.left_out.at("a total of other incidents") == 1);
}

TEST_CASE("who captures a place makes it one type of ACLED or the other") {
  const struct {
    std::string_view side, sub_event;
  } cases[] = {{"government", "Government regains territory"},
               {"russia", "Government regains territory"},
               {"opposition", "Non-state actor overtakes territory"},
               {"islamic_state", "Non-state actor overtakes territory"},
               {"", "Armed clash"}};
  for (const auto& one : cases) {
    CAPTURE(one.side);
    HandmadeCase made;
    Incident& incident = made.made[1];
    incident.type = EventType::capture;
    const_cast<Account*>(made.incidents[1].accounts[0].account)->by = {
        {"somebody", std::string(one.side), std::nullopt}};
    const auto rows = rows_of(written(Profile::acled, made).bytes);
    CHECK(rows[1].at("sub_event_type") == one.sub_event);
    CHECK(shipped_tables().acled(rows[1].at("sub_event_type")).event_type ==
          rows[1].at("event_type"));
  }
}

TEST_CASE("for any tolls, low <= best <= high and best is the sum of its parts") {
  HandmadeCase made;
  Assessment& assessment = made.assessments[0];
  std::uint32_t seed = 7;
  const auto next = [&] { return (seed = seed * 1664525 + 1013904223) >> 24; };
  for (int round = 0; round < 3000; ++round) {
    assessment.tolls.clear();
    for (const VictimClass victim_class :
         {VictimClass::unknown, VictimClass::civilians, VictimClass::children,
          VictimClass::combatants, VictimClass::property}) {
      if (next() % 2 == 0) continue;
      // Hostile on purpose: any order of low, best and high, fractions, and numbers too large.
      const double big = next() % 50 == 0 ? 1e300 : 1;
      Toll toll{CountOf::killed, victim_class, next() / 3.0, next() * big, std::nullopt, {}, 1};
      if (next() % 2 == 0) toll.high = next() / 2.0;
      assessment.tolls.push_back(toll);
    }
    Account& account = *const_cast<Account*>(made.incidents[0].accounts[0].account);
    account.to = {{"x", next() % 2 == 0 ? "opposition" : "",
                   next() % 2 == 0 ? VictimClass::civilians : VictimClass::combatants}};
    const Parties parties = parties_of(made.incidents[0], shipped_tables());
    const auto deaths = deaths_of(made.incidents[0], parties, shipped_tables());
    REQUIRE(deaths.has_value() == !assessment.tolls.empty());
    if (!deaths) continue;
    REQUIRE(deaths->low <= deaths->best);
    REQUIRE(deaths->best <= deaths->high);
    REQUIRE(deaths->low >= 0);
    REQUIRE(deaths->best == deaths->side_a + deaths->side_b + deaths->civilians + deaths->unknown);
    REQUIRE(std::min({deaths->side_a, deaths->side_b, deaths->civilians, deaths->unknown}) >= 0);
    std::string row;
    if (append_ged_row(made.incidents[0], shipped_tables(), row).empty())
      REQUIRE(read_csv(row).front().size() == 49);
  }
}

TEST_CASE("the order of accounts does not change who did it to whom") {
  HandmadeCase made;
  CaseIncident& strike = made.incidents[0];
  const_cast<Account*>(strike.accounts[1].account)->by = {{"Air Force", "russia", std::nullopt}};
  const Parties before = parties_of(strike, shipped_tables());
  std::swap(strike.accounts[0], strike.accounts[1]);
  const Parties after = parties_of(strike, shipped_tables());
  CHECK(before.by->side == after.by->side);
  CHECK(before.by->name == after.by->name);
}

TEST_CASE("points lie in the cells of PRIO-GRID") {
  const struct {
    double latitude, longitude;
    std::int64_t cell;
  } cases[] = {
      {-90, -180, 1},    {-89.75, -179.75, 1},  {-90, -179.5, 2},          {-89.5, -180, 721},
      {90, 180, 259200}, {10.51, 2.29, 145085}, {36.1824, 37.1539, 181875}};
  for (const auto& one : cases) CHECK(priogrid_cell(one.latitude, one.longitude) == one.cell);
}

TEST_CASE("a site without coordinates lies somewhere in its country") {
  const auto point =
      point_of({"the north", "Syria", "", {}, "", "SY", {}, {}, false}, shipped_tables());
  REQUIRE(point);
  CHECK(point->ged == 6);
  CHECK(point->acled == 3);
  CHECK(point->radius_km >= 100);
  CHECK_FALSE(point_of({}, shipped_tables()));
}

TEST_CASE("every country has codes that the profiles can write") {
  for (const CountryCode& country : shipped_tables().countries().all()) {
    CAPTURE(country.code);
    CHECK(country.iso3.size() == 3);
    CHECK((country.iso_number.empty() || std::stoi(country.iso_number) > 0));
    CHECK_FALSE(country.acled_name.empty());
    CHECK_FALSE(country.ucdp_name.empty());
  }
  CHECK(shipped_tables().countries().find("SY")->gleditsch_ward == "652");
  CHECK(shipped_tables().countries().find("VN")->gleditsch_ward == "816");
  CHECK(shipped_tables().countries().find("NA")->iso_number == "516");
  CHECK(shipped_tables().countries().find("") == nullptr);
}
