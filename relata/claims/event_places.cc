// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/event_places.h"

#include <numeric>

#include "relata/claims/locate.h"

namespace relata {

namespace {

constexpr float kLeastLikely =
    0.3F;  // below, no place is better than a wrong one; chosen by cross-validation

}  // namespace

EventPlaces::EventPlaces(const SlotContext& context, const Telling& telling,
                         std::span<const Place> places, std::span<const TimeExpression> times,
                         const SlotModel& model)
    : context_(context),
      places_(places),
      model_(model),
      candidates_(context, telling, places, times) {}

ClaimPlace EventPlaces::claim_place(std::uint32_t place) const {
  const Place& found = places_[place];
  return ClaimPlace{found.span, found.name, found.within, place};
}

// The place and those that are listed with it: "al-Fardous, al-Jaloom and al-Salheine". What parts two places of one
// list are commas, conjunctions and words of the places themselves.
std::vector<ClaimPlace> EventPlaces::with_neighbours(std::uint32_t place) const {
  const Document& document = context_.document();
  std::vector<ClaimPlace> chosen{claim_place(place)};
  const auto [begin, end] =
      candidates_.in_sentence(document.tokens[candidates_.head(place)].sentence);
  const auto listed = [&](std::uint32_t left, std::uint32_t right) {
    if (!candidates_.possible(left) || !candidates_.possible(right)) return false;
    bool parted = false;
    for (TokenIndex i = token_at(document, places_[left].span.end);
         document.tokens[i].span.end <= places_[right].span.begin; ++i) {
      const Token& token = document.tokens[i];
      if (document.word(i) != "," && token.upos != Upos::cconj) return false;
      parted = true;
    }
    return parted && places_[left].inside != right;  // "Homs, Syria" is no list
  };
  for (std::uint32_t i = place; i > begin && listed(i - 1, i); --i) {
    chosen.push_back(claim_place(i - 1));
  }
  for (std::uint32_t i = place; i + 1 < end && listed(i, i + 1); ++i) {
    chosen.push_back(claim_place(i + 1));
  }
  return chosen;
}

PlaceChoice EventPlaces::choose(const Event& event) {
  const std::vector<Candidate> candidates = candidates_.of(event, earlier_);
  const std::vector<float> likelihoods = model_.likelihoods(ClaimSlot::place, candidates);
  const float none = 1.0F - std::accumulate(likelihoods.begin(), likelihoods.end(), 0.0F);
  if (is_speech_act(event.type)) return {{}, none};
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
  if (!best) return {{}, none};
  earlier_.give(event.type, *best);
  return {with_neighbours(*best), best_likelihood};
}

}  // namespace relata
