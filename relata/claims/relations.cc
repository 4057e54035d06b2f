// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/relations.h"

#include <algorithm>

#include "relata/claims/contradictions.h"
#include "relata/claims/locate.h"

namespace relata {

namespace {

bool has_voice_apart(const Claim& a, const Claim& b) {
  return last_voice(b) && last_voice(a) != last_voice(b);
}

// Whether who tells the claim does so with a word that backs others: "confirmed that".
bool backs_others(const Document& document, const Telling& telling, const RelationWords& words,
                  const Claim& claim) {
  const auto over = telling.over(claim.trigger);
  if (!over) return false;
  const TokenIndex cue = head_of(document, telling.attributions[*over].cue);
  return words.is(RelationWord::supports, document.lemma(cue));
}

// Where a happening is told twice within a passage, what is doubted is the first account of it that a voice gives.
std::size_t first_told_nearby(const Document& document, const std::vector<Claim>& claims,
                              const EventTies& ties, std::size_t told) {
  constexpr std::uint32_t kSentencesBack = 2;
  const std::vector<std::size_t> first = first_told(ties, claims.size());
  const std::uint32_t sentence = sentence_of(document, claims[told].trigger);
  for (std::size_t i = 0; i < told; ++i) {
    const std::uint32_t apart = sentence - sentence_of(document, claims[i].trigger);
    if (first[i] == first[told] && !claims[i].chains.empty() && apart <= kSentencesBack) return i;
  }
  return told;
}

}  // namespace

Result<RelationSigns> RelationSigns::load(const DataFolder& folder) {
  RelationSigns signs;
  RELATA_TRY(signs.words, RelationWords::load(folder));
  RELATA_TRY(signs.weights, SameEventWeights::load(folder));
  return signs;
}

std::vector<Relation> relations_between(const Document& document, const Telling& telling,
                                        const RelationSigns& signs,
                                        const std::vector<UnverifiedAccount>& unverified,
                                        const std::vector<Claim>& claims) {
  std::vector<Relation> relations;
  const auto add = [&](RelationKind kind, std::size_t from, std::size_t to) {
    relations.push_back(Relation{kind, claims[from].id, claims[to].id});
  };
  const auto at = [&](Span trigger) {
    const auto found = std::find_if(claims.begin(), claims.end(),
                                    [&](const Claim& claim) { return claim.trigger == trigger; });
    return static_cast<std::size_t>(found - claims.begin());
  };
  const auto ties = same_event_ties(document, claims, signs.words, signs.weights);
  const auto is_doubt = [&](const Claim& claim) {
    return std::any_of(unverified.begin(), unverified.end(), [&](const UnverifiedAccount& account) {
      return account.doubt == claim.trigger;
    });
  };
  for (const auto& [later, first] : ties) {
    const bool denied =
        claims[later].status == Status::denied || claims[first].status == Status::denied;
    if (denied || is_doubt(claims[later])) continue;
    add(RelationKind::same_event, later, first);
    if (backs_others(document, telling, signs.words, claims[later]) &&
        has_voice_apart(claims[first], claims[later]))
      add(RelationKind::supports, later, first);
  }
  for (const auto& [later, earlier] : contradictions(document, telling, claims, ties))
    add(RelationKind::contradicts, later, earlier);
  for (const UnverifiedAccount& account : unverified) {
    const std::size_t told = first_told_nearby(document, claims, ties, at(account.told));
    add(RelationKind::cannot_verify, at(account.doubt), told);
  }
  std::sort(relations.begin(), relations.end());
  return relations;
}

}  // namespace relata
