// SPDX-License-Identifier: Apache-2.0
// The counts that may belong to an event: those of its sentence that an event of its type can have.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "relata/claims/candidate.h"
#include "relata/claims/slot_context.h"
#include "relata/quantities/quantity.h"

namespace relata {

class CountCandidates {
 public:
  // Keeps references: both must outlive this. `quantities` in order of the text.
  CountCandidates(const SlotContext& context, std::span<const Quantity> quantities);

  [[nodiscard]] std::vector<Candidate> of(const Event& event) const;

 private:
  [[nodiscard]] Candidate candidate(const Event& event, std::uint32_t index) const;

  const SlotContext& context_;
  std::span<const Quantity> quantities_;
};

// What a count means at an event of this type: people at a displacement are the displaced. Nothing: no event of this
// type has such a count.
[[nodiscard]] std::optional<CountOf> meaning_at(EventType type, CountOf of);

}  // namespace relata
