// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/public_case.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "relata/profiles/coarse.h"
#include "relata/profiles/handmade_case.h"
#include "relata/profiles/reidentification.h"
#include "relata/profiles/shipped_tables.h"
#include "relata/profiles/write_export.h"

using namespace relata;

namespace {

// A case of many strikes: six in one week around one town, told by people at risk, and two that stand alone.
struct Crowd {
  HandmadeCase made;
  std::vector<CaseIncident> incidents;

  Crowd() {
    made.incidents.clear();
    for (std::uint8_t i = 0; i < 6; ++i)
      strike(static_cast<std::uint8_t>(10 + i), 5 + i % 5, "SY", "Aleppo", 36.1824, 37.1539);
    strike(20, 28, "SY", "Idlib", 35.9306, 36.6339);
    strike(21, 7, "YE", "Saada", 16.9402, 43.7639);
    incidents.assign(made.incidents.begin(), made.incidents.end());
  }

  void strike(std::uint8_t number, unsigned day, std::string country, std::string admin1,
              double latitude, double longitude) {
    CaseReport& report = made.report(number, "The Harbour Courier", VoiceKind::newspaper,
                                     "Raid on the bakery quarter");
    report.text_sha256 = std::string(63, 'b') + static_cast<char>('a' + number % 6);
    Account& account = made.account(report, EventType::airstrike, number);
    const Site where{"Bakery Quarter",
                     admin1 + ", Syria",
                     "Bakery Quarter",
                     PlaceKind::neighbourhood,
                     admin1,
                     std::move(country),
                     latitude,
                     longitude,
                     false};
    account.where = {where};
    account.when = one_day(2016, 12, day);
    account.by = {{"Syrian air force", "government", std::nullopt}};
    account.to = {{"Samira Haddad", "", VictimClass::civilians}};
    account.counts = {{CountOf::killed, "neighbours of Samira", VictimClass::civilians, 2, 2},
                      {CountOf::injured, "her son", VictimClass::children, 1, 1}};
    account.chains = {{{"Nour Haddad", VoiceKind::medic, Side::opposition, true}},
                      {{"a baker of the quarter", VoiceKind::resident, Side::unknown, false}}};
    const Period when = *account.when;
    CaseIncident& given = made.incident({{&account,
                                          &report,
                                          {"struck", {10, 16}, "", ""},
                                          {"planes struck the only bakery", {0, 29}, "", ""}}},
                                        EventType::airstrike, where, when);
    Assessment& assessment = *const_cast<Assessment*>(given.assessment);
    assessment.grade = Grade::weak;
    assessment.least_change = "a second lineage that is not Nour Haddad's";
    assessment.reasons = {{"one lineage, of Nour Haddad", {}}};
    assessment.tolls = {{CountOf::killed, VictimClass::unknown, 2, 2, 2, {}, 1},
                        {CountOf::injured, VictimClass::unknown, 1, 1, 1, {}, 1}};
  }
};

const ProtectionRules kRules{"the secret of a case", {}, 5};

constexpr Profile kPublic[] = {Profile::incidents_jsonl,
                               Profile::claims_jsonl,
                               Profile::incidents_csv,
                               Profile::claims_csv,
                               Profile::geojson,
                               Profile::acled,
                               Profile::ged,
                               Profile::hxl,
                               Profile::ftm};

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// As if somebody had left out a part of the protection: `change` is made to what would be shown.
bool passes(const std::string& bytes, Profile profile, const PublicCase& shown) {
  return static_cast<bool>(check_public(profile, bytes, shown));
}

}  // namespace

TEST_CASE("a public export passes its test and tells nothing that could find a person") {
  const Crowd crowd;
  for (const Profile profile : kPublic) {
    CAPTURE(name_of(profile));
    const auto out =
        write_export({profile, kRules}, crowd.incidents, crowd.made.origin, shipped_tables());
    REQUIRE_MESSAGE(out, (out ? "" : out.error().message));
    for (const std::string_view secret :
         {"Haddad", "Samira", "baker", "Bakery", "bakery", "37.15", "36.18", "2016-12-07",
          "harbour.example", "bbbbbb", "harbour-1", "her son", "planes struck", "Raid", "Idlib",
          "Saada"}) {
      CAPTURE(secret);
      CHECK_FALSE(has(out->bytes, secret));
      CHECK_FALSE(has(out->manifest, secret));
    }
    CHECK_FALSE(has(out->manifest, "--place Aleppo"));
    CHECK(has(out->manifest, "\"incidents: too few in their country and year\": 2"));
    CHECK(has(out->manifest, "\"public\": true"));
  }
}

