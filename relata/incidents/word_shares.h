// SPDX-License-Identifier: Apache-2.0
// WordShares: in how many reports of armed conflict a word stands (data/report_words.tsv). A fixed table rather than the
// casebook's own counts: so that what two episodes share does not change with every report that is added.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "relata/base/data_folder.h"

namespace relata {

class WordShares {
 public:
  static Result<WordShares> load(const DataFolder& folder);
  // Minus the natural logarithm of the share; of a word that the table lacks, more than of any other.
  [[nodiscard]] float weight(std::uint32_t word) const;

 private:
  std::vector<std::pair<std::uint32_t, float>> weights_;  // ascending by word
};

}  // namespace relata
