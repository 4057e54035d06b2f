// SPDX-License-Identifier: Apache-2.0
// PackedBatch: how sentences of a batch lie in a matrix for a recurrent layer: the longest first, and of all sentences first
// their first words, then their second words …: one step of all sentences is a block of rows.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace relata {

struct PackedBatch {
  std::vector<std::uint32_t> start;  // of each step, its first row; and at last the number of rows
  std::vector<std::uint32_t> count;  // of each step, how many sentences are that long

  // `sizes` of the sentences, falling, none 0.
  explicit PackedBatch(std::span<const std::uint32_t> sizes) {
    const std::uint32_t steps = sizes.empty() ? 0 : sizes.front();
    start.push_back(0);
    for (std::uint32_t step = 0; step < steps; ++step) {
      const auto longer = std::partition_point(sizes.begin(), sizes.end(),
                                               [&](std::uint32_t size) { return size > step; });
      count.push_back(static_cast<std::uint32_t>(longer - sizes.begin()));
      start.push_back(start.back() + count.back());
    }
  }
  [[nodiscard]] std::size_t steps() const { return count.size(); }
  [[nodiscard]] std::uint32_t rows() const { return start.back(); }
  [[nodiscard]] std::uint32_t row(std::uint32_t sentence, std::uint32_t word) const {
    return start[word] + sentence;
  }
};

}  // namespace relata
