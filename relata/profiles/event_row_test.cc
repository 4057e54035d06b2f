// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/event_row.h"

#include <doctest/doctest.h>

#include "relata/profiles/handmade_case.h"
#include "relata/profiles/profile.h"
#include "relata/profiles/read_csv.h"

using namespace relata;

namespace {

const ProfileTables& tables() {
  static const ShippedTables kShipped;
  REQUIRE_MESSAGE(kShipped.tables, (kShipped.tables ? "" : kShipped.tables.error().message));
  return *kShipped.tables;
}

std::string written(Profile profile, const HandmadeCase& made) {
  std::string out;
  ProfileWriter writer(profile, made.origin, tables());
  writer.begin(out);
  for (const CaseIncident& given : made.incidents) writer.add(given, out);
  writer.end(out);
  return out;
}

}  // namespace

TEST_CASE("print") {
  const HandmadeCase made;
  for (int i = 0; i < 11; ++i) MESSAGE(written(static_cast<Profile>(i), made));
}
