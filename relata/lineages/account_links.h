// SPDX-License-Identifier: Apache-2.0
// AccountLink: a sign in the words of two accounts of different reports that they have one origin: their reports share text and
// so do their evidence, they hold the same quotation, or one report retells the other claim for claim. What follows from it
// is for lineages_of() to say.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "relata/lineages/lineage.h"
#include "relata/lineages/strand.h"

namespace relata {

struct AccountLink {
  std::uint32_t first = 0, second = 0;  // first < second
  TieKind kind = TieKind::copied_text;
  bool own_voices_only = false;  // says nothing of voices with names
  std::string what;
  auto operator<=>(const AccountLink&) const = default;
};

// The accounts must be ascending by key. The links ascend.
[[nodiscard]] std::vector<AccountLink> links_between(std::span<const Account* const> accounts,
                                                     std::span<const std::vector<Strand>> strands,
                                                     const ReportTies& ties);

}  // namespace relata
