// SPDX-License-Identifier: Apache-2.0
// JoinedSets: numbers that are joined into sets, a few at a time. A set is known by its smallest number, so what comes out does
// not depend on the order of joining.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace relata {

class JoinedSets {
 public:
  explicit JoinedSets(std::size_t count = 0) {
    for (std::uint32_t i = 0; i < count; ++i) above_.push_back(i);
  }

  [[nodiscard]] std::uint32_t of(std::uint32_t i) {
    while (above_[i] != i) i = above_[i] = above_[above_[i]];
    return i;
  }

  // The set of both.
  std::uint32_t join(std::uint32_t one, std::uint32_t other) {
    one = of(one);
    other = of(other);
    if (other < one) std::swap(one, other);
    return above_[other] = one;
  }

 private:
  std::vector<std::uint32_t> above_;
};

}  // namespace relata
