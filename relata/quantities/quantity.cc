// SPDX-License-Identifier: Apache-2.0
#include "relata/quantities/quantity.h"

#include <algorithm>
#include <array>

namespace relata {

namespace {

// In the order of CountOf.
constexpr std::array<std::string_view, 12> kNames = {
    "killed",    "injured", "killed_or_injured", "displaced", "detained", "abducted",
    "evacuated", "missing", "trapped",           "people",    "strikes",  "share_of_area"};

}  // namespace

std::string_view name_of(CountOf of) { return kNames[static_cast<std::size_t>(of)]; }

std::optional<CountOf> count_of(std::string_view name) {
  const auto* found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<CountOf>(found - kNames.begin());
}

}  // namespace relata
