// SPDX-License-Identifier: Apache-2.0
// Holding: who holds a place, from when to when, by whose word. Assessed and claimed holders are kept apart; contested and
// unknown are honest states.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "relata/accounts/account.h"

namespace relata {

enum class Holder : std::uint8_t {
  government,
  opposition,
  islamic_state,
  kurdish,
  other,
  contested,
  unknown
};
[[nodiscard]] std::string_view name_of(Holder);

struct Holding {
  Period when;
  Holder holder = Holder::unknown;
  float probability = 0;             // of that holder, at its least over the period
  std::vector<AccountKey> begun_by;  // the accounts that made the change at its beginning
};

// What somebody says of a place and a day, before it is weighed.
struct ClaimedHolding {
  Period when;
  Holder holder = Holder::unknown;
  AccountKey account;
};

struct PlaceControl {
  std::string place;               // the name used most
  std::vector<std::string> names;  // the others
  std::string within;
  std::optional<double> latitude, longitude;
  std::vector<Holding> assessed;        // do not overlap, in order
  std::vector<ClaimedHolding> claimed;  // by day, then key
};

// "three-quarters of east Aleppo": said of an area, and not spread over its places.
struct AreaShare {
  std::string area, within;
  Period when;
  Holder holder = Holder::unknown;
  std::optional<double> low, high;  // fractions of 1
  AccountKey account;
};

}  // namespace relata
