// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/count_candidates.h"

#include <algorithm>

namespace relata {

namespace {

enum Template : std::uint32_t {
  kBias = 400,
  kType,
  kOf,
  kTypeOf,
  kGovernor,
  kPart,
  kRival,
  kStatus,
  kSpeech
};

// Whether an event of this type can have this count.
bool can_carry(EventType type, CountOf of) {
  switch (of) {
    case CountOf::killed:
    case CountOf::injured:
    case CountOf::killed_or_injured:
    case CountOf::missing:
      return is_violent(type) || type == EventType::clash || type == EventType::offensive ||
             type == EventType::torture || type == EventType::sexual_violence ||
             type == EventType::capture || type == EventType::destruction ||
             type == EventType::weapons_disruption || type == EventType::siege;
    case CountOf::displaced:
      return type == EventType::displacement || type == EventType::evacuation ||
             type == EventType::toll;
    case CountOf::detained:
    case CountOf::abducted:
      return type == EventType::abduction || type == EventType::detention ||
             type == EventType::toll;
    case CountOf::evacuated:
      return type == EventType::evacuation || type == EventType::displacement;
    case CountOf::trapped:
      return type == EventType::siege || type == EventType::crisis ||
             type == EventType::displacement;
    case CountOf::strikes:
      return is_violent(type) || type == EventType::clash || type == EventType::violation;
    case CountOf::share_of_area:
      return type == EventType::holding || type == EventType::capture ||
             type == EventType::withdrawal || type == EventType::siege ||
             type == EventType::destruction;
    case CountOf::people:
      return !is_speech_act(type) && type != EventType::negotiation && type != EventType::agreement;
  }
  return false;
}

}  // namespace

std::optional<CountOf> meaning_at(EventType type, CountOf of) {
  if (!can_carry(type, of)) return std::nullopt;
  if (of != CountOf::people) return of;
  switch (type) {
    case EventType::displacement:
      return CountOf::displaced;
    case EventType::evacuation:
      return CountOf::evacuated;
    case EventType::siege:
      return CountOf::trapped;
    case EventType::detention:
      return CountOf::detained;
    case EventType::abduction:
      return CountOf::abducted;
    default:
      return of;
  }
}

CountCandidates::CountCandidates(const SlotContext& context, std::span<const Quantity> quantities)
    : context_(context), quantities_(quantities) {}

Candidate CountCandidates::candidate(const Event& event, const Quantity& quantity) const {
  Candidate candidate{context_.index_of(event), {}};
  auto& out = candidate.features;
  const auto type = static_cast<std::uint64_t>(event.type);
  const auto of = static_cast<std::uint64_t>(*quantity.of);
  const auto rivals = context_.events_of(context_.document().tokens[event.head].sentence);
  const auto carriers = std::count_if(rivals.begin(), rivals.end(), [&](const Event& rival) {
    return rival.head != event.head && meaning_at(rival.type, *quantity.of).has_value();
  });
  out.push_back(feature(kBias, 1));
  out.push_back(feature(kType, type));
  out.push_back(feature(kOf, of));
  out.push_back(feature(kTypeOf, type, of));
  out.push_back(
      feature(kGovernor, quantity.governor == event.head, quantity.governor == kNoToken, of));
  out.push_back(feature(kPart, quantity.part, of));
  out.push_back(feature(kRival, std::min<std::ptrdiff_t>(carriers, 3), type));
  out.push_back(feature(kRival, std::min<std::ptrdiff_t>(carriers, 3), of));
  out.push_back(feature(kStatus, static_cast<std::uint64_t>(event.status)));
  context_.pair_features(event, quantity.head, out);
  return candidate;
}

std::vector<Candidate> CountCandidates::of(std::uint32_t index) const {
  const Quantity& quantity = quantities_[index];
  std::vector<Candidate> candidates;
  if (!quantity.of || (!quantity.low && !quantity.high)) return candidates;
  for (const Event& event :
       context_.events_of(context_.document().tokens[quantity.head].sentence)) {
    if (meaning_at(event.type, *quantity.of)) candidates.push_back(candidate(event, quantity));
  }
  return candidates;
}

}  // namespace relata
