// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/event_times.h"

#include <algorithm>

#include "relata/claims/locate.h"

namespace relata {

namespace {

constexpr std::uint32_t kLeadSentences = 4;         // the title and the first sentences after it
constexpr std::chrono::days kFresh{10};             // a lead tells of days at most this long before the report
constexpr std::chrono::days kLongestLead{4};        // and of no longer stretch than this

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

bool is_usable(const TimeExpression& time) { return time.period && time.type != TimexType::set; }

}  // namespace

EventTimes::EventTimes(const Document& document, std::span<const TimeExpression> times,
                       std::span<const Event> events, std::optional<Date> anchor)
    : document_(document), times_(times), events_(events), anchor_(anchor) {
  for (const TimeExpression& time : times) heads_.push_back(head_of(document, time.core));
  for (std::size_t i = 0; i < times.size() && !lead_; ++i) {
    if (document.tokens[heads_[i]].sentence >= kLeadSentences) break;
    if (!is_usable(times[i])) continue;
    const Period period = *times[i].period;
    const bool fresh = !anchor || (period.to <= *anchor + std::chrono::days(1) && *anchor - period.to <= kFresh);
    if (fresh && period.to - period.from <= kLongestLead) lead_ = period;
  }
}

// How little this time of the event's own sentence suits the event.
float EventTimes::cost(const Event& event, std::size_t time) const {
  const auto distance = tree_distance(document_, event.head, heads_[time]);
  const auto apart = event.head > heads_[time] ? event.head - heads_[time] : heads_[time] - event.head;
  float cost = static_cast<float>(distance.value_or(20)) + 0.1f * static_cast<float>(apart);
  if (times_[time].utterance) cost += 10.0f;
  if (event.evidence.contains(times_[time].core)) cost -= 2.0f;
  return cost;
}

std::optional<When> EventTimes::in_sentence(const Event& event) const {
  const std::uint32_t sentence = document_.tokens[event.head].sentence;
  std::optional<std::size_t> best;
  float best_cost = 0;
  const auto starts_before = [&](TokenIndex head, std::uint32_t number) {
    return document_.tokens[head].sentence < number;
  };
  const auto first = std::lower_bound(heads_.begin(), heads_.end(), sentence, starts_before);
  for (auto i = static_cast<std::size_t>(first - heads_.begin()); i < heads_.size(); ++i) {
    if (document_.tokens[heads_[i]].sentence != sentence) break;
    if (!is_usable(times_[i]) || (times_[i].utterance && !is_happening(event))) continue;
    const float suits = cost(event, i);
    if (!best || suits < best_cost) {
      best = i;
      best_cost = suits;
    }
  }
  if (!best) return std::nullopt;
  return When{times_[*best].span, *times_[*best].period};
}

std::optional<When> EventTimes::inferred(const Event& event) const {
  if (!is_happening(event)) return std::nullopt;
  if (lead_) return When{std::nullopt, *lead_};
  if (anchor_) return When{std::nullopt, Period{*anchor_ - std::chrono::days(1), *anchor_}};
  return std::nullopt;
}

std::optional<When> EventTimes::choose(const Event& event) const {
  if (auto stated = in_sentence(event)) return stated;
  return inferred(event);
}

}  // namespace relata
