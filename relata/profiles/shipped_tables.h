// SPDX-License-Identifier: Apache-2.0
// For tests only: the profiles' tables of the repository, loaded once.
#pragma once

#include <doctest/doctest.h>

#include "relata/profiles/handmade_case.h"

namespace relata {

inline const ProfileTables& shipped_tables() {
  static const ShippedTables kShipped;
  REQUIRE_MESSAGE(kShipped.tables, (kShipped.tables ? "" : kShipped.tables.error().message));
  return *kShipped.tables;
}

}  // namespace relata
