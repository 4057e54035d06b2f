// SPDX-License-Identifier: Apache-2.0
#include "relata/events/candidate.h"

#include <algorithm>
#include <tuple>

namespace relata {
namespace {

bool covers(const TriggerMatch& match, TokenIndex token) {
  return match.first <= token && token - match.first < 64 &&
         ((match.covered >> (token - match.first)) & 1U) != 0;
}

bool same_place(const TriggerMatch& a, const TriggerMatch& b) {
  return a.head == b.head && a.first == b.first && a.last == b.last;
}

// The matches that stand, longest first; equals that overlap are kept only if they lie on the same words.
std::vector<TriggerMatch> without_overlaps(std::vector<TriggerMatch> matches) {
  std::stable_sort(matches.begin(), matches.end(),
                   [](const TriggerMatch& a, const TriggerMatch& b) {
                     const auto key = [](const TriggerMatch& match) {
                       return std::tuple(-static_cast<int>(match.trigger->weight),
                                         !match.tag_agrees, match.last - match.first, match.first);
                     };
                     return key(a) < key(b);
                   });
  std::vector<TriggerMatch> kept;
  for (const TriggerMatch& match : matches) {
    const bool clashes = std::any_of(kept.begin(), kept.end(), [&](const TriggerMatch& other) {
      if (same_place(match, other))
        return match.tag_agrees != other.tag_agrees || match.trigger == other.trigger;
      return covers(other, match.head) || covers(match, other.head);
    });
    if (!clashes) kept.push_back(match);
  }
  return kept;
}

GuardState guard_state(const Document& document, const TokenWords& words, const Guard& guard,
                       const EventClause& clause) {
  if (!guard.slot) return GuardState::none;
  // The object of an active clause is the subject of a passive one.
  std::optional<TokenIndex> word;
  if (*guard.slot == Slot::obj) word = clause.passive ? clause.subject : clause.object;
  if (*guard.slot == Slot::subj) word = clause.passive ? clause.agent : clause.subject;
  if (!word) return GuardState::absent;
  const Token& token = document.tokens[*word];
  if (words.classes[*word] & guard.classes) return GuardState::met;
  const bool open = token.upos == Upos::pron || token.upos == Upos::num || token.upos == Upos::det;
  if (open || (guard.name && token.upos == Upos::propn)) return GuardState::met;
  return GuardState::unmet;
}

void add_types(EventCandidate& candidate, const Trigger& trigger) {
  for (const EventType type : trigger.types) {
    if (std::find(candidate.types.begin(), candidate.types.end(), type) == candidate.types.end())
      candidate.types.push_back(type);
  }
}

// "displaced" for the "be" that heads the words "be displaced".
TokenIndex behind_auxiliary(const Document& document, TokenIndex head) {
  const Token& token = document.tokens[head];
  const bool auxiliary = token.deprel == Deprel::aux || token.deprel == Deprel::aux_pass ||
                         token.deprel == Deprel::cop;
  return auxiliary && token.head != kNoToken ? token.head : head;
}

EventCandidate candidate_of(const Document& document, const TokenWords& words,
                            const StatusWords& status, const TriggerMatch& match,
                            std::uint32_t sentence) {
  EventCandidate candidate;
  candidate.trigger = match.trigger;
  candidate.first = match.first;
  candidate.last = match.last;
  candidate.head = match.head;
  candidate.sentence = sentence;
  candidate.tag_agrees = match.tag_agrees;
  const bool verb = match.trigger->pos == TriggerPos::verb;
  const TokenIndex head = verb ? behind_auxiliary(document, match.head) : match.head;
  candidate.clause = clause_of(document, head);
  candidate.guard = guard_state(document, words, match.trigger->guard, candidate.clause);
  const bool noun = match.trigger->pos == TriggerPos::noun;
  candidate.status =
      status_at(document, status, {match.first, match.last, head, noun, match.covered});
  add_types(candidate, *match.trigger);
  return candidate;
}

}  // namespace

EventCandidates find_candidates(const Document& document, const TriggerTable& triggers,
                                const StatusWords& status) {
  EventCandidates out;
  out.words = triggers.look_up(document);
  std::vector<TriggerMatch> matches;
  for (std::uint32_t number = 0; number < document.sentences.size(); ++number) {
    matches.clear();
    triggers.match(document, out.words, document.sentences[number], matches);
    std::vector<TriggerMatch> kept = without_overlaps(std::move(matches));
    std::stable_sort(kept.begin(), kept.end(),
                     [](const TriggerMatch& a, const TriggerMatch& b) { return a.head < b.head; });
    const auto first = static_cast<std::uint32_t>(out.list.size());
    for (const TriggerMatch& match : kept) {
      if (out.list.size() > first && out.list.back().head == match.head) {
        add_types(out.list.back(), *match.trigger);
      } else {
        out.list.push_back(candidate_of(document, out.words, status, match, number));
      }
    }
    out.of_sentence.emplace_back(first, static_cast<std::uint32_t>(out.list.size()));
    matches = std::move(kept);
  }
  return out;
}

}  // namespace relata
