// SPDX-License-Identifier: Apache-2.0
// Holding: who holds a place, from when to when, by whose word. Assessed and claimed holders are kept apart; contested and
// unknown are honest states.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
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
inline constexpr std::size_t kHolders = 5;  // those that may hold a place: before `contested`
[[nodiscard]] std::string_view name_of(Holder);
[[nodiscard]] std::optional<Holder> holder_named(std::string_view name);

struct Holding {
  Period when;
  Holder holder = Holder::unknown;
  float probability = 0;             // of that holder, at its least over the period
  std::vector<AccountKey> begun_by;  // the accounts that made the change at its beginning
  bool inferred = false;  // no account says so: a later change of hands shows who was there before
  auto operator<=>(const Holding&) const = default;
};

// What somebody says of a place and a day, before it is weighed.
struct ClaimedHolding {
  Period when;
  Holder holder = Holder::unknown;
  AccountKey account;
  auto operator<=>(const ClaimedHolding&) const = default;
};

struct PlaceControl {
  std::string place;               // the name used most
  std::vector<std::string> names;  // the others
  std::string within;
  std::optional<double> latitude, longitude;
  std::vector<Holding> assessed;        // do not overlap, in order
  std::vector<ClaimedHolding> claimed;  // by day, then key
  auto operator<=>(const PlaceControl&) const = default;
};

// "three-quarters of east Aleppo": said of an area, and not spread over its places.
struct AreaShare {
  std::string area, within;
  Period when;
  Holder holder = Holder::unknown;
  std::optional<double> low, high;  // fractions of 1
  AccountKey account;
  auto operator<=>(const AreaShare&) const = default;
};

}  // namespace relata
