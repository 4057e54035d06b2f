// SPDX-License-Identifier: Apache-2.0
// Quantity: how many, of whom, and what happened to them, as words and an interval.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "relata/base/span.h"
#include "relata/text/document.h"

namespace relata {

enum class CountOf : std::uint8_t {
  killed,
  injured,
  killed_or_injured,
  displaced,
  detained,
  abducted,
  evacuated,
  missing,
  trapped,
  people,
  strikes,
  share_of_area
};
[[nodiscard]] std::string_view name_of(CountOf);
[[nodiscard]] std::optional<CountOf> count_of(std::string_view);

struct Quantity {
  Span span;                        // "at least 70 civilians", "more than three-quarters"
  TokenIndex head = 0;              // the counted noun, or the number itself
  std::optional<double> low, high;  // "at least 70" -> 70, nothing; a share is a fraction of 1
  std::optional<CountOf>
      of;           // what happened to them, by the words around; nothing if not told here
  std::string who;  // "civilians", "women and children"
  TokenIndex governor = kNoToken;  // the event word that `of` was read from ("killed"), if any
  bool part = false;  // a part of a whole that stands beside it: "including six children"
};

}  // namespace relata
