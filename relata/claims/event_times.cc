// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/event_times.h"

#include <numeric>

namespace relata {

namespace {

// Chosen by cross-validation: from the first on, the time is stated; from the second on, a reader would infer it.
constexpr float kStated = 0.9F;
constexpr float kInferred = 0.05F;

// Happenings that news tells while they are fresh; states, plans and speech have no day unless the text gives one.
bool is_happening(const Event& event) {
  if (is_speech_act(event.type)) return false;
  switch (event.type) {
    case EventType::holding:
    case EventType::siege:
    case EventType::crisis:
    case EventType::agreement:
    case EventType::negotiation:
    case EventType::investigation:
      return false;
    default:
      return event.status == Status::asserted || event.status == Status::alleged;
  }
}

}  // namespace

EventTimes::EventTimes(const SlotContext& context, std::span<const TimeExpression> times,
                       const Report& report, const SlotModel& model)
    : times_(times), anchor_(report.anchor()), model_(model), candidates_(context, times, report) {}

std::optional<When> EventTimes::inferred(const Event& event) const {
  if (!is_happening(event)) return std::nullopt;
  if (const auto lead = candidates_.lead()) return When{std::nullopt, *lead};
  if (anchor_) return When{std::nullopt, Period{*anchor_ - std::chrono::days(1), *anchor_}};
  return std::nullopt;
}

TimeChoice EventTimes::choose(const Event& event) {
  const std::vector<Candidate> candidates = candidates_.of(event, earlier_);
  const std::vector<float> likelihoods = model_.likelihoods(ClaimSlot::time, candidates);
  const float none = 1.0F - std::accumulate(likelihoods.begin(), likelihoods.end(), 0.0F);
  std::optional<std::uint32_t> best;
  float best_likelihood = kInferred;
  for (const Candidate& candidate : candidates) {
    const TimeExpression& time = times_[candidate.index];
    float likelihood = 0;  // of the days, however often they are named
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (times_[candidates[i].index].period == time.period) likelihood += likelihoods[i];
    }
    if (likelihood <= best_likelihood) continue;
    best = candidate.index;
    best_likelihood = likelihood;
  }
  if (!best) return {inferred(event), none};
  earlier_.give(event.type, *best);
  const TimeExpression& time = times_[*best];
  const bool stated = best_likelihood >= kStated;
  return {When{stated ? std::optional(time.span) : std::nullopt, *time.period}, best_likelihood};
}

}  // namespace relata
