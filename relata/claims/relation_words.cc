// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/relation_words.h"

#include <algorithm>

namespace relata {

namespace {

constexpr std::array<std::string_view, kRelationWords> kRoles = {
    "supports", "verify", "verification", "cannot", "able", "general", "definite", "new"};

}  // namespace

Result<RelationWords> RelationWords::load(const DataFolder& folder) {
  RELATA_TRY(const Table table, folder.table("relation_words.tsv", {"lemma", "role"}));
  RelationWords words;
  for (const Table::Row& row : table.rows()) {
    const auto* const at = std::find(kRoles.begin(), kRoles.end(), row.cell("role"));
    if (at == kRoles.end())
      return Error{row.where() + ": no role: " + std::string(row.cell("role"))};
    words.of_[static_cast<std::size_t>(at - kRoles.begin())].emplace(row.cell("lemma"));
  }
  return words;
}

}  // namespace relata