TEST_CASE("what is shown is the division, the week, and what an incident did") {
  const Crowd crowd;
  const auto shown = PublicCase::make(crowd.incidents, kRules, shipped_tables());
  REQUIRE(shown);
  REQUIRE(shown->incidents().size() == 6);
  for (const CaseIncident& given : shown->incidents()) {
    const Incident& incident = *given.incident;
    CHECK(incident.where.name == "Aleppo");
    CHECK(incident.where.within == "Syria");
    CHECK(incident.where.kind == PlaceKind::region);
    CHECK(incident.where.latitude == 36.5);
    CHECK(incident.where.longitude == 37.5);
    CHECK(iso_date(incident.when->from) == "2016-12-05");
    CHECK(iso_date(incident.when->to) == "2016-12-11");
    REQUIRE(given.accounts.size() == 1);
    const Account& account = *given.accounts[0].account;
    CHECK(account.by[0].name == "Syrian air force");
    CHECK(account.to[0].name.empty());
    CHECK(account.to[0].victim_class == VictimClass::civilians);
    // Six medics and six residents in the cell: what they are can be told, who they are cannot.
    CHECK(account.chains[0][0] == ToldVoice{"", VoiceKind::medic, Side::opposition, false});
    CHECK(account.chains[1][0].kind == VoiceKind::resident);
    CHECK(account.counts.size() == 1);
    REQUIRE(given.assessment->tolls.size() == 1);
    CHECK(given.assessment->tolls[0].of == CountOf::killed);
    CHECK(given.assessment->grade == Grade::weak);
    CHECK(given.assessment->least_change.empty());
    CHECK(given.accounts[0].report->publisher.name == "The Harbour Courier");
    CHECK_FALSE(given.accounts[0].report->day);
  }
}

TEST_CASE("the only one of its kind in a cell is not known by its kind") {
  Crowd crowd;
  Account& account = *const_cast<Account*>(crowd.incidents[2].accounts[0].account);
  account.chains = {{{"Dana Saleh", VoiceKind::activist, Side::opposition, true}}};
  const auto shown = PublicCase::make(crowd.incidents, kRules, shipped_tables());
  REQUIRE(shown);
  for (const CaseIncident& given : shown->incidents()) {
    for (const ToldChain& chain : given.accounts[0].account->chains)
      CHECK(chain[0].kind != VoiceKind::activist);
  }
}

TEST_CASE("the order of what is given changes nothing, and ids need the secret") {
  Crowd crowd;
  const auto write = [&](const ProtectionRules& rules) {
    const auto out = write_export({Profile::incidents_jsonl, rules}, crowd.incidents,
                                  crowd.made.origin, shipped_tables());
    REQUIRE(out);
    return out->bytes;
  };
  const std::string first = write(kRules);
  for (int i = 0; i < 20; ++i) {
    std::rotate(crowd.incidents.begin(), crowd.incidents.begin() + 1 + i % 5,
                crowd.incidents.end());
    CHECK(write(kRules) == first);
  }
  CHECK(write({"another secret", {}, 5}) != first);
  for (const CaseIncident& given : crowd.incidents)
    CHECK_FALSE(has(first, text_of(given.incident->id)));
  CHECK_FALSE(PublicCase::make(crowd.incidents, {"", {}, 5}, shipped_tables()));
  CHECK_FALSE(PublicCase::make(crowd.incidents, {"s", {}, 1}, shipped_tables()));
}

TEST_CASE("decided seals hold: a voice anywhere, and a whole report") {
  Crowd crowd;
  ProtectionRules rules = kRules;
  rules.smallest_cell = 2;
  rules.sealed = {"The Harbour Courier", hex(crowd.incidents[0].accounts[0].report->id)};
  const auto shown = PublicCase::make(crowd.incidents, rules, shipped_tables());
  REQUIRE(shown);
  CHECK(shown->incidents().size() == 5);
  for (const CaseIncident& given : shown->incidents())
    CHECK(given.accounts[0].report->publisher.name.empty());
  CHECK(shown->withheld().counts.at("incidents: all of their reports are sealed") == 1);
}

