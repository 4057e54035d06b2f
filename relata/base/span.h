// SPDX-License-Identifier: Apache-2.0
// Span: a stretch of a report's frozen text, in bytes, half open. Every value that Relata states carries one.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace relata {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  auto operator<=>(const Span&) const = default;
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin == end; }
  [[nodiscard]] bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
};

// The smallest span that holds both.
[[nodiscard]] inline Span cover(Span a, Span b) {
  return Span{std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

// The words of a span. The span must lie within the text.
[[nodiscard]] inline std::string_view words_of(std::string_view text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

}  // namespace relata
