// SPDX-License-Identifier: Apache-2.0
// PageRequest and FoundPage: lists are asked for a page at a time. Every order is whole: what is equal in what it is sorted by
// is ordered by its key, so that pages fit together whatever was added between them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace relata {

enum class SortBy : std::uint8_t {
  date,      // incidents, accounts, reports
  grade,     // incidents
  lineages,  // incidents
  killed,    // incidents
  place,     // incidents
  claims,    // voices
  name       // voices; reports by the name they came under
};
[[nodiscard]] std::string_view name_of(SortBy);
[[nodiscard]] std::optional<SortBy> sort_by_of(std::string_view);

inline constexpr std::uint32_t kLargestPage = 10'000;

struct PageRequest {
  std::optional<SortBy> sort;  // nothing: date; for voices: claims, most first
  bool descending = false;
  std::uint32_t size = 50;  // 1 to kLargestPage
  std::string after;        // `next` of the page before; "": from the first on
};

template <typename Row>
struct FoundPage {
  std::vector<Row> rows;
  std::string next;  // for PageRequest::after; "": there are no more
};

}  // namespace relata
