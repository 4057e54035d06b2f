// SPDX-License-Identifier: Apache-2.0
// Which counts of a sentence belong to which of its events. Each count goes to one event only: a number is never
// counted twice.
#pragma once

#include <span>
#include <vector>

#include "relata/claims/claim.h"
#include "relata/events/event.h"
#include "relata/quantities/quantity.h"
#include "relata/text/document.h"

namespace relata {

// The counts of each event, in the order of `events`. Counts that no event of their sentence can carry are left out.
[[nodiscard]] std::vector<std::vector<Count>> counts_of_events(const Document& document,
                                                               std::span<const Quantity> quantities,
                                                               std::span<const Event> events);

}  // namespace relata
