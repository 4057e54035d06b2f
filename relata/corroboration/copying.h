// SPDX-License-Identifier: Apache-2.0
// Copying: which sources copy each other, seen in the wrong answers that they share (the idea of Dong, Berti-Equille and
// Srivastava 2009): two voices may both be right by themselves, but seldom make the same rare mistake.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "relata/corroboration/vote.h"

namespace relata {

// How likely it is that one of two sources copies the other; pairs that answer too few questions in common are left out.
class Copying {
 public:
  Copying() = default;
  Copying(std::span<const Question> questions, const Vote& so_far, const VoteSettings& settings);

  [[nodiscard]] double chance(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] bool empty() const { return chances_.empty(); }

 private:
  std::unordered_map<std::uint64_t, double> chances_;  // looked up, never walked
};

}  // namespace relata
