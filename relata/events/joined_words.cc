// SPDX-License-Identifier: Apache-2.0
#include "relata/events/joined_words.h"

#include <algorithm>
#include <tuple>

namespace relata {
namespace {

constexpr TokenIndex kFurthest = 8;         // words between the two heads
constexpr float kLeastProbability = 0.05F;  // below it a word says nothing

// Words that a verb or a noun needs to say what happened: subjects, objects, means; and what describes a noun.
bool completes(Deprel deprel) {
  switch (deprel) {
    case Deprel::obj:
    case Deprel::obl:
    case Deprel::obl_agent:
    case Deprel::nsubj:
    case Deprel::nsubj_pass:
    case Deprel::nmod:
    case Deprel::compound:
    case Deprel::amod:
    case Deprel::acl:
    case Deprel::acl_relcl:
      return true;
    default:
      return false;
  }
}

// "a barrage of shells", "a campaign of air strikes", "carried out a rocket attack": through a noun that stands between.
bool completes_through(Deprel lower, Deprel upper) {
  const bool describes = lower == Deprel::nmod || lower == Deprel::compound ||
                         lower == Deprel::amod || lower == Deprel::acl;
  if (upper == Deprel::obj) return describes;
  if (upper == Deprel::obl) return lower == Deprel::nmod;
  return upper == Deprel::nsubj && (lower == Deprel::nmod || lower == Deprel::compound);
}

bool stands_under(const Document& document, TokenIndex lower, TokenIndex upper) {
  const Token& word = document.tokens[lower];
  if (word.head == kNoToken) return false;
  if (word.head == upper) return completes(word.deprel);
  const Token& between = document.tokens[word.head];
  return between.head == upper && completes_through(word.deprel, between.deprel);
}

struct Pair {
  float weaker = 0;
  std::uint32_t first = 0, second = 0, governor = 0;
};

// Of two types that agree the one that says more: "attack" and "airstrike" are an airstrike.
EventType type_of_both(const Judgement& a, const Judgement& b) {
  const auto& [stronger, weaker] = a.probability >= b.probability ? std::tie(a, b) : std::tie(b, a);
  return leaves_method_open(stronger.type) ? weaker.type : stronger.type;
}

}  // namespace

std::optional<std::uint32_t> governs_in_one_naming(const Document& document,
                                                   const EventCandidates& candidates,
                                                   std::uint32_t first, std::uint32_t second) {
  const EventCandidate& a = candidates.list[first];
  const EventCandidate& b = candidates.list[second];
  if (a.sentence != b.sentence) return std::nullopt;
  const TokenIndex apart = std::max(a.head, b.head) - std::min(a.head, b.head);
  if (apart > kFurthest) return std::nullopt;
  if (stands_under(document, b.head, a.head)) return first;
  if (stands_under(document, a.head, b.head)) return second;
  return std::nullopt;
}

std::vector<Naming> join_words(const Document& document, const EventCandidates& candidates,
                               std::span<const Judgement> verdicts) {
  std::vector<Pair> pairs;
  for (const auto& [begin, end] : candidates.of_sentence) {
    for (std::uint32_t a = begin; a < end; ++a) {
      for (std::uint32_t b = a + 1; b < end; ++b) {
        const float weaker = std::min(verdicts[a].probability, verdicts[b].probability);
        if (weaker < kLeastProbability || !types_agree(verdicts[a].type, verdicts[b].type))
          continue;
        if (const auto governor = governs_in_one_naming(document, candidates, a, b))
          pairs.push_back({weaker, a, b, *governor});
      }
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const Pair& x, const Pair& y) { return x.weaker > y.weaker; });
  std::vector<bool> taken(verdicts.size(), false);
  std::vector<Naming> namings;
  for (const Pair& pair : pairs) {
    if (taken[pair.first] || taken[pair.second]) continue;
    taken[pair.first] = taken[pair.second] = true;
    const Judgement& a = verdicts[pair.first];
    const Judgement& b = verdicts[pair.second];
    const std::uint32_t other = pair.governor == pair.first ? pair.second : pair.first;
    namings.push_back({pair.governor,
                       other,
                       {type_of_both(a, b), std::min(1.0F, a.probability + b.probability)}});
  }
  for (std::uint32_t i = 0; i < verdicts.size(); ++i) {
    if (!taken[i] && verdicts[i].probability > 0) namings.push_back({i, std::nullopt, verdicts[i]});
  }
  std::sort(namings.begin(), namings.end(),
            [](const Naming& x, const Naming& y) { return x.word < y.word; });
  return namings;
}

}  // namespace relata
