// SPDX-License-Identifier: Apache-2.0
// Sets: numbers that are joined step by step; each set is known by its smallest number.
#pragma once

#include <cstdint>
#include <map>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace relata {

class Sets {
 public:
  explicit Sets(std::size_t size) : above_(size) { std::iota(above_.begin(), above_.end(), 0U); }

  [[nodiscard]] std::uint32_t head(std::uint32_t item) {
    while (above_[item] != item) item = above_[item] = above_[above_[item]];
    return item;
  }

  void join(std::uint32_t a, std::uint32_t b) {
    a = head(a);
    b = head(b);
    if (b < a) std::swap(a, b);
    above_[b] = a;
  }

  // The sets of the members, by their smallest; members ascending.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> groups(
      std::span<const std::uint32_t> members) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> by_head;
    for (const std::uint32_t member : members) by_head[head(member)].push_back(member);
    std::vector<std::vector<std::uint32_t>> groups;
    for (auto& [head, group] : by_head) groups.push_back(std::move(group));
    return groups;
  }

 private:
  std::vector<std::uint32_t> above_;
};

}  // namespace relata
