// SPDX-License-Identifier: Apache-2.0
// Frame: where a trigger's agent and patient stand in the tree: "X shelled Y" (subj=by obj=to), "the shelling of Y by X"
// (of=to by=by), "Y fell to X" (to=by). data/event_frames.tsv has them by name. Passives, relative clauses and shared
// subjects are the business of participants.h, not of the table.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/data_folder.h"

namespace relata {

// Slots of the tree; those after `mod` are the preposition that marks a phrase.
enum class Slot : std::uint8_t {
  subj,
  obj,
  poss,
  mod,
  of,
  by,
  to,
  on,
  against,
  at,
  with,
  from,
  between,
  among,
  for_,
  in,
  into,
  toward,
  over,
  upon,
  behind
};
inline constexpr std::size_t kSlots = 21;
[[nodiscard]] std::optional<Slot> slot_of(std::string_view name);
// The slot that a preposition opens: "against", "towards".
[[nodiscard]] std::optional<Slot> slot_of_preposition(std::string_view lower);

enum class FrameRole : std::uint8_t { none, by, to };

struct Frame {
  std::string name;
  std::array<FrameRole, kSlots> roles{};
  [[nodiscard]] FrameRole operator[](Slot slot) const {
    return roles[static_cast<std::size_t>(slot)];
  }
};

// data/event_frames.tsv. Errors name the row.
Result<std::vector<Frame>> load_frames(const DataFolder& folder);

}  // namespace relata
