// SPDX-License-Identifier: Apache-2.0
#include "relata/events/find_events.h"

#include <algorithm>
#include <array>
#include <span>

#include "relata/events/candidate.h"
#include "relata/events/event_features.h"
#include "relata/events/evidence.h"
#include "relata/events/joined_words.h"
#include "relata/events/participants.h"
#include "relata/events/second_look.h"

namespace relata {
namespace {

float probability(const LinearModel& model, std::span<const Feature> features) {
  std::array<float, 2> odds{};
  model.probabilities(features, odds);
  return odds[1];
}

// The likeliest type of a candidate, on a second look.
Judgement verdict_of(const EventCandidates& candidates, std::uint32_t index, const SecondLook& look,
                     const LinearModel& model, std::vector<Feature>& buffer) {
  Judgement best;
  const auto& types = candidates.list[index].types;
  for (std::size_t type = 0; type < types.size(); ++type) {
    look.features(index, type, buffer);
    const float found = probability(model, buffer);
    if (found > best.probability) best = {types[type], found};
  }
  return best;
}

// Whether the clause is done to a place: "the neighbourhood has been captured".
bool done_to_a_place(const Document& document, const EventCandidates& candidates,
                     const EventCandidate& candidate) {
  const EventClause& clause = candidate.clause;
  const auto patient = clause.passive ? clause.subject : clause.object;
  if (!patient) return false;
  const auto mention = document.mention_headed_by(*patient);
  if (mention && document.mentions[*mention].kind == NameKind::place) return true;
  return (candidates.words.classes[*patient] & bit(WordClass::place)) != 0;
}

// Words of war, of those who wage it and of those who try to end it.
constexpr ClassMask kWarWords =
    bit(WordClass::conflict) | bit(WordClass::force) | bit(WordClass::arms) | bit(WordClass::harm) |
    bit(WordClass::authority) | bit(WordClass::diplomat) | bit(WordClass::truce) |
    bit(WordClass::aid) | bit(WordClass::air) | bit(WordClass::shell) | bit(WordClass::gun) |
    bit(WordClass::explosive) | bit(WordClass::suicide);

// A text that names nobody and no place, and has no word of war but the one in question, is hardly a report of war: there
// a candidate must be likelier to be kept.
constexpr float kBareThreshold = 0.4F;

bool names_somebody(const Document& document) {
  for (TokenIndex token = 0; token < document.tokens.size(); ++token) {
    if (document.tokens[token].upos == Upos::propn &&
        document.name_kind_over(token) != NameKind::date)
      return true;
  }
  return false;
}

bool stands_alone(const EventCandidates& candidates, const EventCandidate& candidate) {
  const auto& classes = candidates.words.classes;
  for (TokenIndex token = 0; token < classes.size(); ++token) {
    const bool own = token >= candidate.first && token <= candidate.last;
    if (!own && (classes[token] & kWarWords) != 0) return false;
  }
  return true;
}

Event event_of(const Document& document, const EventCandidates& candidates,
               const EventCandidate& candidate, Judgement verdict,
               const EventKnowledge& knowledge) {
  Event event;
  // People are detained; a place that is "captured" or "seized" has fallen.
  const bool fell =
      verdict.type == EventType::detention && done_to_a_place(document, candidates, candidate);
  event.type = fell ? EventType::capture : verdict.type;
  event.trigger = document.span_of(candidate.first, candidate.last);
  event.head = candidate.head;
  event.evidence = evidence_for(document, candidate);
  event.status = candidate.status.status;
  event.given = candidate.status.given;
  // Nobody plans a toll: one that is expected to rise is feared.
  if (event.type == EventType::toll && event.status == Status::planned)
    event.status = Status::feared;
  event.confidence = verdict.probability;
  add_participants(document, candidates, candidate, knowledge.triggers.frames(), knowledge.victims,
                   event);
  return event;
}

// A happening that two words name: both are its words, and whom the governing word does not name the other may.
void add_other_word(const Document& document, const EventCandidates& candidates,
                    const EventCandidate& other, const EventKnowledge& knowledge, Event& event) {
  const Event theirs =
      event_of(document, candidates, other, {event.type, event.confidence}, knowledge);
  event.trigger = cover(event.trigger, theirs.trigger);
  event.evidence = cover(event.evidence, event.trigger);
  if (event.status == Status::asserted && !event.given) event.status = theirs.status;
  if (event.by.empty()) event.by = theirs.by;
  if (event.to.empty()) event.to = theirs.to;
}

}  // namespace

FirstLook look_first(const Document& document, const EventCandidates& candidates,
                     const LinearModel& model) {
  EventFeatures features(document, candidates);
  FirstLook first(candidates.list.size());
  std::vector<Feature> buffer;
  for (std::uint32_t index = 0; index < candidates.list.size(); ++index) {
    features.observe(index);
    for (const EventType type : candidates.list[index].types) {
      features.pair(type, buffer);
      first[index].push_back(probability(model, buffer));
    }
  }
  return first;
}

std::vector<Event> find_events(const Document& document, const EventModel& model) {
  const EventKnowledge& knowledge = model.knowledge();
  const EventCandidates candidates =
      find_candidates(document, knowledge.triggers, knowledge.status);
  const FirstLook first = look_first(document, candidates, model.first_look());
  const SecondLook look(document, candidates, first);
  std::vector<Judgement> verdicts(candidates.list.size());
  std::vector<Feature> buffer;
  for (std::uint32_t index = 0; index < candidates.list.size(); ++index) {
    if (!candidates.list[index].status.figurative)
      verdicts[index] = verdict_of(candidates, index, look, model.second_look(), buffer);
  }
  const bool bare = !names_somebody(document);
  std::vector<Event> events;
  for (const Naming& naming : join_words(document, candidates, verdicts)) {
    const EventCandidate& candidate = candidates.list[naming.word];
    if (naming.verdict.probability < model.threshold()) continue;
    const bool asserted = candidate.status.status == Status::asserted;
    if (bare && asserted && naming.verdict.probability < kBareThreshold &&
        stands_alone(candidates, candidate))
      continue;
    events.push_back(event_of(document, candidates, candidate, naming.verdict, knowledge));
    if (naming.other)
      add_other_word(document, candidates, candidates.list[*naming.other], knowledge,
                     events.back());
  }
  return events;
}

}  // namespace relata
