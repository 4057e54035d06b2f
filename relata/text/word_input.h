// SPDX-License-Identifier: Apache-2.0
// WordInput: where the network finds what it reads of a word: the row of its vector, and the rows of its beginnings, endings
// and shape in one table that they share by hash. Shared by the trainer, so that both see the same.
#pragma once

#include <array>
#include <cstdint>

#include "relata/text/word_view.h"

namespace relata {

inline constexpr std::size_t kAffixes = 10;

struct WordInput {
  std::uint32_t word = 0;  // 0: unknown
  std::array<std::uint32_t, kAffixes> affixes{};
};

// `rows` of the table of affixes.
[[nodiscard]] std::array<std::uint32_t, kAffixes> affix_rows(const WordView& view,
                                                             std::uint32_t rows);

}  // namespace relata
