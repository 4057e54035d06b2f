// SPDX-License-Identifier: Apache-2.0
#include "relata/text/tagger.h"

#include <algorithm>
#include <array>

namespace relata {
namespace {

const WordView kNoWord{};

enum Template : std::uint32_t {
  kBias,
  kForm,
  kLower,
  kSuffix1,
  kSuffix2,
  kSuffix3,
  kSuffix4,
  kPrefix1,
  kPrefix2,
  kPrefix3,
  kShape,
  kShapeSuffix,
  kPrevious,
  kPreviousTwo,
  kPreviousLower,
  kPreviousWord,
  kPreviousSuffix,
  kBeforeWord,
  kNextWord,
  kNextSuffix,
  kNextSuffix2,
  kNextShape,
  kAfterWord,
  kPreviousPair,
  kNextPair,
  kAround,
  kPreviousShapes,
  kTagNext,
  kTagSuffixNext,
  kTwoTagsLower,
  kNextTwo,
  kFirst,
  kAfterSuffix,
  kShapesAround,
  kHabit,
  kNextHabit,
  kLastHabit,
  kPreviousNextHabit,
  kHabitNextHabit,
  kPreviousHabitNext,
  kNextAfterHabit,
  kHabits,
  kAfterHabit
};

}  // namespace

std::string tag_name(Xpos xpos, Upos upos) {
  return std::string(name_of(xpos)) + '/' + std::string(name_of(upos));
}

void tag_features(std::span<const WordView> words, std::size_t i, Tag previous, Tag before_previous,
                  std::vector<Feature>& out) {
  const auto at = [&](std::ptrdiff_t offset) -> const WordView& {
    const std::ptrdiff_t place = static_cast<std::ptrdiff_t>(i) + offset;
    return place < 0 || place >= std::ssize(words) ? kNoWord
                                                   : words[static_cast<std::size_t>(place)];
  };
  const WordView& word = at(0);
  const WordView& last = at(-1);
  const WordView& next = at(1);
  const WordView& after = at(2);
  out.clear();
  out.insert(out.end(), {feature(kBias),
                         feature(kForm, word.form),
                         feature(kLower, word.lower),
                         feature(kSuffix1, word.suffix[0]),
                         feature(kSuffix2, word.suffix[1]),
                         feature(kSuffix3, word.suffix[2]),
                         feature(kSuffix4, word.suffix[3], word.capital),
                         feature(kPrefix1, word.prefix[0]),
                         feature(kPrefix2, word.prefix[1]),
                         feature(kPrefix3, word.prefix[2]),
                         feature(kShape, word.shape, i == 0),
                         feature(kShapeSuffix, word.shape, word.suffix[2]),
                         feature(kPrevious, previous),
                         feature(kPreviousTwo, previous, before_previous),
                         feature(kPreviousLower, previous, word.lower),
                         feature(kPreviousWord, last.lower),
                         feature(kPreviousSuffix, last.suffix[2]),
                         feature(kBeforeWord, at(-2).lower),
                         feature(kNextWord, next.lower),
                         feature(kNextSuffix, next.suffix[2]),
                         feature(kNextSuffix2, next.suffix[1], previous),
                         feature(kNextShape, next.shape, word.shape),
                         feature(kAfterWord, after.lower),
                         feature(kAfterSuffix, after.suffix[2]),
                         feature(kPreviousPair, last.lower, word.lower),
                         feature(kNextPair, word.lower, next.lower),
                         feature(kAround, last.lower, next.lower),
                         feature(kPreviousShapes, last.shape, word.shape, next.shape),
                         feature(kTagNext, previous, next.lower),
                         feature(kTagSuffixNext, previous, word.suffix[2], next.suffix[1]),
                         feature(kTwoTagsLower, previous, before_previous, word.lower),
                         feature(kNextTwo, next.lower, after.lower),
                         feature(kFirst, i == 0, word.lower, word.capital),
                         feature(kShapesAround, word.all_capitals,
                                 last.all_capitals || next.all_capitals, word.suffix[1]),
                         feature(kHabit, word.habit, word.capital),
                         feature(kNextHabit, next.habit),
                         feature(kLastHabit, last.habit, word.habit),
                         feature(kPreviousNextHabit, previous, next.habit),
                         feature(kHabitNextHabit, word.habit, next.habit),
                         feature(kPreviousHabitNext, previous, word.habit, next.habit),
                         feature(kNextAfterHabit, word.habit, next.habit, after.habit),
                         feature(kHabits, last.habit, word.habit, next.habit),
                         feature(kAfterHabit, next.habit, after.habit)});
}

Result<Tagger> Tagger::open(const ModelFile& file) {
  RELATA_TRY(LinearModel model, LinearModel::open(file, "tagger"));
  RELATA_TRY(const WordTable habits, WordTable::open(file, "habits"));
  if (model.labels().empty()) return Error{"a tagger without tags"};
  Tagger tagger(std::move(model), habits);
  for (const auto label : tagger.labels()) {
    const auto slash = label.rfind('/');
    const auto xpos = xpos_of(label.substr(0, slash));
    const auto upos = upos_of(label.substr(slash + 1));
    if (slash == std::string_view::npos || !xpos || !upos)
      return Error{"unknown tag " + std::string(label)};
    tagger.xpos_.push_back(*xpos);
    tagger.upos_.push_back(*upos);
  }
  return tagger;
}

void Tagger::tag(std::span<const WordView> words, std::vector<Tag>& tags,
                 std::vector<Feature>& features) const {
  tags.assign(words.size(), kOutside);
  std::array<std::int32_t, LinearModel::kMaxLabels> sums{};
  const auto best = [&] {
    return std::max_element(sums.begin(), sums.begin() + std::ssize(labels())) - sums.begin();
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    tag_features(words, i, i > 0 ? tags[i - 1] : kOutside, i > 1 ? tags[i - 2] : kOutside,
                 features);
    model_.sums(features, sums);
    tags[i] = static_cast<Tag>(best());
  }
}

}  // namespace relata
