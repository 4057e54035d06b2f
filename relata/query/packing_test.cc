// SPDX-License-Identifier: Apache-2.0
#include "relata/query/packing.h"

#include <doctest/doctest.h>

#include <random>

#include "relata/query/account_bytes.h"
#include "relata/query/assessment_bytes.h"

namespace relata {
namespace {

AccountKey key(std::uint8_t report, std::uint32_t begin) {
  AccountKey made;
  made.report.bytes[0] = report;
  made.trigger = {begin, begin + 5};
  return made;
}

Account full_account() {
  Account account;
  account.key = key(3, 70);
  account.key.nth = 2;
  account.claim = 7;
  account.type = EventType::crisis;
  account.status = Status::asked;
  account.when = Period{*make_date(1969, 12, 30), *make_date(2016, 12, 13)};
  account.when_stated = true;
  account.told = make_date(2016, 12, 14);
  account.where = {{.name = "Anytown",
                    .within = "Region, Madeupland",
                    .gazetteer_name = "Any Town",
                    .kind = PlaceKind::camp,
                    .admin1 = "Region",
                    .country = "XM",
                    .latitude = -0.5,
                    .longitude = 179.25,
                    .approximate = true,
                    .ground = Ground::beside},
                   {}};
  account.by = {{.name = "the made-up army", .side = "government", .victim_class = {}}};
  account.to = {{.name = "people", .side = "", .victim_class = VictimClass::unknown}};
  account.counts = {{.of = CountOf::share_of_area,
                     .who = "area",
                     .victim_class = VictimClass::place,
                     .low = 0.75,
                     .high = {},
                     .words = "three-quarters"}};
  account.verdict = Verdict::rejected;
  account.corrected = {"type", "when"};
  account.chains = {
      {{.name = "Made-up News", .kind = VoiceKind::other, .side = Side::unknown, .named = true},
       {.name = "a resident",
        .kind = VoiceKind::resident,
        .side = Side::unaligned,
        .named = false}},
      {}};
  account.evidence = {60, 4'000'000'000};
  account.in_title = true;
  account.lead = 0.25F;
  account.confidence = 1;
  account.words = {1, 5, 4'294'967'295};
  account.quotes = {0, 18'446'744'073'709'551'615u};
  return account;
}

AssessedIncident full_incident() {
  AssessedIncident made;
  Incident& incident = made.incident;
  incident.id.first = key(1, 10);
  incident.members = {{.account = key(1, 10), .role = MemberRole::tells, .main = true},
                      {.account = key(2, 30), .role = MemberRole::background, .main = false}};
  incident.type = EventType::airstrike;
  incident.when = Period{*make_date(2016, 11, 1), *make_date(2016, 11, 2)};
  incident.where.name = "Anytown";
  incident.part_of = IncidentId{key(9, 1)};
  Assessment& assessment = made.assessment;
  assessment.incident = incident.id;
  assessment.grade = Grade::fair;
  assessment.decided = Grade::confirmed;
  assessment.decided_reason = "seen";
  assessment.reasons = {{.rule = "two lineages", .accounts = {key(1, 10), key(2, 30)}}};
  assessment.least_change = "one lineage less";
  assessment.changes = {{.change = "x", .grade = Grade::weak}, {.change = "y", .grade = {}}};
  assessment.reports = 2;
  assessment.lineages_for = 2;
  assessment.lineages_against = 1;
  assessment.sides = {Side::government, Side::opposition};
  assessment.opposed_sides_agree = true;
  assessment.accused = {
      {.side = "government", .lineages = 2, .chance = 0.75, .accounts = {key(1, 10)}}};
  assessment.against_interest = {key(2, 30)};
  assessment.lineages = {
      {.accounts = {0}, .ties = {}, .origin = {}},
      {.accounts = {1},
       .ties = {{.kind = TieKind::retelling, .first = 1, .second = 0, .what = "wire"}},
       .origin = {}}};
  assessment.contradictions = {{.slot = DifferingSlot::how_many,
                                .first = key(1, 10),
                                .second = key(2, 30),
                                .first_says = "27",
                                .second_says = "30"}};
  assessment.tolls = {{.of = CountOf::killed,
                       .victim_class = VictimClass::children,
                       .low = 1,
                       .best = 2,
                       .high = 3.5,
                       .from = {key(1, 10)},
                       .lineages = 2}};
  assessment.credibility = {{key(1, 10), Credibility::confirmed},
                            {key(2, 30), Credibility::doubtful}};
  assessment.profile = "relata 1";
  return made;
}

TEST_CASE("an account that is packed is the same when unpacked") {
  const Account account = full_account();
  const auto read = account_of_bytes(account.key, account_bytes(account));
  REQUIRE(read);
  CHECK((*read == account));  // no field is forgotten
  CHECK(account_bytes(*read) == account_bytes(account));
  CHECK(*key_of_bytes(key_bytes(account.key)) == account.key);
}

TEST_CASE("keys sort as their bytes do") {
  const AccountKey keys[] = {key(0, 1),      key(0, 255), key(0, 256),
                             key(0, 70'000), key(1, 0),   key(200, 3)};
  for (const AccountKey& a : keys) {
    for (const AccountKey& b : keys) CHECK((a < b) == (key_bytes(a) < key_bytes(b)));
  }
}

TEST_CASE("an incident with its assessment is the same when unpacked") {
  const AssessedIncident made = full_incident();
  const std::string bytes = assessment_bytes(made.incident, made.assessment);
  const auto read = assessment_of_bytes(bytes);
  REQUIRE(read);
  CHECK(assessment_bytes(read->incident, read->assessment) == bytes);
  CHECK(read->incident.members == made.incident.members);
  CHECK(read->incident.part_of == made.incident.part_of);
  CHECK(read->assessment.contradictions == made.assessment.contradictions);
  CHECK(read->assessment.changes == made.assessment.changes);
  CHECK(read->assessment.credibility == made.assessment.credibility);
  CHECK(read->assessment.lineages[1].ties == made.assessment.lineages[1].ties);
  CHECK(read->assessment.tolls[0].high == 3.5);
}

TEST_CASE("damaged bytes are an error or a value, never more") {
  const AssessedIncident made = full_incident();
  const std::string whole = assessment_bytes(made.incident, made.assessment);
  for (std::size_t size = 0; size < whole.size(); ++size)
    CHECK_FALSE(assessment_of_bytes(std::string_view(whole).substr(0, size)));
  CHECK_FALSE(assessment_of_bytes(whole + 'x'));
  std::mt19937 random(7);
  int refused = 0;
  for (int i = 0; i < 3000; ++i) {
    std::string bytes = whole;
    bytes[random() % bytes.size()] ^= static_cast<char>(1u << random() % 8);
    const auto read = assessment_of_bytes(bytes);
    if (!read) {
      ++refused;
      continue;
    }
    for (const Lineage& lineage : read->assessment.lineages) {
      for (const std::uint32_t index : lineage.accounts)
        CHECK(index < read->incident.members.size());
    }
  }
  CHECK(refused > 500);
}

}  // namespace
}  // namespace relata
