// SPDX-License-Identifier: Apache-2.0
// The times at which an event may have happened: those of its sentence, of the sentences around, of the lead, and of
// the events before.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "relata/claims/candidate.h"
#include "relata/claims/earlier_choices.h"
#include "relata/claims/slot_context.h"
#include "relata/ingest/report.h"
#include "relata/times/time_expression.h"

namespace relata {

class TimeCandidates {
 public:
  // Keeps references to `context` and `times`, which must outlive this. The report's own date line is no candidate.
  TimeCandidates(const SlotContext& context, std::span<const TimeExpression> times,
                 const Report& report);

  [[nodiscard]] std::vector<Candidate> of(const Event& event, const EarlierChoices& earlier) const;

  // The days that the report's lead is about, if it states them: a short stretch of time, fresh when the report came out.
  [[nodiscard]] std::optional<Period> lead() const;

 private:
  [[nodiscard]] bool usable(std::uint32_t time) const;
  [[nodiscard]] Candidate candidate(const Event& event, std::uint32_t time,
                                    std::uint32_t rank) const;

  const SlotContext& context_;
  std::span<const TimeExpression> times_;
  std::optional<Date> anchor_;    // the day the report speaks from
  std::optional<Span> dateline_;  // where the report dates itself
  std::vector<TokenIndex> heads_;
  std::vector<std::uint32_t> first_of_;  // first time at or after the start of each sentence
  std::optional<std::uint32_t> lead_;
};

}  // namespace relata
