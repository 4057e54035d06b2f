// SPDX-License-Identifier: Apache-2.0
// Paragraphs: blank lines part them, and so do line ends, but for lines that are plainly wrapped: a block of lines of nearly
// one width, each too full for the next line's first word, or a next line that goes on in small letters.
// Spans that stand apart (the title, a dateline) are paragraphs of their own.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "relata/base/span.h"

namespace relata {

// In the order of the text; no paragraph is empty or begins or ends in white space. `apart` is sorted and does not overlap.
[[nodiscard]] std::vector<Span> find_paragraphs(std::string_view text, std::span<const Span> apart);

}  // namespace relata
