// SPDX-License-Identifier: Apache-2.0
#include "relata/control/holding.h"

#include <array>

namespace relata {
namespace {

constexpr std::array<std::string_view, 7> kNames{
    "government", "opposition", "islamic_state", "kurdish", "other", "contested", "unknown"};

}  // namespace

std::string_view name_of(Holder holder) { return kNames[static_cast<std::size_t>(holder)]; }

std::optional<Holder> holder_named(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<Holder>(i);
  }
  return std::nullopt;
}

}  // namespace relata
