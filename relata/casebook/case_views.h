// SPDX-License-Identifier: Apache-2.0
// The views of a casebook: what is shown of it, in tables of the same file (query/view_tables.h, and view_* beside them). They
// follow from the record and from what is known (CaseKnowledge) alone: the same record gives the same, whether it grew report
// by report or came at once, in whatever order. They can be thrown away at any time.
//
//   RELATA_TRY(const bool current, views_are_current(casebook, knowledge));
//   if (!current) RELATA_TRY(const RefreshOutcome outcome, refresh_views(casebook, knowledge, progress));
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "relata/casebook/case_knowledge.h"
#include "relata/casebook/casebook.h"

namespace relata {

// Whether the views hold all of the record, made with the same knowledge.
Result<bool> views_are_current(Casebook& casebook, const CaseKnowledge& knowledge);

struct RefreshOutcome {
  std::uint64_t reports = 0;    // put or put anew
  std::uint64_t incidents = 0;  // assessed
  // Decisions about claims that the latest reading of their report does not have; by entry.
  std::vector<std::uint64_t> lost;
};

// How far it is: so much of so much.
using RefreshProgress = std::function<void(std::uint64_t done, std::uint64_t of)>;

// Brings the views up to date, all or nothing. The casebook must be open for writing.
Result<RefreshOutcome> refresh_views(Casebook& casebook, const CaseKnowledge& knowledge,
                                     const RefreshProgress& progress);

}  // namespace relata
