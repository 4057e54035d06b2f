// SPDX-License-Identifier: Apache-2.0
// Blocks: only episodes that share a block are compared: a day and province, a day and country, a day and type,
// a number of dead within days, a quotation, a decision. Within a block episodes stand in an order that puts like
// beside like, and each is compared with the nearest kBeside on either side. So the work grows in proportion to the
// episodes, one more changes only what stands beside it, and the order of arrival has no say.
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "relata/incidents/episode.h"

namespace relata {

inline constexpr std::size_t kBeside = 20;

struct BlockEntry {
  std::uint64_t block = 0;
  std::uint64_t order = 0;  // within the block; then by key
  auto operator<=>(const BlockEntry&) const = default;
};

// Ascending, each block once.
[[nodiscard]] std::vector<BlockEntry> block_entries(const Episode& episode);

}  // namespace relata
