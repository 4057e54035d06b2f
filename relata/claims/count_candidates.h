// SPDX-License-Identifier: Apache-2.0
// The events that a count may belong to: those of its sentence that can have a count of its kind.
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

  // The events, by their index, that this quantity may belong to.
  [[nodiscard]] std::vector<Candidate> of(std::uint32_t quantity) const;

 private:
  [[nodiscard]] Candidate candidate(const Event& event, const Quantity& quantity) const;

  const SlotContext& context_;
  std::span<const Quantity> quantities_;
};

// What a count means at an event of this type: people at a displacement are the displaced. Nothing: no event of this
// type has such a count.
[[nodiscard]] std::optional<CountOf> meaning_at(EventType type, CountOf of);

}  // namespace relata
