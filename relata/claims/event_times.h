// SPDX-License-Identifier: Apache-2.0
// When an event took place: the likeliest of the times that its sentence, the sentences around it and the report's lead
// state; for a happening without one, the days that a reader infers from the report's own day, without a span.
#pragma once

#include <optional>
#include <span>

#include "relata/claims/claim.h"
#include "relata/claims/slot_model.h"
#include "relata/claims/time_candidates.h"

namespace relata {

// What was chosen, which may be nothing, and how likely the model holds it.
struct TimeChoice {
  std::optional<When> when;
  float likelihood = 0;
};

class EventTimes {
 public:
  // Keeps references to all but the report.
  EventTimes(const SlotContext& context, std::span<const TimeExpression> times,
             const Report& report, const SlotModel& model);

  // Ask in order of the text: the days of earlier events are open to later ones.
  [[nodiscard]] TimeChoice choose(const Event& event);

 private:
  [[nodiscard]] std::optional<When> inferred(const Event& event) const;

  std::span<const TimeExpression> times_;
  std::optional<Date> anchor_;
  const SlotModel& model_;
  TimeCandidates candidates_;
  EarlierChoices earlier_;
};

}  // namespace relata
