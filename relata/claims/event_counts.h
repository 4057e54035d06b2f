// SPDX-License-Identifier: Apache-2.0
// Which counts of a sentence belong to which of its events. Each count goes to one event only: a number is never
// counted twice.
#pragma once

#include <span>
#include <vector>

#include "relata/claims/claim.h"
#include "relata/claims/slot_context.h"
#include "relata/claims/slot_model.h"
#include "relata/quantities/quantity.h"

namespace relata {

// The counts of each event, in the order of `events`. A count that no event of its sentence is likely to have is left out.
[[nodiscard]] std::vector<std::vector<Count>> counts_of_events(const SlotContext& context,
                                                               std::span<const Quantity> quantities,
                                                               std::span<const Event> events,
                                                               const SlotModel& model);

}  // namespace relata
