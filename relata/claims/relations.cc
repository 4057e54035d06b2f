// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/relations.h"

#include <algorithm>

#include "relata/claims/locate.h"
#include "relata/claims/same_event.h"

namespace relata {

namespace {

constexpr std::size_t kLooksBack = 64;  // claims; keeps long reports linear

bool told_by_others(const Claim& a, const Claim& b) {
  const auto last = [](const Claim& claim) -> std::optional<std::uint32_t> {
    if (claim.chains.empty() || claim.chains[0].empty()) return std::nullopt;
    return claim.chains[0].back().voice;
  };
  return last(a) != last(b);
}

bool says_so(Status status) { return status == Status::asserted || status == Status::alleged; }
bool says_not(Status status) { return status == Status::denied || status == Status::doubted; }

// The attribution that holds the claim's trigger, if any.
const Attribution* attribution_of(const Telling& telling, const Claim& claim) {
  const auto over = telling.over(claim.trigger);
  return over ? &telling.attributions[*over] : nullptr;
}

bool is_told_as(const Telling& telling, const Claim& claim, Stance stance) {
  const Attribution* attribution = attribution_of(telling, claim);
  return attribution != nullptr && attribution->stance == stance;
}

bool backs_others(const Document& document, const Telling& telling, const RelationWords& words,
                  const Claim& claim) {
  const Attribution* attribution = attribution_of(telling, claim);
  return attribution != nullptr &&
         words.supports.contains(document.lemma(head_of(document, attribution->cue)));
}

// The latest claim before the span of which an account could speak: something told, not a speech act.
const Claim* spoken_of(const std::vector<Claim>& claims, Span span) {
  const Claim* latest = nullptr;
  for (const Claim& claim : claims) {
    if (claim.trigger.begin >= span.begin) break;
    if (says_so(claim.status) && !is_speech_act(claim.type) && !claim.chains.empty())
      latest = &claim;
  }
  return latest;
}

std::optional<TokenIndex> account_in(const Document& document, const RelationWords& words,
                                     Span content) {
  for (TokenIndex i = token_at(document, content.begin);
       i < document.tokens.size() && document.tokens[i].span.begin < content.end; ++i) {
    if (document.tokens[i].upos == Upos::noun && words.accounts.contains(document.lemma(i)))
      return i;
  }
  return std::nullopt;
}

}  // namespace

Result<RelationWords> RelationWords::load(const DataFolder& folder) {
  RELATA_TRY(const Table table, folder.table("relation_words.tsv", {"lemma", "role"}));
  RelationWords words;
  for (const auto& row : table.rows()) {
    const std::string lemma(row.cell("lemma"));
    if (row.cell("role") == "supports") {
      words.supports.insert(lemma);
    } else if (row.cell("role") == "account") {
      words.accounts.insert(lemma);
    } else {
      return Error{row.where() + ": role is neither supports nor account"};
    }
  }
  return words;
}

void add_unverified_accounts(const Document& document, const Telling& telling,
                             const RelationWords& words, std::vector<Claim>& claims) {
  std::vector<Claim> added;
  for (const Attribution& attribution : telling.attributions) {
    if (attribution.stance != Stance::cannot_verify || attribution.content.empty()) continue;
    const Span content = cover(attribution.content.front(), attribution.content.back());
    const bool names_it = std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
      return content.contains(claim.trigger);
    });
    const auto account = account_in(document, words, content);
    if (names_it || !account) continue;
    const Claim* told = spoken_of(claims, document.tokens[*account].span);
    if (told == nullptr) continue;
    Claim claim;
    claim.type = told->type;
    claim.trigger = document.tokens[*account].span;
    claim.evidence = document.sentences[document.tokens[*account].sentence].span;
    claim.status = Status::doubted;
    claim.to = told->to;
    claim.where = told->where;
    claim.chains = telling.chains(claim.trigger);
    claim.confidences = told->confidences;
    claim.confidence = told->confidence;
    added.push_back(std::move(claim));
  }
  for (Claim& claim : added) claims.push_back(std::move(claim));
  std::stable_sort(claims.begin(), claims.end(),
                   [](const Claim& a, const Claim& b) { return a.trigger < b.trigger; });
}

std::vector<Relation> relations_between(const Document& document, const Telling& telling,
                                        const RelationWords& words,
                                        const std::vector<Claim>& claims) {
  std::vector<Relation> relations;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& later = claims[i];
    bool tied = false;
    const bool unverified = is_told_as(telling, later, Stance::cannot_verify);
    const bool backing = backs_others(document, telling, words, later);
    for (std::size_t j = i > kLooksBack ? i - kLooksBack : 0; j < i; ++j) {
      const Claim& earlier = claims[j];
      if (!may_be_same_event(earlier, later)) continue;
      const auto tie = [&](RelationKind kind) {
        relations.push_back(Relation{kind, later.id, earlier.id});
      };
      if (unverified && says_so(earlier.status)) {
        tie(RelationKind::cannot_verify);
      } else if (says_so(earlier.status) != says_so(later.status) &&
                 (says_not(earlier.status) || says_not(later.status))) {
        tie(RelationKind::contradicts);
      } else if (says_so(earlier.status) && says_so(later.status)) {
        if (counts_conflict(earlier, later) && told_by_others(earlier, later))
          tie(RelationKind::contradicts);
        else if (backing && told_by_others(earlier, later))
          tie(RelationKind::supports);
        if (!tied && document.tokens[head_of(document, earlier.trigger)].sentence !=
                         document.tokens[head_of(document, later.trigger)].sentence) {
          tie(RelationKind::same_event);
          tied = true;
        }
      }
    }
  }
  std::sort(relations.begin(), relations.end());
  return relations;
}

}  // namespace relata
