// SPDX-License-Identifier: Apache-2.0
#include "relata/text/word_input.h"

#include "relata/model/feature.h"

namespace relata {

std::array<std::uint32_t, kAffixes> affix_rows(const WordView& view, std::uint32_t rows) {
  const std::array<Feature, kAffixes> features = {
      feature(0, view.suffix[0]),
      feature(1, view.suffix[1]),
      feature(2, view.suffix[2]),
      feature(3, view.suffix[3]),
      feature(4, view.prefix[0]),
      feature(5, view.prefix[1]),
      feature(6, view.prefix[2]),
      feature(7, view.shape),
      feature(8, view.form),
      feature(9, view.capital, view.all_capitals, view.size < 8 ? view.size : 8)};
  std::array<std::uint32_t, kAffixes> found{};
  for (std::size_t i = 0; i < kAffixes; ++i)
    found[i] = static_cast<std::uint32_t>(features[i] % rows);
  return found;
}

}  // namespace relata
