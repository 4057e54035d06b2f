// SPDX-License-Identifier: Apache-2.0
#include "relata/events/second_look.h"

#include <algorithm>
#include <array>

#include "relata/base/fold.h"

namespace relata {
namespace {

enum Template : std::uint32_t {
  kOwn = 1000,
  kOwnType,
  kOwnPhrase,
  kOwnRest,
  kSameSide,
  kSameType,
  kViolentSide,
  kViolentType,
  kAnySide,
  kAnyType,
  kOverIs,
  kUnderIs,
  kHowMany,
  kSentenceBefore,
  kTold,
  kCopyBefore,
  kCopyAfter,
  kHeadingOwn,
  kRankOwn,
  kPlaceOwn,
  kOverPhrase,
  kDistance
};

// A probability as one of a few steps.
std::uint32_t step(float probability) {
  constexpr std::array<float, 8> kSteps = {0.02F, 0.06F, 0.12F, 0.25F, 0.4F, 0.6F, 0.8F, 0.93F};
  return static_cast<std::uint32_t>(std::upper_bound(kSteps.begin(), kSteps.end(), probability) -
                                    kSteps.begin());
}
std::uint32_t coarse(float probability) {
  return probability < 0.12F ? 0 : probability < 0.4F ? 1 : probability < 0.75F ? 2 : 3;
}

constexpr float kTaken = 0.4F;  // from here on a first look counts as told

std::uint64_t number(EventType type) { return static_cast<std::uint64_t>(type); }

// Two words before to three after, as written: copies of a sentence share them.
std::uint64_t context_of(const Document& document, const EventCandidate& candidate) {
  const Sentence& sentence = document.sentences[candidate.sentence];
  const TokenIndex from = candidate.head > sentence.first + 2 ? candidate.head - 2 : sentence.first;
  const TokenIndex to = std::min(sentence.last, candidate.head + 3);
  std::uint64_t hash = 0;
  for (TokenIndex token = from; token < to; ++token)
    hash = mix(hash ^ hash_text(lower_ascii(document.word(token))));
  return hash;
}

}  // namespace

SecondLook::SecondLook(const Document& document, const EventCandidates& candidates,
                       const FirstLook& first)
    : document_(document), candidates_(candidates), first_(first) {
  for (std::size_t i = 0; i < candidates.list.size(); ++i) {
    Best best;
    for (std::size_t t = 0; t < first[i].size(); ++t) {
      if (first[i][t] > best.probability) best = {first[i][t], candidates.list[i].types[t]};
    }
    best_.push_back(best);
    context_.push_back(context_of(document, candidates.list[i]));
    const auto at = static_cast<std::uint32_t>(i);
    copies_.try_emplace(context_.back(), at, at).first->second.second = at;
  }
  count_sentences();
}

void SecondLook::count_sentences() {
  std::array<std::uint8_t, kEventTypes> told{};
  for (const auto& [begin, end] : candidates_.of_sentence) {
    told_.push_back(told);
    auto& likeliest = in_sentence_.emplace_back();
    for (std::uint32_t i = begin; i < end; ++i) {
      const auto type = static_cast<std::size_t>(best_[i].type);
      likeliest[type] = std::max(likeliest[type], best_[i].probability);
      if (best_[i].probability > kTaken && told[type] < UINT8_MAX) ++told[type];
    }
  }
}

void SecondLook::neighbours(std::uint32_t index, EventType asked, std::uint32_t own,
                            std::vector<Feature>& out) const {
  const EventCandidate& candidate = candidates_.list[index];
  const auto [begin, end] = candidates_.of_sentence[candidate.sentence];
  struct Strongest {
    float probability = 0;
    std::uint32_t at = UINT32_MAX;
  } same, violent, any;
  float sum = 0;
  for (std::uint32_t other = begin; other < end; ++other) {
    if (other == index) continue;
    const Best& theirs = best_[other];
    sum += theirs.probability;
    const auto meet = [&](Strongest& strongest, float probability) {
      if (probability > strongest.probability) strongest = {probability, other};
    };
    const auto& types = candidates_.list[other].types;
    for (std::size_t t = 0; t < types.size(); ++t) {
      if (types[t] == asked) meet(same, first_[other][t]);
    }
    if (is_violent(theirs.type) && theirs.type != asked) meet(violent, theirs.probability);
    meet(any, theirs.probability);
    const std::uint32_t strong = coarse(theirs.probability);
    if (document_.tokens[candidate.head].head == candidates_.list[other].head)
      out.push_back(feature(kOverIs, number(theirs.type), strong, number(asked)));
    if (document_.tokens[candidates_.list[other].head].head == candidate.head)
      out.push_back(feature(kUnderIs, number(theirs.type), strong, number(asked)));
  }
  const auto side = [&](const Strongest& strongest) {
    return strongest.at == UINT32_MAX ? 2U : strongest.at < index ? 0U : 1U;
  };
  out.push_back(feature(kSameSide, step(same.probability), own, side(same)));
  out.push_back(feature(kSameType, coarse(same.probability), own, number(asked)));
  if (is_violent(asked)) {
    out.push_back(feature(kViolentSide, step(violent.probability), own, side(violent),
                          leaves_method_open(asked)));
    if (violent.at != UINT32_MAX)
      out.push_back(feature(kViolentType, coarse(violent.probability),
                            number(best_[violent.at].type), number(asked)));
  }
  out.push_back(feature(kAnySide, step(any.probability), own));
  if (any.at != UINT32_MAX)
    out.push_back(
        feature(kAnyType, coarse(any.probability), number(best_[any.at].type), number(asked)));
  out.push_back(feature(kHowMany, std::min(static_cast<int>(sum * 2), 8), own));
}

void SecondLook::elsewhere(std::uint32_t index, EventType asked, std::uint32_t own,
                           std::vector<Feature>& out) const {
  const std::uint32_t sentence = candidates_.list[index].sentence;
  const auto type = static_cast<std::size_t>(asked);
  const float before = sentence == 0 ? 0 : in_sentence_[sentence - 1][type];
  out.push_back(feature(kSentenceBefore, coarse(before), own));
  out.push_back(feature(kTold, std::min<std::uint32_t>(told_[sentence][type], 3), number(asked)));
  const auto [first, last] = copies_.at(context_[index]);
  const bool heading = document_.sentences[sentence].heading;
  if (candidates_.list[first].sentence < sentence)
    out.push_back(feature(kCopyBefore, coarse(best_[first].probability), own, heading));
  if (candidates_.list[last].sentence > sentence)
    out.push_back(feature(kCopyAfter, coarse(best_[last].probability), own, heading));
}

void SecondLook::features(std::uint32_t index, std::size_t type, std::vector<Feature>& out) const {
  out.clear();
  const EventCandidate& candidate = candidates_.list[index];
  const EventType asked = candidate.types[type];
  const std::uint32_t own = step(first_[index][type]);
  float rest = 0;
  for (std::size_t t = 0; t < candidate.types.size(); ++t) {
    if (t != type) rest = std::max(rest, first_[index][t]);
  }
  out.push_back(feature(kOwn, own));
  out.push_back(feature(kOwnType, own, number(asked)));
  out.push_back(
      feature(kOwnPhrase, coarse(first_[index][type]), hash_text(candidate.trigger->words)));
  out.push_back(feature(kOwnRest, own, step(rest)));
  out.push_back(feature(kRankOwn, own, type));
  out.push_back(feature(kHeadingOwn, own, document_.sentences[candidate.sentence].heading));
  out.push_back(feature(kPlaceOwn, own, std::min(candidate.sentence, 4U)));
  neighbours(index, asked, own, out);
  elsewhere(index, asked, own, out);
}

}  // namespace relata
