// SPDX-License-Identifier: Apache-2.0
// NameFeatures: what the name tagger looks at: the word, its shape and neighbours, what the lexicon's tables say of it, and
// how the rest of the report writes the same word (with a capital where none is due, or small), which tells names from
// other words at the head of sentences and in headlines. Shared with the trainer.
//
// It uses no tags, so that names can be trained and run without the tagger.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "relata/model/feature.h"
#include "relata/text/document.h"
#include "relata/text/folded_words.h"
#include "relata/text/lexicon.h"
#include "relata/text/word_view.h"

namespace relata {

// What tables say of a token, as bits.
enum LexiconMark : std::uint32_t {
  kPersonMark = 1U << 0,
  kOrganisationMark = 1U << 1,
  kArmedMark = 1U << 2,
  kInsideActorMark = 1U << 3,
  kCountryMark = 1U << 4,
  kDemonymMark = 1U << 5,
  kSeatMark = 1U << 6,
  kInsideNationMark = 1U << 7,
  kTitleMark = 1U << 8,
  kRoleMark = 1U << 9,
  kBodyMark = 1U << 10,
  kFighterMark = 1U << 11,
  kFacilityMark = 1U << 12,
  kWeaponMark = 1U << 13,
  kGroupMark = 1U << 14,
  kActorLastMark = 1U << 15,
  kGivenMark = 1U << 16
};

// Two labels under which the weight of a pair of labels is kept.
inline constexpr std::uint8_t kPairFails = 0, kPairHolds = 1;

class NameFeatures {
 public:
  // Looks at the whole document once; needs its tokens and sentences only.
  NameFeatures(const Document& document, const FoldedWords& words, const Lexicon& lexicon);

  // The features of one token, in `out`.
  void of(TokenIndex token, std::vector<Feature>& out) const;
  // Of a label after another, by its place in LabelPairs. Its weight is the sum of kPairHolds less that of kPairFails.
  [[nodiscard]] static Feature of_pair(std::size_t pair);

 private:
  struct Word {
    WordView view;
    std::uint32_t marks = 0;
    std::uint8_t elsewhere = 0;  // how the report writes it elsewhere
  };
  void mark(const FoldedWords& words, const Lexicon& lexicon);
  void look_elsewhere();

  const Document& document_;
  std::vector<Word> words_;
  std::vector<bool> title_case_;  // of each sentence
};

}  // namespace relata
