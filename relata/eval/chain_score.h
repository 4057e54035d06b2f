// SPDX-License-Identifier: Apache-2.0
// How well a grouping of mentions agrees with the gold one, by the three measures of the CoNLL 2011 task: MUC counts links,
// B-cubed looks from each mention, CEAF-e aligns group with group; their mean F1 is the CoNLL score. All mentions of the one
// are mentions of the other; groups of one mention count (but for MUC, which has no links for them).
//
//   const ChainScores scores = score_chains({0, 0, 1}, {5, 6, 6});
#pragma once

#include <cstdint>
#include <vector>

namespace relata {

struct ChainScore {
  double precision = 0, recall = 0;
  [[nodiscard]] double f1() const {
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
  }
};

struct ChainScores {
  ChainScore muc, b_cubed, ceaf_e;
  [[nodiscard]] double conll() const { return (muc.f1() + b_cubed.f1() + ceaf_e.f1()) / 3; }
};

// Of each mention the number of its group.
[[nodiscard]] ChainScores score_chains(const std::vector<std::uint32_t>& gold,
                                       const std::vector<std::uint32_t>& system);

// The assignment of rows to columns with the largest sum: of each row its column, or the number of columns for none. Rows may
// not outnumber columns.
[[nodiscard]] std::vector<std::size_t> best_assignment(
    const std::vector<std::vector<double>>& gain);

}  // namespace relata
