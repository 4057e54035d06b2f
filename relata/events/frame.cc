// SPDX-License-Identifier: Apache-2.0
#include "relata/events/frame.h"

#include <algorithm>

namespace relata {
namespace {

constexpr std::array<std::string_view, kSlots> kSlotNames = {
    "subj", "obj",     "poss",  "mod", "of", "by",   "to",     "on",   "against", "at",    "with",
    "from", "between", "among", "for", "in", "into", "toward", "over", "upon",    "behind"};

std::optional<FrameRole> role_of(std::string_view name) {
  if (name == "by") return FrameRole::by;
  if (name == "to") return FrameRole::to;
  return std::nullopt;
}

}  // namespace

std::optional<Slot> slot_of(std::string_view name) {
  const auto* const at = std::find(kSlotNames.begin(), kSlotNames.end(), name);
  if (at == kSlotNames.end()) return std::nullopt;
  return static_cast<Slot>(at - kSlotNames.begin());
}

std::optional<Slot> slot_of_preposition(std::string_view lower) {
  if (lower == "towards") return Slot::toward;
  const auto slot = slot_of(lower);
  if (!slot || *slot <= Slot::mod) return std::nullopt;
  return slot;
}

Result<std::vector<Frame>> load_frames(const DataFolder& folder) {
  RELATA_TRY(const Table table, folder.table("event_frames.tsv", {"frame", "roles"}));
  std::vector<Frame> frames;
  for (const auto& row : table.rows()) {
    Frame frame{std::string(row.cell("frame")), {}};
    for (const auto part : row.list("roles", ' ')) {
      const std::size_t equals = part.find('=');
      const auto slot = slot_of(part.substr(0, equals));
      const auto role =
          equals == std::string_view::npos ? std::nullopt : role_of(part.substr(equals + 1));
      if (!slot || !role) return Error{row.where() + ": cannot read role " + std::string(part)};
      frame.roles[static_cast<std::size_t>(*slot)] = *role;
    }
    frames.push_back(std::move(frame));
  }
  return frames;
}

}  // namespace relata
