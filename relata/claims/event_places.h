// SPDX-License-Identifier: Apache-2.0
// Where an event took place: the place its clause names, else the one the sentences before it lead on from, else the
// place of the report's own lead. The speaker's town is never chosen.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "relata/attribution/telling.h"
#include "relata/claims/claim.h"
#include "relata/events/event.h"
#include "relata/places/place.h"
#include "relata/text/document.h"

namespace relata {

class EventPlaces {
 public:
  // Keeps references: all must outlive this. `events` in order of the text.
  EventPlaces(const Document& document, const Telling& telling, std::span<const Place> places,
              std::span<const Event> events);

  // The places of an event, most specific first; empty if it has none. Ask in order of the text:
  // an event without a place of its own takes that of the last one that had it.
  std::vector<ClaimPlace> choose(const Event& event);

 private:
  [[nodiscard]] std::optional<std::uint32_t> in_sentence(const Event& event) const;
  [[nodiscard]] bool under_another_event(const Event& event, TokenIndex place) const;
  [[nodiscard]] std::optional<float> cost(const Event& event, std::uint32_t place) const;
  [[nodiscard]] std::optional<std::uint32_t> carried(const Event& event) const;
  [[nodiscard]] std::vector<ClaimPlace> with_neighbours(std::uint32_t place) const;
  [[nodiscard]] ClaimPlace claim_place(std::uint32_t place) const;

  const Document& document_;
  std::span<const Place> places_;
  std::span<const Event> events_;
  std::vector<TokenIndex> heads_;           // of each place
  std::vector<bool> possible_;              // not the speaker's, not part of a source
  std::vector<std::uint32_t> first_of_;     // first place at or after the start of each sentence
  std::optional<std::uint32_t> main_;       // the place of the report's lead
  std::optional<std::uint32_t> last_;       // the place that the last event with one had
  std::uint32_t last_sentence_ = 0;
};

}  // namespace relata
