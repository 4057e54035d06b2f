// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/event_places.h"

#include <algorithm>

#include "relata/claims/locate.h"

namespace relata {

namespace {

constexpr std::uint32_t kCarriedSentences = 3;  // how far a place leads on to sentences that name none

bool is_country(const Place& place) { return place.kind == PlaceKind::country; }

// Events that have a place of their own even where the text does not repeat it.
bool takes_place_somewhere(EventType type) {
  switch (type) {
    case EventType::appeal:
    case EventType::accusation:
    case EventType::denial:
    case EventType::condemnation:
    case EventType::threat:
    case EventType::investigation:
    case EventType::negotiation:
    case EventType::agreement:
    case EventType::violation:
    case EventType::aid_delivery:
    case EventType::troop_movement:
      return false;
    default:
      return true;
  }
}

// The preposition that brings the place in, lower case; "" if none.
std::string_view preposition_of(const Document& document, TokenIndex head) {
  const auto preposition = document.child(head, Deprel::case_);
  return preposition ? std::string_view(document.lemma(*preposition)) : std::string_view();
}

float preposition_cost(std::string_view preposition, EventType type) {
  const bool moving = type == EventType::displacement || type == EventType::withdrawal ||
                      type == EventType::evacuation || type == EventType::troop_movement;
  if (preposition == "in" || preposition == "at" || preposition == "on" || preposition == "near") return -1.0f;
  if (preposition == "from") return moving ? -2.0f : 1.5f;
  if (preposition == "to" || preposition == "towards") return moving ? 0.0f : 1.0f;
  return 0.0f;
}

}  // namespace

EventPlaces::EventPlaces(const Document& document, const Telling& telling,
                         std::span<const Place> places, std::span<const Event> events)
    : document_(document), places_(places), events_(events) {
  for (const Place& place : places) {
    heads_.push_back(head_of(document, place.name_span));
    const bool in_source = std::any_of(
        telling.attributions.begin(), telling.attributions.end(), [&](const Attribution& attribution) {
          return attribution.source && attribution.source->contains(place.span);
        });
    possible_.push_back(!place.speaker_place && !in_source);
  }
  first_of_.resize(document.sentences.size() + 1, static_cast<std::uint32_t>(places.size()));
  for (std::size_t i = places.size(); i-- > 0;) {
    first_of_[document.tokens[heads_[i]].sentence] = static_cast<std::uint32_t>(i);
  }
  for (std::size_t s = document.sentences.size(); s-- > 0;) {
    first_of_[s] = std::min(first_of_[s], first_of_[s + 1]);
  }
  for (std::uint32_t i = 0; i < places.size() && !main_; ++i) {
    if (possible_[i] && !is_country(places[i])) main_ = i;
  }
  for (std::uint32_t i = 0; i < places.size() && !main_; ++i) {
    if (possible_[i]) main_ = i;
  }
}

// Whether another event of the sentence stands between: its place is this one, not the event's.
bool EventPlaces::under_another_event(const Event& event, TokenIndex place) const {
  const std::uint32_t sentence = document_.tokens[event.head].sentence;
  const auto in_sentence_before = [&](const Event& other, std::uint32_t number) {
    return document_.tokens[other.head].sentence < number;
  };
  auto other = std::lower_bound(events_.begin(), events_.end(), sentence, in_sentence_before);
  for (; other != events_.end() && document_.tokens[other->head].sentence == sentence; ++other) {
    if (other->head == event.head || document_.under(event.head, other->head)) continue;
    if (document_.under(place, other->head)) return true;
  }
  return false;
}

// How little this place of the event's own sentence suits the event; nothing if it cannot be its place.
std::optional<float> EventPlaces::cost(const Event& event, std::uint32_t place) const {
  if (!possible_[place]) return std::nullopt;
  const auto distance = tree_distance(document_, event.head, heads_[place]);
  if (!distance) return std::nullopt;
  float cost = static_cast<float>(*distance);
  const auto apart = event.head > heads_[place] ? event.head - heads_[place] : heads_[place] - event.head;
  cost += 0.1f * static_cast<float>(apart);
  cost += preposition_cost(preposition_of(document_, heads_[place]), event.type);
  if (is_country(places_[place])) cost += 3.0f;
  if (event.evidence.contains(places_[place].name_span)) cost -= 2.0f;
  if (under_another_event(event, heads_[place])) cost += 3.0f;
  return cost;
}

std::optional<std::uint32_t> EventPlaces::in_sentence(const Event& event) const {
  const std::uint32_t sentence = document_.tokens[event.head].sentence;
  std::optional<std::uint32_t> best;
  float best_cost = 0;
  for (std::uint32_t i = first_of_[sentence]; i < first_of_[sentence + 1]; ++i) {
    const auto suits = cost(event, i);
    if (suits && (!best || *suits < best_cost)) {
      best = i;
      best_cost = *suits;
    }
  }
  return best;
}

std::optional<std::uint32_t> EventPlaces::carried(const Event& event) const {
  if (!takes_place_somewhere(event.type)) return std::nullopt;
  const std::uint32_t sentence = document_.tokens[event.head].sentence;
  if (last_ && sentence - last_sentence_ <= kCarriedSentences) return last_;
  return main_;
}

ClaimPlace EventPlaces::claim_place(std::uint32_t place) const {
  const Place& found = places_[place];
  return ClaimPlace{found.span, found.name, found.within, place};
}

// The place and those that stand beside it: "al-Fardous, al-Jaloom and al-Salheine".
std::vector<ClaimPlace> EventPlaces::with_neighbours(std::uint32_t place) const {
  std::vector<ClaimPlace> chosen{claim_place(place)};
  TokenIndex first = heads_[place];
  if (document_.tokens[first].deprel == Deprel::conj) first = document_.tokens[first].head;
  const std::uint32_t sentence = document_.tokens[first].sentence;
  for (std::uint32_t i = first_of_[sentence]; i < first_of_[sentence + 1]; ++i) {
    if (i == place || !possible_[i]) continue;
    const Token& head = document_.tokens[heads_[i]];
    const bool beside = heads_[i] == first || (head.deprel == Deprel::conj && head.head == first);
    if (beside) chosen.push_back(claim_place(i));
  }
  return chosen;
}

std::vector<ClaimPlace> EventPlaces::choose(const Event& event) {
  if (is_speech_act(event.type)) return {};
  if (const auto own = in_sentence(event)) {
    last_ = own;
    last_sentence_ = document_.tokens[event.head].sentence;
    return with_neighbours(*own);
  }
  if (const auto led_on = carried(event)) return {claim_place(*led_on)};
  return {};
}

}  // namespace relata
