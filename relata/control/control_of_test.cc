// SPDX-License-Identifier: Apache-2.0
#include "relata/control/control_of.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>

#include "relata/control/control_examples.h"
#include "relata/control/control_json.h"

namespace relata {
namespace {

ControlRules shipped_rules() {
  const auto files = real_files();
  auto rules = ControlRules::load(DataFolder{files.get(), RELATA_SOURCE_DIR});
  REQUIRE(rules);
  return *std::move(rules);
}

Control control_of(const std::vector<ReportAccounts>& reports) {
  std::vector<const ReportAccounts*> pointers;
  for (const ReportAccounts& report : reports) pointers.push_back(&report);
  return relata::control_of(pointers, shipped_rules());
}

Holder on(const PlaceControl& place, std::string_view day) {
  const Date date = *parse_iso_date(day);
  for (const Holding& holding : place.assessed) {
    if (holding.when.from <= date && date <= holding.when.to) return holding.holder;
  }
  return Holder::unknown;
}

const PlaceControl& only(const Control& control) {
  REQUIRE(control.places.size() == 1);
  return control.places.front();
}

struct Case {
  std::string_view what;
  std::vector<MadeClaim> claims;
  std::string_view day;
  Holder expected;
};

TEST_CASE("claims of one report tell who holds a place on a day") {
  const Site sakhra = made_site("Sakhra"), part = made_site("Sakhra", Ground::part);
  const Site failed = made_site("Sakhra", Ground::none), kept = made_site("Sakhra", Ground::kept);
  const MadeClaim taken{EventType::capture, "government", sakhra, "2016-12-05"};
  const Case cases[] = {
      {"taken", {taken}, "2016-12-05", Holder::government},
      {"taken, later", {taken}, "2016-12-25", Holder::government},
      {"taken, the day before", {taken}, "2016-12-04", Holder::opposition},
      {"long before", {taken}, "2016-06-01", Holder::unknown},
      {"a part taken",
       {{EventType::capture, "government", part, "2016-12-05"}},
       "2016-12-05",
       Holder::contested},
      {"a failed attack",
       {{EventType::offensive, "government", failed, "2016-12-05"}},
       "2016-12-05",
       Holder::opposition},
      {"an attack repelled",
       {{EventType::clash, "opposition", kept, "2016-12-05"}},
       "2016-12-05",
       Holder::opposition},
      {"held",
       {{EventType::holding, "kurdish", sakhra, "2016-12-05"}},
       "2016-12-05",
       Holder::kurdish},
      {"left",
       {taken, {EventType::withdrawal, "government", sakhra, "2016-12-09"}},
       "2016-12-09",
       Holder::opposition},
      {"a part, then the whole, of one day",
       {{EventType::capture, "government", part, "2016-12-05"}, taken},
       "2016-12-05",
       Holder::government},
      {"fighting of which no side is told",
       {{EventType::clash, "", sakhra, "2016-12-05"}},
       "2016-12-05",
       Holder::unknown},
      {"planned",
       {{EventType::capture, "government", sakhra, "2016-12-05", "", Side::unknown,
         Status::planned}},
       "2016-12-05",
       Holder::unknown},
      {"a passive in a report of one side's captures",
       {{EventType::capture, "government", made_site("Zahra"), "2016-12-05"},
        {EventType::capture, "", sakhra, "2016-12-05"}},
       "2016-12-05",
       Holder::government},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const Control control = control_of({made_report(1, c.claims)});
    Holder found = Holder::unknown;
    for (const PlaceControl& place : control.places) {
      if (place.place == "Sakhra") found = on(place, c.day);
    }
    CHECK(name_of(found) == name_of(c.expected));
  }
}

TEST_CASE("what one side claims and the other denies is contested") {
  const MadeClaim claimed{EventType::capture,        "government",
                          made_site("Sakhra"),       "2016-12-05",
                          "a commander of the army", Side::government};
  MadeClaim denied = claimed;
  denied.voice = "a rebel spokesman";
  denied.voice_side = Side::opposition;
  denied.status = Status::denied;
  const Control alone = control_of({made_report(1, {claimed})});
  CHECK(on(only(alone), "2016-12-05") == Holder::government);
  const Control both = control_of({made_report(1, {claimed}), made_report(2, {denied})});
  CHECK(on(only(both), "2016-12-05") == Holder::contested);
  MadeClaim seen = claimed;
  seen.voice = "a resident of the street";
  seen.voice_side = Side::unaligned;
  const Control three = control_of({made_report(1, {claimed}), made_report(2, {denied}),
                                    made_report(3, {seen}), made_report(4, {seen})});
  CHECK(on(only(three), "2016-12-05") == Holder::government);
}

TEST_CASE("ten reports of one voice weigh as much as one") {
  const MadeClaim claimed{EventType::capture,        "government",
                          made_site("Sakhra"),       "2016-12-05",
                          "a commander of the army", Side::government};
  std::vector<ReportAccounts> reports{made_report(1, {claimed})};
  const Control one = control_of(reports);
  for (std::uint8_t i = 2; i <= 10; ++i) reports.push_back(made_report(i, {claimed}));
  const Control ten = control_of(reports);
  REQUIRE(only(one).assessed.size() == only(ten).assessed.size());
  for (std::size_t i = 0; i < only(one).assessed.size(); ++i) {
    CHECK(only(one).assessed[i].when == only(ten).assessed[i].when);
    CHECK(only(one).assessed[i].probability == only(ten).assessed[i].probability);
  }
}

TEST_CASE("copies of one text weigh as much as one") {
  const auto files = real_files();
  const auto lexicon = LineageLexicon::load(DataFolder{files.get(), RELATA_SOURCE_DIR});
  REQUIRE(lexicon);
  const MadeClaim claim{EventType::capture, "government", made_site("Sakhra"), "2016-12-05"};
  const std::vector<ReportAccounts> reports{made_report(1, {claim}), made_report(2, {claim})};
  std::map<ReportId, ReportOrigin> origins;
  for (const ReportAccounts& report : reports)
    origins[report.id] = ReportOrigin{report.id, report.day, {}, {}};
  const std::vector<TextReuse> copied{{reports[0].id, reports[1].id, 0.9F}};
  const std::vector<const ReportAccounts*> both{&reports[0], &reports[1]};
  const auto certainty = [&](std::span<const ReportAccounts* const> of,
                             std::span<const TextReuse> reuse) {
    const ControlLineages lineages{origins, ReportTies{reuse, {}}, *lexicon};
    return only(relata::control_of(of, shipped_rules(), &lineages)).assessed.back().probability;
  };
  const Date last = *parse_iso_date("2016-12-05");
  const auto on_the_day = [&](std::span<const TextReuse> reuse) {
    const ControlLineages lineages{origins, ReportTies{reuse, {}}, *lexicon};
    return ended_by(only(relata::control_of(both, shipped_rules(), &lineages)), last)
        .claimed.size();
  };
  CHECK(on_the_day(copied) == 1);
  CHECK(on_the_day({}) == 2);
  CHECK(certainty(both, copied) == certainty(std::span(both).first(1), {}));
}

TEST_CASE("a change lists the accounts that made it, and what is inferred says so") {
  const auto report =
      made_report(1, {{EventType::capture, "government", made_site("Sakhra"), "2016-12-05"}});
  const PlaceControl place = only(control_of({report}));
  REQUIRE(place.assessed.size() == 2);
  CHECK(place.assessed[0].inferred);
  CHECK(!place.assessed[1].inferred);
  CHECK(place.assessed[1].begun_by == std::vector<AccountKey>{report.accounts[0].key});
  REQUIRE(place.claimed.size() == 1);
  CHECK(place.claimed[0].holder == Holder::government);
}

TEST_CASE("a share of a town is kept as a share, one of a quarter makes it contested") {
  auto report =
      made_report(1, {{EventType::holding, "government", made_site("Marrat"), "2016-12-05"},
                      {EventType::holding, "government", made_site("Sakhra"), "2016-12-05"}});
  report.accounts[0].where[0].kind = PlaceKind::town;
  for (Account& account : report.accounts) {
    ToldCount share;
    share.of = CountOf::share_of_area;
    share.low = 0.75;
    account.counts = {share};
  }
  const Control control = control_of({report});
  REQUIRE(control.shares.size() == 1);
  CHECK(control.shares[0].area == "Marrat");
  CHECK(control.shares[0].low == 0.75);
  CHECK(only(control).place == "Sakhra");
  CHECK(on(only(control), "2016-12-05") == Holder::contested);
}

TEST_CASE("nothing is shown after the last day of a casebook") {
  const Date last = *parse_iso_date("2016-12-07");
  const auto report =
      made_report(1, {{EventType::capture, "government", made_site("Sakhra"), "2016-12-05"}});
  const PlaceControl place = ended_by(only(control_of({report})), last);
  REQUIRE(!place.assessed.empty());
  CHECK(place.assessed.back().when.to == last);
}

TEST_CASE("the order of the reports does not matter") {
  std::mt19937 random(11);
  const auto any = [&](std::size_t size) { return static_cast<std::size_t>(random() % size); };
  const EventType types[] = {EventType::capture, EventType::holding, EventType::withdrawal,
                             EventType::offensive, EventType::siege};
  const char* sides[] = {"government", "opposition", "islamic_state", "kurdish", ""};
  const char* names[] = {"Sakhra", "al-Sakhra", "Zahra", "Hanano", "Hananu district"};
  const Ground grounds[] = {Ground::unsaid, Ground::part, Ground::none, Ground::whole};
  const Status statuses[] = {Status::asserted, Status::asserted, Status::alleged, Status::denied};
  std::vector<ReportAccounts> reports;
  for (std::uint8_t i = 0; i < 60; ++i) {
    std::vector<MadeClaim> claims;
    for (int k = 0; k < 3; ++k) {
      MadeClaim claim{types[any(5)],
                      sides[any(5)],
                      made_site(names[any(5)], grounds[any(4)]),
                      iso_date(*parse_iso_date("2016-12-01") + std::chrono::days(any(20))),
                      any(2) == 0 ? "" : "voice " + std::to_string(any(4)),
                      static_cast<Side>(any(4)),
                      statuses[any(4)]};
      claims.push_back(std::move(claim));
    }
    reports.push_back(made_report(i, claims));
  }
  const std::string expected = control_json(control_of(reports));
  for (int round = 0; round < 20; ++round) {
    std::shuffle(reports.begin(), reports.end(), random);
    REQUIRE(control_json(control_of(reports)) == expected);
  }
}

}  // namespace
}  // namespace relata
