// SPDX-License-Identifier: Apache-2.0
// Near-copies: reports that share stretches of text. Each text is cut into shingles of words, of which winnowing keeps a few
// (Schleimer, Wilkerson, Aiken 2003); an inverted index finds who shares them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "relata/accounts/report_id.h"

namespace relata {

// The fingerprints of a text, sorted, without repeats. Pure: the same text gives the same.
[[nodiscard]] std::vector<std::uint64_t> fingerprints(std::string_view text);

// Two reports of which one holds a good part of the other's text. first < second.
struct TextReuse {
  ReportId first, second;
  float share = 0;  // of the shorter one's fingerprints
  auto operator<=>(const TextReuse&) const = default;
};

}  // namespace relata
