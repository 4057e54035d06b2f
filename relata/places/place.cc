// SPDX-License-Identifier: Apache-2.0
#include "relata/places/place.h"

#include <array>
#include <utility>

namespace relata {
namespace {

constexpr std::array<std::pair<std::string_view, PlaceKind>, 8> kKinds = {{
    {"country", PlaceKind::country},
    {"region", PlaceKind::region},
    {"county", PlaceKind::county},
    {"town", PlaceKind::town},
    {"village", PlaceKind::village},
    {"neighbourhood", PlaceKind::neighbourhood},
    {"landmark", PlaceKind::landmark},
    {"camp", PlaceKind::camp},
}};

}  // namespace

std::string_view name_of(PlaceKind kind) { return kKinds.at(static_cast<std::size_t>(kind)).first; }

std::optional<PlaceKind> place_kind_of(std::string_view name) {
  for (const auto& [known, kind] : kKinds) {
    if (known == name) return kind;
  }
  return std::nullopt;
}

}  // namespace relata
