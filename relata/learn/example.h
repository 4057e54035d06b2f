// SPDX-License-Identifier: Apache-2.0
// Example: features and the label they should give. And the order in which trainers see examples:
// shuffled by a fixed generator of our own, because the standard library's shuffle differs from one
// library to the next.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "relata/model/feature.h"

namespace relata {

struct Example {
  std::vector<Feature> features;
  std::uint32_t label = 0;
};

class Shuffle {
 public:
  explicit Shuffle(std::uint64_t seed) : state_(seed) {}
  [[nodiscard]] std::uint64_t next() { return mix(state_ += 0x9E3779B97F4A7C15U); }
  [[nodiscard]] std::uint64_t below(std::uint64_t bound) { return next() % bound; }
  template <typename T>
  void operator()(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  std::uint64_t state_;
};

// 0, 1, … size-1.
[[nodiscard]] inline std::vector<std::uint32_t> numbers_to(std::size_t size) {
  std::vector<std::uint32_t> order(size);
  for (std::uint32_t i = 0; i < size; ++i) order[i] = i;
  return order;
}

}  // namespace relata
