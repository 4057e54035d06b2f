// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/event_counts.h"

#include <algorithm>

#include "relata/claims/count_candidates.h"

namespace relata {

namespace {

constexpr float kLeastLikely = 0.4F;  // chosen by cross-validation

}  // namespace

std::vector<std::vector<Count>> counts_of_events(const SlotContext& context,
                                                 std::span<const Quantity> quantities,
                                                 std::span<const Event> events,
                                                 const SlotModel& model) {
  std::vector<std::vector<Count>> counts(events.size());
  const CountCandidates candidates(context, quantities);
  for (std::uint32_t i = 0; i < quantities.size(); ++i) {
    const std::vector<Candidate> owners = candidates.of(i);
    const std::vector<float> likelihoods = model.likelihoods(ClaimSlot::count, owners);
    const auto best = std::max_element(likelihoods.begin(), likelihoods.end());
    if (best == likelihoods.end() || *best < kLeastLikely) continue;
    const std::uint32_t owner = owners[static_cast<std::size_t>(best - likelihoods.begin())].index;
    const Quantity& quantity = quantities[i];
    const CountOf of = *meaning_at(events[owner].type, *quantity.of);
    const float confidence = model.calibration().slot(ClaimSlot::count, *best);
    counts[owner].push_back(
        Count{quantity.span, of, quantity.who, quantity.low, quantity.high, confidence});
  }
  return counts;
}

}  // namespace relata
