// SPDX-License-Identifier: Apache-2.0
#include "relata/incidents/word_shares.h"

#include <algorithm>
#include <cmath>

#include "relata/accounts/compared_words.h"

namespace relata {
namespace {

constexpr float kUnlisted = 6;

}  // namespace

Result<WordShares> WordShares::load(const DataFolder& folder) {
  RELATA_TRY(const Table table, folder.table("report_words.tsv", {"word", "per_thousand"}));
  WordShares shares;
  for (const Table::Row& row : table.rows()) {
    RELATA_TRY(const double share, row.number("per_thousand"));
    if (share <= 0 || share > 1000) return Error{"no share of a thousand"}.with(row.where());
    const auto words = compared_words(row.cell("word"));
    if (words.size() != 1) return Error{"not one word"}.with(row.where());
    shares.weights_.emplace_back(words[0], static_cast<float>(-std::log(share / 1000)));
  }
  std::sort(shares.weights_.begin(), shares.weights_.end());
  return shares;
}

float WordShares::weight(std::uint32_t word) const {
  const auto at = std::lower_bound(weights_.begin(), weights_.end(), std::pair(word, -1.0F));
  return at != weights_.end() && at->first == word ? at->second : kUnlisted;
}

}  // namespace relata
