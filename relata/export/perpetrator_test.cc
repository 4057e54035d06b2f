// SPDX-License-Identifier: Apache-2.0
#include "relata/export/perpetrator.h"

#include <doctest/doctest.h>

using namespace relata;

namespace {

// A reading with one claim of a bombing by the Red Front, told by `voice`.
Reading told_by(const char* voice, VoiceKind kind, Status status) {
  Reading reading;
  reading.telling.voices = {{voice, kind, Side::unknown, {}}};
  Claim claim;
  claim.type = EventType::bombing;
  claim.status = status;
  claim.by = {{{}, "Red Front", 0, {}}};
  claim.chains = {{{0, {}}}};
  reading.claims = {claim};
  return reading;
}

std::string firmness(const Reading& reading) {
  const auto perpetrator = perpetrator_of({{0, 1.0}}, reading);
  return perpetrator ? perpetrator->name + ": " + std::string(name_of(perpetrator->firmness))
                     : "nobody";
}

}  // namespace

TEST_CASE("how firmly somebody is said to have done it follows from who says so and how") {
  CHECK(firmness(told_by("a baker", VoiceKind::resident, Status::asserted)) ==
        "Red Front: REPORTED AS FACT");
  CHECK(firmness(told_by("Red Front", VoiceKind::armed_group, Status::asserted)) ==
        "Red Front: CLAIMED OR ADMITTED");
  CHECK(firmness(told_by("a baker", VoiceKind::resident, Status::alleged)) ==
        "Red Front: SUSPECTED OR ACCUSED");
  CHECK(firmness(told_by("a general", VoiceKind::military, Status::alleged)) ==
        "Red Front: SUSPECTED OR ACCUSED BY AUTHORITIES");
  CHECK(firmness(told_by("a baker", VoiceKind::resident, Status::doubted)) ==
        "Red Front: POSSIBLE");
}

TEST_CASE("where no claim of the incident names anybody, an accusation does") {
  Reading reading = told_by("a general", VoiceKind::military, Status::asserted);
  reading.claims[0].by.clear();
  CHECK(firmness(reading) == "nobody");
  Claim accusation;
  accusation.type = EventType::accusation;
  accusation.by = {{{}, "a general", 0, {}}};
  accusation.to = {{{}, "Blue Front", 0, {}}};
  reading.claims.push_back(accusation);
  CHECK(firmness(reading) == "Blue Front: SUSPECTED OR ACCUSED BY AUTHORITIES");
  reading.claims.back().by.front().name = "a baker";
  CHECK(firmness(reading) == "Blue Front: SUSPECTED OR ACCUSED");
}
