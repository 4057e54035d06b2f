// SPDX-License-Identifier: Apache-2.0
// Where an event took place: the likeliest of the places that its sentence, the sentences around it and the report's
// lead name, or none. The speaker's town is never chosen, and a speech act has no place.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "relata/claims/claim.h"
#include "relata/claims/place_candidates.h"
#include "relata/claims/slot_model.h"

namespace relata {

// What was chosen, which may be nothing, and how likely the model holds it.
struct PlaceChoice {
  std::vector<ClaimPlace> where;
  float likelihood = 0;
};

class EventPlaces {
 public:
  // Keeps references: all must outlive this.
  EventPlaces(const SlotContext& context, const Telling& telling, std::span<const Place> places,
              std::span<const TimeExpression> times, const SlotModel& model);

  // The places of an event, the most likely first, those beside it after it. Ask in order of the text: the place of one
  // event tells about the next.
  PlaceChoice choose(const Event& event);

 private:
  [[nodiscard]] std::vector<ClaimPlace> with_neighbours(std::uint32_t place) const;
  [[nodiscard]] ClaimPlace claim_place(std::uint32_t place) const;

  const SlotContext& context_;
  std::span<const Place> places_;
  const SlotModel& model_;
  PlaceCandidates candidates_;
  EarlierChoices earlier_;
};

}  // namespace relata
