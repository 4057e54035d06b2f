// SPDX-License-Identifier: Apache-2.0
// Near-copies: reports that share stretches of text, found by who shares fingerprints. What many unlike reports hold is
// boilerplate (a footer, a stock phrase, the background of a war) and proves nothing: a fingerprint counts only while its
// holders are of at most kMostKinds kinds. Copies of one text are mostly of one kind, so that a story printed a hundred times
// is still seen as copied.
//
// find_reuse() takes all reports at once; copy_table.h keeps the same pairs in a file as reports come and go. Both are pure
// functions of the set of reports.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "relata/accounts/report_id.h"
#include "relata/lineages/fingerprints.h"

namespace relata {

// Two reports of which one holds a good part of the other's text. first < second.
struct TextReuse {
  ReportId first, second;
  float share = 0;  // of the shorter one's fingerprints
  auto operator<=>(const TextReuse&) const = default;
};

// A report as the finder needs it.
struct PrintedReport {
  ReportId id;
  std::vector<std::uint64_t> prints;  // its fingerprints()
};

// Every pair of reports that share text, ascending. Each report once; in any order. `threads` changes nothing but the time.
[[nodiscard]] std::vector<TextReuse> find_reuse(std::span<const PrintedReport> reports,
                                                unsigned threads);

// The rules, which both forms of the finder go by.
inline constexpr std::size_t kMostKinds = 16;     // of the holders of a fingerprint that counts
inline constexpr std::size_t kMostHolders = 512;  // of a fingerprint that counts
inline constexpr std::uint32_t kLeastShared = 3;  // fingerprints
inline constexpr float kLeastShare = 0.12F;       // of the shorter one's fingerprints

// What kind of text it is, for counting kinds: by the fingerprints that are smallest in two orders, which near-copies mostly
// have in common and texts that share but a paragraph seldom do.
[[nodiscard]] std::uint16_t kind_of_text(std::span<const std::uint64_t> prints);

// The share of the shorter report that is shared, if that is reuse.
[[nodiscard]] std::optional<float> reuse_share(std::uint32_t shared, std::size_t first_prints,
                                               std::size_t second_prints);

}  // namespace relata
