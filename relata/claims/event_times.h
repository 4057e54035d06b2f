// SPDX-License-Identifier: Apache-2.0
// When an event took place: the time its clause states, else the day of telling where that is all the lead gives
// ("…, the Observatory said Monday"), else the days that a reader infers from the report's own day, without a span.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "relata/claims/claim.h"
#include "relata/events/event.h"
#include "relata/text/document.h"
#include "relata/times/time_expression.h"

namespace relata {

class EventTimes {
 public:
  // Keeps references: all must outlive this. `events` in order of the text. `anchor`: the day the report speaks from.
  EventTimes(const Document& document, std::span<const TimeExpression> times,
             std::span<const Event> events, std::optional<Date> anchor);

  [[nodiscard]] std::optional<When> choose(const Event& event) const;

 private:
  [[nodiscard]] std::optional<When> in_sentence(const Event& event) const;
  [[nodiscard]] float cost(const Event& event, std::size_t time) const;
  [[nodiscard]] std::optional<When> inferred(const Event& event) const;

  const Document& document_;
  std::span<const TimeExpression> times_;
  std::span<const Event> events_;
  std::optional<Date> anchor_;
  std::vector<TokenIndex> heads_;  // of each time
  std::optional<Period> lead_;     // the days that the report's lead is about
};

}  // namespace relata