TEST_CASE("the test of public exports finds what somebody forgot to take out") {
  const Crowd crowd;
  const auto shown = PublicCase::make(crowd.incidents, kRules, shipped_tables());
  REQUIRE(shown);
  const auto out = write_export({Profile::incidents_csv, kRules}, crowd.incidents,
                                crowd.made.origin, shipped_tables());
  REQUIRE(out);
  REQUIRE(passes(out->bytes, Profile::incidents_csv, *shown));
  const auto with = [&](std::string_view what, std::string_view instead) {
    std::string bytes = out->bytes;
    const std::size_t at = bytes.find(what, bytes.find('\n'));
    REQUIRE(at != std::string::npos);
    return bytes.replace(at, what.size(), instead);
  };
  const struct {
    std::string_view what, instead;
  } leaks[] = {
      {"The Harbour Courier", "The Harbour Courier; Nour Haddad"},
      {"The Harbour Courier", "NOUR  HADDAD"},
      {"The Harbour Courier", "planes struck the only bakery"},
      {"The Harbour Courier", "Raid on the bakery quarter"},
      {"The Harbour Courier", "https://harbour.example/12"},
      {"Aleppo", "Bakery Quarter"},
      {"Aleppo", "\"Bakery Quarter, Aleppo\""},
      {"36.5", "36.1824"},
      {"2016-12-05", "2016-12-07"},
      {"2016-12-05", "2016-12-11"},  // a row of another cell, and so alone
  };
  for (const auto& leak : leaks) {
    CAPTURE(leak.instead);
    CHECK_FALSE(passes(with(leak.what, leak.instead), Profile::incidents_csv, *shown));
  }
  // A row less: five remain, which is enough; two less are too few.
  const std::size_t end = out->bytes.rfind('\n', out->bytes.size() - 2);
  const std::string five = out->bytes.substr(0, end + 1);
  CHECK(passes(five, Profile::incidents_csv, *shown));
  CHECK_FALSE(passes(five.substr(0, five.rfind('\n', five.size() - 2) + 1), Profile::incidents_csv,
                     *shown));
}

TEST_CASE("every string of JSON and every text of a page is looked at") {
  const Crowd crowd;
  const auto shown = PublicCase::make(crowd.incidents, kRules, shipped_tables());
  REQUIRE(shown);
  const std::string good =
      R"({"incident":"x","from":"2016-12-05","to":"2016-12-11","where":{"name":"Aleppo"}})";
  std::string six;
  for (char id = 'a'; id < 'g'; ++id) {
    six += good + "\n";
    six[six.find("\"x\"") + 1] = id;
  }
  CHECK(passes(six, Profile::incidents_jsonl, *shown));
  CHECK_FALSE(passes(six + R"({"note":"nour haddad saw it"})", Profile::incidents_jsonl, *shown));
  CHECK_FALSE(passes(six + R"({"note":"Nour \u0048addad"})", Profile::incidents_jsonl, *shown));
  CHECK_FALSE(passes(six + R"({"lat":36.1824})", Profile::incidents_jsonl, *shown));
  CHECK_FALSE(passes(good, Profile::incidents_jsonl, *shown));
  CHECK_FALSE(passes(six, Profile::annotations, *shown));
  CHECK_FALSE(passes(six, Profile::prov, *shown));
  CHECK(check_public_page("<p>Aleppo</p>", *shown));
  CHECK_FALSE(check_public_page("<p>said <b>Nour Haddad</b></p>", *shown));
}

TEST_CASE("periods and places become coarser step by step") {
  const Period day = one_day(2016, 12, 31);
  const struct {
    Coarseness coarseness;
    std::string_view from, to;
  } cases[] = {{Coarseness::division_week, "2016-12-26", "2017-01-01"},
               {Coarseness::division_month, "2016-12-01", "2016-12-31"},
               {Coarseness::country_month, "2016-12-01", "2016-12-31"},
               {Coarseness::country_year, "2016-01-01", "2016-12-31"}};
  for (const auto& one : cases) {
    const Period coarse = coarse_period(day, one.coarseness);
    CHECK(iso_date(coarse.from) == one.from);
    CHECK(iso_date(coarse.to) == one.to);
  }
  const CountryCodes& countries = shipped_tables().countries();
  const Site site{"x", "Aleppo, Syria", "X", PlaceKind::town, "Aleppo", "SY", -0.2, 179.9, false};
  CHECK(coarse_site(site, Coarseness::division_week, countries).latitude == -0.5);
  CHECK(coarse_site(site, Coarseness::division_week, countries).longitude == 179.5);
  CHECK(coarse_site(site, Coarseness::country_month, countries).name == "Syria");
  Site no_division = site;
  no_division.admin1.clear();
  CHECK(coarse_site(no_division, Coarseness::division_week, countries).kind == PlaceKind::country);
  CHECK(coarse_site({}, Coarseness::division_week, countries) == Site{});
}
