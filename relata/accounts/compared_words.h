// SPDX-License-Identifier: Apache-2.0
// The words of an account as numbers, so that accounts of many reports can be compared without their texts.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "relata/base/span.h"

namespace relata {

// Sorted hashes of the folded words of four letters and more, without repeats.
[[nodiscard]] std::vector<std::uint32_t> compared_words(std::string_view words);

// A stretch between quotation marks of five words and more, within one paragraph.
struct QuotedStretch {
  Span span;               // without its marks
  std::uint64_t hash = 0;  // of its folded words
};
[[nodiscard]] std::vector<QuotedStretch> quoted_stretches(std::string_view text);

}  // namespace relata
