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

// The numbers and the lemmas of names, nouns and verbs of one sentence, as sorted hashes: what two sentences about one
// happening share.
struct SentenceWords {
  std::vector<std::uint64_t> numbers, lemmas;
};

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

  // The event of its own sentence that stands nearest to `other`: what it is told of there.
  [[nodiscard]] const Event* host_of(TokenIndex other) const;

  // How the event is spoken of: "the attack" goes on about one told before, "another attack" does not. The lemma of its
  // determiner, 0 if it has none.
  [[nodiscard]] std::uint64_t determiner_of(const Event& event) const;

  // The tense of its clause: the tag of the verb that it hangs on and the lemma of its auxiliary, as one number.
  [[nodiscard]] std::uint64_t tense_of(const Event& event) const;

 private:
  void other_sentence_features(const Event& event, TokenIndex other, int before,
                               std::vector<Feature>& out) const;
  void same_sentence_features(const Event& event, TokenIndex other,
                              std::vector<Feature>& out) const;
  [[nodiscard]] std::uint64_t path(TokenIndex from, TokenIndex to) const;

  const Document& document_;
  std::span<const Event> events_;
  std::vector<std::uint32_t> first_of_;  // the first event of each sentence, and one past the last
  std::vector<SentenceWords> words_;     // of each sentence
};

// A number in few steps: 0, 1, 2, 3, 4, 6, 9, 14, 22 and more.
[[nodiscard]] std::uint32_t bucket(std::uint32_t number);

}  // namespace relata
