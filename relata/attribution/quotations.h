// SPDX-License-Identifier: Apache-2.0
// Quotations that run on: sentences wholly inside quotation marks, with no saying of their own, belong to the saying before
// them, or, where a quotation of several sentences ends in "…, he said", to that one.
#pragma once

#include <vector>

#include "relata/attribution/clauses.h"
#include "relata/attribution/saying.h"

namespace relata {

// `sayings` in order of their cues; adds to their contents.
void carry_quotations(const Clauses& clauses, std::vector<Saying>& sayings);

}  // namespace relata
