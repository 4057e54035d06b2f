// SPDX-License-Identifier: Apache-2.0
// IncidentTypes: which types of claim make incidents and which types can be words for one happening (data/incident_types.tsv).
#pragma once

#include <array>
#include <cstdint>

#include "relata/base/data_folder.h"
#include "relata/events/event.h"

namespace relata {

// How two types go together, from best to worst.
enum class TypeMatch : std::uint8_t { same, open, kin, apart };

class IncidentTypes {
 public:
  // Error: a type without a row, or a row without a type.
  static Result<IncidentTypes> load(const DataFolder& folder);

  [[nodiscard]] bool makes(EventType type) const { return row(type).makes; }
  // How much a claim of this type speaks of harm: 0 to about 1.
  [[nodiscard]] float harm(EventType type) const { return row(type).harm; }
  // How seldom such happenings are, 1 for the daily ones of a war: how far a type in common goes to show that two are one.
  [[nodiscard]] float rarity(EventType type) const { return row(type).rarity; }
  // The kinds of happening that it is a word for, a bit each.
  [[nodiscard]] std::uint16_t kin(EventType type) const { return row(type).kin; }
  [[nodiscard]] TypeMatch match(EventType a, EventType b) const;

 private:
  struct Row {
    bool makes = false;
    std::uint16_t kin = 0;
    float harm = 0;
    float rarity = 1;
  };
  [[nodiscard]] const Row& row(EventType type) const {
    return rows_[static_cast<std::size_t>(type)];
  }
  std::array<Row, kEventTypes> rows_{};
};

}  // namespace relata
