// SPDX-License-Identifier: Apache-2.0
// EarlierChoices: which place, or which time, the events before this one were given, by its index: the last of them, and the
// last of a type. What is told next is often told of the same place and day.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "relata/events/event.h"

namespace relata {

class EarlierChoices {
 public:
  void give(EventType type, std::uint32_t choice) {
    last_ = choice;
    of_type_[static_cast<std::size_t>(type)] = choice;
  }
  [[nodiscard]] std::optional<std::uint32_t> last() const { return last_; }
  [[nodiscard]] std::optional<std::uint32_t> last_of(EventType type) const {
    return of_type_[static_cast<std::size_t>(type)];
  }

 private:
  std::optional<std::uint32_t> last_;
  std::array<std::optional<std::uint32_t>, kEventTypes> of_type_;
};

}  // namespace relata
