// SPDX-License-Identifier: Apache-2.0
// A paragraph cut where claims begin and end, so that words which several claims share can be marked with all of them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "relata/claims/claim.h"

namespace relata {

// A stretch of text over which nothing begins or ends.
struct Stretch {
  Span span;
  std::vector<std::uint32_t> triggers;  // indexes of the claims whose trigger holds it
  std::vector<std::uint32_t> ending;    // of these, the ones whose trigger ends here
  std::vector<std::uint32_t> evidence;  // indexes of the claims whose evidence holds it
};

// The stretches of `within`, in order, without gaps.
[[nodiscard]] std::vector<Stretch> stretches(Span within, const std::vector<Claim>& claims);

// The lines of a text that hold more than space, without the space around them.
[[nodiscard]] std::vector<Span> paragraphs(std::string_view text);

}  // namespace relata
