// SPDX-License-Identifier: Apache-2.0
// The ties that a lineage shows: as many as hold its accounts together and no more, the most telling kinds first.
#pragma once

#include <span>
#include <vector>

#include "relata/lineages/account_links.h"
#include "relata/lineages/strand.h"

namespace relata {

[[nodiscard]] std::vector<Tie> spanning_ties(std::span<const Account* const> accounts,
                                             std::span<const Strand* const> members,
                                             std::span<const AccountLink> links);

}  // namespace relata
