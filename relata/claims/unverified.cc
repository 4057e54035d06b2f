// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/unverified.h"

#include <algorithm>
#include <optional>

#include "relata/base/fold.h"
#include "relata/claims/locate.h"

namespace relata {

namespace {

constexpr TokenIndex kBefore = 8;  // words before the verb that may deny it
constexpr TokenIndex kAfter = 3;   // and after: "could not be confirmed independently"

// Whether a verb or noun of checking is said to be beyond somebody: "unable to verify", "no independent confirmation".
bool beyond_reach(const Document& document, const RelationWords& words, TokenIndex token) {
  const Token& word = document.tokens[token];
  const Sentence& sentence = document.sentences[word.sentence];
  const bool verb = word.upos == Upos::verb && words.is(RelationWord::verify, word.lemma);
  const bool noun = !verb && words.is(RelationWord::verification, word.lemma);
  if (!verb && !noun) return false;
  const TokenIndex reach = verb ? kBefore : kAfter;
  bool cannot = false, able = noun;
  for (TokenIndex at = token; at-- > sentence.first && token - at <= reach;) {
    if (document.word(at) == ",") break;
    const std::string lower = lower_ascii(document.word(at));
    cannot |= words.is(RelationWord::cannot, lower) && (verb || lower == "no");
    able |= words.is(RelationWord::able, lower);
  }
  for (TokenIndex at = token + 1; at < sentence.last && at - token <= kAfter; ++at)
    able |= words.is(RelationWord::able, lower_ascii(document.word(at)));
  return cannot && able;
}

bool is_told(const Claim& claim) {
  const bool said = claim.status == Status::asserted || claim.status == Status::alleged;
  return said && !is_speech_act(claim.type);
}

// Whether one voice at least stands in chains of both.
bool share_a_voice(const Claim& a, const Claim& b) {
  for (const Chain& x : a.chains) {
    for (const Chain& y : b.chains) {
      for (const Link& link : x) {
        if (std::any_of(y.begin(), y.end(), [&](Link other) { return other.voice == link.voice; }))
          return true;
      }
    }
  }
  return false;
}

// What words at a place speak of: the claim right before in the sentence, else the first harm that the voice last heard tells of
// in the sentences before.
std::optional<std::size_t> spoken_of(const Document& document, const std::vector<Claim>& claims,
                                     Span words) {
  constexpr std::uint32_t kSentencesBack = 3;
  const std::uint32_t sentence = sentence_of(document, words);
  std::optional<std::size_t> latest, last_told;
  for (std::size_t i = 0; i < claims.size() && claims[i].trigger.begin < words.begin; ++i) {
    if (!is_told(claims[i])) continue;
    latest = i;
    if (!claims[i].chains.empty()) last_told = i;
  }
  const auto apart = [&](std::size_t i) {
    return sentence - sentence_of(document, claims[i].trigger);
  };
  if (!latest || apart(*latest) == 0) return latest;
  if (!last_told || apart(*last_told) > kSentencesBack) return std::nullopt;
  std::optional<std::size_t> found;
  for (std::size_t i = *last_told + 1; i-- > 0 && apart(i) <= kSentencesBack;) {
    if (!is_told(claims[i]) || !share_a_voice(claims[i], claims[*last_told])) continue;
    if (is_violent(claims[i].type) || !found) found = i;
  }
  return found;
}

// A claim of the same sentence that is what cannot be verified: "the casualty figures could not be confirmed".
std::optional<std::size_t> named_again(const Document& document, const std::vector<Claim>& claims,
                                       TokenIndex token) {
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (claims[i].status == Status::doubted &&
        sentence_of(document, claims[i].trigger) == document.tokens[token].sentence)
      return i;
  }
  return std::nullopt;
}

// Who cannot verify it.
std::vector<Chain> doubters(const Telling& telling, Span word) {
  for (const Attribution& attribution : telling.attributions) {
    if (attribution.cue.contains(word) && !attribution.content.empty())
      return telling.chains(attribution.content.front());
  }
  return telling.chains(word);
}

}  // namespace

std::vector<UnverifiedAccount> add_unverified_accounts(const Document& document,
                                                       const Telling& telling,
                                                       const RelationWords& words,
                                                       std::vector<Claim>& claims) {
  std::vector<UnverifiedAccount> accounts;
  std::vector<Claim> added;
  for (TokenIndex token = 0; token < document.tokens.size(); ++token) {
    if (!beyond_reach(document, words, token)) continue;
    const auto again = named_again(document, claims, token);
    const Span account = again ? claims[*again].trigger : document.tokens[token].span;
    const auto told = spoken_of(document, claims, account);
    if (!told) continue;
    if (again) {
      accounts.push_back({account, claims[*told].trigger});
      continue;
    }
    Claim claim;
    claim.type = claims[*told].type;
    claim.trigger = document.tokens[token].span;
    claim.evidence = document.sentences[document.tokens[token].sentence].span;
    claim.status = Status::doubted;
    claim.by = claims[*told].by;
    claim.to = claims[*told].to;
    claim.where = claims[*told].where;
    claim.chains = doubters(telling, claim.trigger);
    claim.confidences = claims[*told].confidences;
    claim.confidence = claims[*told].confidence;
    accounts.push_back({claim.trigger, claims[*told].trigger});
    added.push_back(std::move(claim));
  }
  for (Claim& claim : added) claims.push_back(std::move(claim));
  std::stable_sort(claims.begin(), claims.end(),
                   [](const Claim& a, const Claim& b) { return a.trigger < b.trigger; });
  return accounts;
}

}  // namespace relata
