// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/event_counts.h"

#include <algorithm>
#include <optional>

#include "relata/claims/locate.h"

namespace relata {

namespace {

bool harms_people(EventType type) {
  switch (type) {
    case EventType::execution:
    case EventType::massacre:
    case EventType::killing:
    case EventType::shooting:
    case EventType::shelling:
    case EventType::airstrike:
    case EventType::bombing:
    case EventType::suicide_bombing:
    case EventType::chemical_attack:
    case EventType::attack:
    case EventType::torture:
    case EventType::sexual_violence:
    case EventType::clash:
    case EventType::offensive:
    case EventType::toll:
      return true;
    default:
      return false;
  }
}

// Whether an event of this type can have this count.
bool can_carry(EventType type, CountOf of) {
  switch (of) {
    case CountOf::killed:
    case CountOf::injured:
    case CountOf::killed_or_injured:
    case CountOf::missing:
      return harms_people(type) || type == EventType::capture || type == EventType::destruction;
    case CountOf::displaced:
      return type == EventType::displacement || type == EventType::evacuation || type == EventType::toll;
    case CountOf::detained:
      return type == EventType::detention || type == EventType::abduction;
    case CountOf::abducted:
      return type == EventType::abduction || type == EventType::detention;
    case CountOf::evacuated:
      return type == EventType::evacuation || type == EventType::displacement;
    case CountOf::trapped:
      return type == EventType::siege || type == EventType::crisis;
    case CountOf::strikes:
      return harms_people(type);
    case CountOf::share_of_area:
      return type == EventType::holding || type == EventType::capture || type == EventType::withdrawal ||
             type == EventType::siege || type == EventType::destruction;
    case CountOf::people:
      return type == EventType::gathering || type == EventType::aid_delivery || type == EventType::crisis ||
             type == EventType::siege || type == EventType::displacement || type == EventType::evacuation;
  }
  return false;
}

// What a count of people without a word for what befell them means at this event.
CountOf meaning_at(EventType type, CountOf of) {
  if (of != CountOf::people) return of;
  switch (type) {
    case EventType::displacement: return CountOf::displaced;
    case EventType::evacuation: return CountOf::evacuated;
    case EventType::siege: return CountOf::trapped;
    case EventType::detention: return CountOf::detained;
    case EventType::abduction: return CountOf::abducted;
    default: return of;
  }
}

float cost(const Document& document, const Quantity& quantity, const Event& event) {
  const auto distance = tree_distance(document, quantity.head, event.head);
  const auto apart = quantity.head > event.head ? quantity.head - event.head : event.head - quantity.head;
  float cost = static_cast<float>(distance.value_or(20)) + 0.1f * static_cast<float>(apart);
  if (quantity.governor == event.head) cost -= 5.0f;
  if (event.evidence.contains(quantity.span)) cost -= 2.0f;
  if (event.type == EventType::toll) cost += 1.0f;
  return cost;
}

}  // namespace

std::vector<std::vector<Count>> counts_of_events(const Document& document,
                                                 std::span<const Quantity> quantities,
                                                 std::span<const Event> events) {
  std::vector<std::vector<Count>> counts(events.size());
  std::size_t first = 0;  // the first event of the quantity's sentence
  for (const Quantity& quantity : quantities) {
    if (!quantity.of || (!quantity.low && !quantity.high)) continue;
    const std::uint32_t sentence = document.tokens[quantity.head].sentence;
    while (first < events.size() && document.tokens[events[first].head].sentence < sentence) ++first;
    std::optional<std::size_t> best;
    float best_cost = 0;
    for (std::size_t i = first; i < events.size(); ++i) {
      if (document.tokens[events[i].head].sentence != sentence) break;
      if (!can_carry(events[i].type, *quantity.of)) continue;
      const float suits = cost(document, quantity, events[i]);
      if (!best || suits < best_cost) {
        best = i;
        best_cost = suits;
      }
    }
    if (!best) continue;
    const CountOf of = meaning_at(events[*best].type, *quantity.of);
    counts[*best].push_back(Count{quantity.span, of, quantity.who, quantity.low, quantity.high});
  }
  return counts;
}

}  // namespace relata
