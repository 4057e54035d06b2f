// SPDX-License-Identifier: Apache-2.0
// SlotContext: how an event and something else in the report (a place, a time, a count) stand to each other: the path
// between them in the tree, the words that join them, what stands between. The features of the models that choose.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "relata/events/event.h"
#include "relata/model/feature.h"
#include "relata/text/document.h"

namespace relata {

class SlotContext {
 public:
  // Keeps references: both must outlive this. `events` in order of the text.
  SlotContext(const Document& document, std::span<const Event> events);

  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] std::span<const Event> events_of(std::uint32_t sentence) const;
  [[nodiscard]] std::uint32_t index_of(const Event& event) const {
    return static_cast<std::uint32_t>(&event - events_.data());
  }

  // Appends what tells whether `other` belongs to the event.
  void pair_features(const Event& event, TokenIndex other, std::vector<Feature>& out) const;

  // How many sentences `other` stands before the event (negative: after).
  [[nodiscard]] int sentences_before(const Event& event, TokenIndex other) const;

 private:
  void same_sentence_features(const Event& event, TokenIndex other,
                              std::vector<Feature>& out) const;
  [[nodiscard]] std::uint64_t path(TokenIndex from, TokenIndex to) const;

  const Document& document_;
  std::span<const Event> events_;
  std::vector<std::uint32_t> first_of_;  // the first event of each sentence, and one past the last
};

// A number in few steps: 0, 1, 2, 3, 4, 6, 9, 14, 22 and more.
[[nodiscard]] std::uint32_t bucket(std::uint32_t number);

}  // namespace relata
