// SPDX-License-Identifier: Apache-2.0
#include "relata/export/marked_text.h"

#include <algorithm>

namespace relata {

std::vector<Stretch> stretches(Span within, const std::vector<Claim>& claims) {
  std::vector<std::uint32_t> cuts = {within.begin, within.end};
  std::vector<std::uint32_t> touching;
  const auto cut = [&](std::uint32_t at) {
    if (within.begin < at && at < within.end) cuts.push_back(at);
  };
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    if (!within.overlaps(cover(claims[i].trigger, claims[i].evidence))) continue;
    touching.push_back(i);
    for (const Span span : {claims[i].trigger, claims[i].evidence}) {
      cut(span.begin);
      cut(span.end);
    }
  }
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  std::vector<Stretch> out;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    Stretch stretch{{cuts[i], cuts[i + 1]}, {}, {}, {}};
    for (const std::uint32_t claim : touching) {
      if (claims[claim].trigger.contains(stretch.span)) {
        stretch.triggers.push_back(claim);
        if (claims[claim].trigger.end == stretch.span.end) stretch.ending.push_back(claim);
      }
      if (claims[claim].evidence.contains(stretch.span)) stretch.evidence.push_back(claim);
    }
    out.push_back(std::move(stretch));
  }
  return out;
}

std::vector<Span> paragraphs(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r";
  std::vector<Span> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    if (const std::size_t first = line.find_first_not_of(kSpace); first != std::string_view::npos) {
      const std::size_t last = line.find_last_not_of(kSpace);
      out.push_back(
          {static_cast<std::uint32_t>(at + first), static_cast<std::uint32_t>(at + last + 1)});
    }
    at = end + 1;
  }
  return out;
}

}  // namespace relata
