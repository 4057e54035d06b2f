// SPDX-License-Identifier: Apache-2.0
// EventFeatures: what the classifier looks at to say whether a candidate tells of an event of a type. One yes-or-no model
// for every (candidate, type): each observation counts once for the type asked about and, where it means the same for all
// types ("the table's first type", "its weapon is named beside it"), once for all of them together. So a type with few
// examples still learns from the others.
//
//   EventFeatures features(document, candidates);
//   features.observe(index);                       // what is seen of the candidate, whatever the type
//   features.pair(EventType::airstrike, out);      // the features of "is it an airstrike?"
//
// Proper names are never features: a model must not learn who is said to do what.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "relata/events/candidate.h"
#include "relata/model/feature.h"
#include "relata/text/document.h"

namespace relata {

class EventFeatures {
 public:
  EventFeatures(const Document& document, const EventCandidates& candidates);

  void observe(std::uint32_t candidate);
  void pair(EventType type, std::vector<Feature>& out) const;

 private:
  using Counts = std::array<std::uint16_t, kWordClasses>;

  template <typename... Parts>
  void see(std::uint32_t id, Parts... parts) {
    seen_.push_back(feature(id, parts...));
  }
  [[nodiscard]] std::uint64_t lemma(TokenIndex token) const { return lemmas_[token]; }
  [[nodiscard]] std::uint64_t lemma_at(const Sentence& sentence, std::int64_t token) const;
  void see_words(const EventCandidate& candidate);
  void see_tree(const EventCandidate& candidate);
  void see_dependents(TokenIndex head, std::uint32_t id, std::uint64_t own);
  void see_neighbours(std::uint32_t index);
  void see_text(std::uint32_t index);
  void count_classes(const EventCandidate& candidate);

  const Document& document_;
  const EventCandidates& candidates_;
  std::vector<std::uint64_t> lemmas_;  // hash of each token's lemma; of names, their tag alone
  Counts in_document_{};
  std::vector<Counts> in_sentence_;
  std::unordered_map<const Trigger*, std::uint32_t> first_sentence_;  // in which a trigger is met

  const EventCandidate* candidate_ = nullptr;
  std::vector<Feature> seen_;
  Counts inside_{}, near_{};  // classes among the trigger's own modifiers, and within a few words
};

// The class of weapon or deed that speaks for a type: air for airstrike. Nothing for types without one.
[[nodiscard]] std::optional<WordClass> evidence_of(EventType type);

}  // namespace relata
