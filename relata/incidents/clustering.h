// SPDX-License-Identifier: Apache-2.0
// Clustering by evidence: items that are pulled together or pushed apart in pairs are joined, the strongest pull first, as
// long as the pull between two clusters is on average at least 0 (average linkage). What is forced together starts as one; what
// is kept apart never meets. The outcome depends on the numbers of the items alone, not on the order of the pulls.
//
//   cluster({.items = 3, .pulls = {{0, 1, 2.0F}, {1, 2, -1.0F}}})   // {0, 0, 2}: of each item the smallest one with it
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace relata {

// What speaks for two items being one, logarithm of odds. first < second; each pair at most once.
struct Pull {
  std::uint32_t first = 0, second = 0;
  float weight = 0;
};

struct ClusterTask {
  std::uint32_t items = 0;
  std::vector<Pull> pulls = {};  // a pair without one says nothing, as if it were not there
  std::vector<std::pair<std::uint32_t, std::uint32_t>> together = {};
  std::vector<std::pair<std::uint32_t, std::uint32_t>> apart = {};
};

[[nodiscard]] std::vector<std::uint32_t> cluster(const ClusterTask& task);

}  // namespace relata
