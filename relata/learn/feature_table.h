// SPDX-License-Identifier: Apache-2.0
// FeatureTable: gives each feature the number of its row while training; open addressing over the
// features themselves.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "relata/model/feature.h"

namespace relata {

class FeatureTable {
 public:
  FeatureTable() : slots_(1U << 16) {}

  [[nodiscard]] std::uint32_t size() const { return size_; }

  // The row of a feature that was inserted before.
  [[nodiscard]] std::optional<std::uint32_t> find(Feature feature) const {
    const Slot& slot = slots_[place(slots_, feature)];
    if (slot.row == kFree) return std::nullopt;
    return slot.row;
  }

  // Its row, a new one (the next number) if there is none.
  std::uint32_t insert(Feature feature) {
    if ((std::uint64_t{size_} + 1) * 3 > slots_.size() * 2) grow();
    Slot& slot = slots_[place(slots_, feature)];
    if (slot.row == kFree) slot = {feature, size_++};
    return slot.row;
  }

  // All features by row.
  [[nodiscard]] std::vector<Feature> features() const {
    std::vector<Feature> features(size_);
    for (const Slot& slot : slots_) {
      if (slot.row != kFree) features[slot.row] = slot.feature;
    }
    return features;
  }

  void prefetch(Feature feature) const {
    __builtin_prefetch(&slots_[feature & (slots_.size() - 1)]);
  }

 private:
  static constexpr std::uint32_t kFree = UINT32_MAX;
  struct Slot {
    Feature feature = 0;
    std::uint32_t row = kFree;
  };

  static std::size_t place(const std::vector<Slot>& slots, Feature feature) {
    std::size_t at = feature & (slots.size() - 1);
    while (slots[at].row != kFree && slots[at].feature != feature)
      at = (at + 1) & (slots.size() - 1);
    return at;
  }
  void grow() {
    std::vector<Slot> larger(slots_.size() * 2);
    for (const Slot& slot : slots_) {
      if (slot.row != kFree) larger[place(larger, slot.feature)] = slot;
    }
    slots_ = std::move(larger);
  }

  std::vector<Slot> slots_;
  std::uint32_t size_ = 0;
};

}  // namespace relata
