// SPDX-License-Identifier: Apache-2.0
#include "relata/events/find_events.h"

#include <cmath>
#include <optional>

#include "relata/events/candidate.h"
#include "relata/events/event_features.h"
#include "relata/events/evidence.h"
#include "relata/events/participants.h"

namespace relata {
namespace {

struct Verdict {
  EventType type = EventType::attack;
  float probability = 0;
};

// The likeliest type of a candidate.
class Judge {
 public:
  Judge(const Document& document, const EventCandidates& candidates, const EventModel& model)
      : candidates_(candidates), model_(model), features_(document, candidates) {}

  Verdict of(std::uint32_t index) {
    features_.observe(index);
    Verdict best;
    for (const EventType type : candidates_.list[index].types) {
      features_.pair(type, pair_);
      std::array<float, 2> odds{};
      model_.classifier().probabilities(pair_, odds);
      if (odds[1] > best.probability) best = {type, odds[1]};
    }
    return best;
  }

 private:
  const EventCandidates& candidates_;
  const EventModel& model_;
  EventFeatures features_;
  std::vector<Feature> pair_;
};

Event event_of(const Document& document, const EventCandidates& candidates,
               const EventCandidate& candidate, Verdict verdict, const EventKnowledge& knowledge) {
  Event event;
  event.type = verdict.type;
  event.trigger = document.span_of(candidate.first, candidate.last);
  event.head = candidate.head;
  event.evidence = evidence_for(document, candidate);
  event.status = candidate.status.status;
  event.confidence = verdict.probability;
  add_participants(document, candidates, candidate, knowledge.triggers.frames(), knowledge.victims,
                   event);
  return event;
}

}  // namespace

std::vector<Event> find_events(const Document& document, const EventModel& model) {
  const EventKnowledge& knowledge = model.knowledge();
  const EventCandidates candidates =
      find_candidates(document, knowledge.triggers, knowledge.status);
  Judge judge(document, candidates, model);
  std::vector<Event> events;
  for (std::uint32_t index = 0; index < candidates.list.size(); ++index) {
    const EventCandidate& candidate = candidates.list[index];
    if (candidate.status.figurative) continue;
    const Verdict verdict = judge.of(index);
    if (verdict.probability < model.threshold()) continue;
    events.push_back(event_of(document, candidates, candidate, verdict, knowledge));
  }
  return events;
}

}  // namespace relata
