// SPDX-License-Identifier: Apache-2.0
// The places where an event may have happened: those of its sentence, of the few sentences before and the one after,
// the place of the event before, and the places that the report is about. The speaker's town is none, nor is a word of time that passed for a name ("August").
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "relata/attribution/telling.h"
#include "relata/claims/candidate.h"
#include "relata/claims/earlier_choices.h"
#include "relata/claims/slot_context.h"
#include "relata/places/place.h"
#include "relata/times/time_expression.h"

namespace relata {

class PlaceCandidates {
 public:
  // Keeps references: all must outlive this.
  PlaceCandidates(const SlotContext& context, const Telling& telling, std::span<const Place> places,
                  std::span<const TimeExpression> times);

  [[nodiscard]] std::vector<Candidate> of(const Event& event, const EarlierChoices& earlier) const;

  [[nodiscard]] TokenIndex head(std::uint32_t place) const { return heads_[place]; }
  [[nodiscard]] bool possible(std::uint32_t place) const { return possible_[place]; }
  // The places whose heads are in this sentence, as [first, last).
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> in_sentence(std::uint32_t sentence) const;

 private:
  [[nodiscard]] Candidate candidate(const Event& event, std::uint32_t place,
                                    const EarlierChoices& earlier, std::uint32_t rank) const;
  void wider_features(const Event& event, std::uint32_t place, int before, int last,
                      std::vector<Feature>& out) const;
  [[nodiscard]] bool holds_another(std::uint32_t place) const;
  [[nodiscard]] bool beside_a_participant(const Event& event, std::uint32_t place) const;

  const SlotContext& context_;
  std::span<const Place> places_;
  std::vector<TokenIndex> heads_;
  std::vector<bool> possible_;
  std::vector<std::uint32_t> first_of_;   // first place at or after the start of each sentence
  std::vector<std::uint32_t> mentions_;   // how often the report names each place
  std::optional<std::uint32_t> main_;     // the place of the report's lead
  std::optional<std::uint32_t> top_;      // the one named most often that is no country
  std::optional<std::uint32_t> country_;  // the country named most often
};

}  // namespace relata
