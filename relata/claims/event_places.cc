// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/event_places.h"

namespace relata {

namespace {

constexpr float kLeastLikely =
    0.3F;  // below, no place is better than a wrong one; chosen by cross-validation

}  // namespace

EventPlaces::EventPlaces(const SlotContext& context, const Telling& telling,
                         std::span<const Place> places, const SlotModel& model)
    : context_(context), places_(places), model_(model), candidates_(context, telling, places) {}

ClaimPlace EventPlaces::claim_place(std::uint32_t place) const {
  const Place& found = places_[place];
  return ClaimPlace{found.span, found.name, found.within, place};
}

// The place and those that stand beside it: "al-Fardous, al-Jaloom and al-Salheine".
std::vector<ClaimPlace> EventPlaces::with_neighbours(std::uint32_t place) const {
  const Document& document = context_.document();
  std::vector<ClaimPlace> chosen{claim_place(place)};
  TokenIndex first = candidates_.head(place);
  if (document.tokens[first].deprel == Deprel::conj) first = document.tokens[first].head;
  const auto [begin, end] = candidates_.in_sentence(document.tokens[first].sentence);
  for (std::uint32_t i = begin; i < end; ++i) {
    if (i == place || !candidates_.possible(i)) continue;
    const TokenIndex head = candidates_.head(i);
    const Token& token = document.tokens[head];
    if (head == first || (token.deprel == Deprel::conj && token.head == first))
      chosen.push_back(claim_place(i));
  }
  return chosen;
}

std::vector<ClaimPlace> EventPlaces::choose(const Event& event) {
  if (is_speech_act(event.type)) return {};
  const std::vector<Candidate> candidates = candidates_.of(event, earlier_);
  const std::vector<float> likelihoods = model_.likelihoods(ClaimSlot::place, candidates);
  std::optional<std::uint32_t> best;
  float best_likelihood = kLeastLikely;
  for (const Candidate& candidate : candidates) {
    float likelihood = 0;  // of the place, however often it is named
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (places_[candidates[i].index].name == places_[candidate.index].name)
        likelihood += likelihoods[i];
    }
    if (likelihood <= best_likelihood) continue;
    best = candidate.index;
    best_likelihood = likelihood;
  }
  if (!best) return {};
  earlier_.give(event.type, *best);
  return with_neighbours(*best);
}

}  // namespace relata
