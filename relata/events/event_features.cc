// SPDX-License-Identifier: Apache-2.0
#include "relata/events/event_features.h"

#include <algorithm>

namespace relata {
namespace {

constexpr std::uint32_t kNear = 8;  // words to either side that count as near

enum Template : std::uint32_t {
  kBias,
  kPhrase,
  kForm,
  kPhraseTag,
  kTagAgrees,
  kFirstType,
  kDeprel,
  kHeadWord,
  kHeadWordType,
  kBefore,
  kAfter,
  kBefore2,
  kAfter2,
  kAround,
  kChild,
  kChildClass,
  kChildPhrase,
  kSubject,
  kSubjectClass,
  kObject,
  kObjectClass,
  kObjectNone,
  kSubjectNone,
  kPassive,
  kPreposition,
  kGuard,
  kNearClass,
  kInsideClass,
  kSentenceClass,
  kDocumentClass,
  kPeace,
  kConflict,
  kLeft,
  kRight,
  kOver,
  kUnder,
  kOtherType,
  kSame,
  kHeading,
  kHeadingPhrase,
  kPlace,
  kRepeated,
  kStatus,
  kQuoted,
  kDefinite,
  kNumber,
  kNominal,
  kDetPhrase,
  kSentenceWord,
  kAlone,
  kFigurative,
  kPairBias,
  kRank,
  kRankCount,
  kRankGuard,
  kRankAgree,
  kEvidence,
  kEvidenceOther,
  kRankHeading,
  kRankDeprel,
  kRankStatus,
  kRankPeace,
  kFirst,
  kChildCount,
  kFormPhrase,
  kClausePlace,
  kHeadDeprel,
  kOverType,
  kCountNear
};

std::uint32_t few(std::uint32_t count) { return std::min<std::uint32_t>(count, 3); }

// Far, middling or near, in tokens.
std::uint32_t distance(TokenIndex from, TokenIndex to) {
  const std::uint32_t tokens = from > to ? from - to : to - from;
  return tokens < 3 ? 0 : tokens < 7 ? 1 : tokens < 15 ? 2 : 3;
}

std::uint64_t number(EventType type) { return static_cast<std::uint64_t>(type); }

}  // namespace

std::optional<WordClass> evidence_of(EventType type) {
  switch (type) {
    case EventType::airstrike:
      return WordClass::air;
    case EventType::shelling:
      return WordClass::shell;
    case EventType::shooting:
      return WordClass::gun;
    case EventType::bombing:
      return WordClass::explosive;
    case EventType::suicide_bombing:
      return WordClass::suicide;
    case EventType::chemical_attack:
      return WordClass::chemical;
    case EventType::aid_delivery:
    case EventType::aid_obstruction:
      return WordClass::aid;
    case EventType::weapons_disruption:
      return WordClass::arms;
    case EventType::agreement:
    case EventType::violation:
      return WordClass::truce;
    case EventType::negotiation:
      return WordClass::diplomat;
    case EventType::killing:
    case EventType::toll:
    case EventType::massacre:
      return WordClass::harm;
    case EventType::destruction:
      return WordClass::property;
    case EventType::capture:
    case EventType::holding:
    case EventType::siege:
      return WordClass::place;
    case EventType::detention:
      return WordClass::authority;
    case EventType::displacement:
    case EventType::evacuation:
    case EventType::abduction:
      return WordClass::civilian;
    case EventType::clash:
    case EventType::offensive:
    case EventType::withdrawal:
    case EventType::troop_movement:
      return WordClass::force;
    default:
      return std::nullopt;
  }
}

EventFeatures::EventFeatures(const Document& document, const EventCandidates& candidates)
    : document_(document), candidates_(candidates), in_sentence_(document.sentences.size()) {
  for (const EventCandidate& candidate : candidates.list)
    first_sentence_.try_emplace(candidate.trigger, candidate.sentence);
  lemmas_.reserve(document.tokens.size());
  for (TokenIndex i = 0; i < document.tokens.size(); ++i) {
    const Token& token = document.tokens[i];
    lemmas_.push_back(token.upos == Upos::propn || token.upos == Upos::num
                          ? static_cast<std::uint64_t>(token.upos) + 1
                          : hash_text(token.lemma));
    for (std::size_t c = 0; c < kWordClasses; ++c) {
      if (candidates.words.classes[i] & bit(static_cast<WordClass>(c))) {
        ++in_document_[c];
        ++in_sentence_[token.sentence][c];
      }
    }
  }
}

std::uint64_t EventFeatures::lemma_at(const Sentence& sentence, std::int64_t token) const {
  if (token < sentence.first) return 0xFFFF;
  if (token >= sentence.last) return 0xFFFE;
  return lemmas_[static_cast<std::size_t>(token)];
}

void EventFeatures::count_classes(const EventCandidate& candidate) {
  inside_.fill(0);
  near_.fill(0);
  const Sentence& sentence = document_.sentences[candidate.sentence];
  const TokenIndex from =
      std::max(sentence.first, candidate.first - std::min(candidate.first, kNear));
  const TokenIndex to = std::min(sentence.last, candidate.last + 1 + kNear);
  for (TokenIndex token = from; token < to; ++token) {
    const bool own = (token >= candidate.first && token <= candidate.last) ||
                     (document_.tokens[token].head == candidate.head && token != candidate.head);
    for (std::size_t c = 0; c < kWordClasses; ++c) {
      if (!(candidates_.words.classes[token] & bit(static_cast<WordClass>(c)))) continue;
      if (own) ++inside_[c];
      ++near_[c];
    }
  }
}

void EventFeatures::see_words(const EventCandidate& candidate) {
  const Sentence& sentence = document_.sentences[candidate.sentence];
  const std::uint64_t phrase = hash_text(candidate.trigger->words);
  const Token& head = document_.tokens[candidate.head];
  const auto first = static_cast<std::int64_t>(candidate.first);
  const auto last = static_cast<std::int64_t>(candidate.last);
  see(kPhrase, phrase);
  see(kForm, hash_text(document_.word(candidate.head)));
  see(kPhraseTag, phrase, head.xpos);
  see(kTagAgrees, candidate.tag_agrees, candidate.trigger->pos);
  see(kBefore, lemma_at(sentence, first - 1));
  see(kAfter, lemma_at(sentence, last + 1));
  see(kFormPhrase, lemma_at(sentence, first - 1), phrase);
  see(kAround, lemma_at(sentence, last + 1), phrase);
  see(kBefore2, lemma_at(sentence, first - 2), lemma_at(sentence, first - 1));
  see(kAfter2, lemma_at(sentence, last + 1), lemma_at(sentence, last + 2));
  for (std::int64_t offset = 2; offset <= 4; ++offset) {
    see(kSentenceWord, 0, lemma_at(sentence, first - offset));
    see(kSentenceWord, 1, lemma_at(sentence, last + offset));
  }
}

void EventFeatures::see_dependents(TokenIndex head, std::uint32_t id, std::uint64_t own) {
  for (const TokenIndex child : document_.children[head]) {
    const Token& token = document_.tokens[child];
    if (token.deprel == Deprel::punct) continue;
    see(id, token.deprel, lemma(child));
    see(id, token.deprel, own, 7);
    for (std::size_t c = 0; c < kWordClasses; ++c) {
      if (candidates_.words.classes[child] & bit(static_cast<WordClass>(c)))
        see(kChildClass, token.deprel, c, id);
    }
  }
}

void EventFeatures::see_tree(const EventCandidate& candidate) {
  const Token& head = document_.tokens[candidate.head];
  const std::uint64_t first = number(candidate.types.front());
  const std::uint64_t over = head.head == kNoToken ? 0 : lemma(head.head);
  see(kDeprel, head.deprel);
  see(kDeprel, head.deprel, first);
  see(kHeadWord, over);
  see(kHeadWordType, over, first);
  see(kHeadDeprel, head.deprel, over);
  if (is_nominal(head))
    see(kPreposition, hash_text(preposition_of(document_, candidate.head)), first);
  see_dependents(candidate.head, kChild, first);
  see(kPassive, candidate.clause.passive, first);
  const auto argument = [&](std::optional<TokenIndex> token, std::uint32_t none, std::uint32_t word,
                            std::uint32_t classes) {
    if (!token) {
      see(none, first);
      return;
    }
    see(word, lemma(*token), first);
    see(word, document_.tokens[*token].upos, 3, first);
    for (std::size_t c = 0; c < kWordClasses; ++c) {
      if (candidates_.words.classes[*token] & bit(static_cast<WordClass>(c)))
        see(classes, c, first);
    }
    for (const TokenIndex child : document_.children[*token]) {
      if (document_.tokens[child].deprel == Deprel::nummod) see(kNumber, word, first);
    }
  };
  argument(candidate.clause.subject, kSubjectNone, kSubject, kSubjectClass);
  argument(candidate.clause.object, kObjectNone, kObject, kObjectClass);
  see(kGuard, candidate.guard, first);
  for (const TokenIndex child : document_.children[candidate.head]) {
    if (document_.tokens[child].deprel == Deprel::det) see(kDetPhrase, lemma(child), first);
  }
}

void EventFeatures::see_neighbours(std::uint32_t index) {
  const EventCandidate& candidate = candidates_.list[index];
  const std::uint64_t first = number(candidate.types.front());
  const auto [begin, end] = candidates_.of_sentence[candidate.sentence];
  see(kAlone, few(end - begin));
  std::uint64_t left = 99, right = 99;
  std::uint32_t left_far = 0, right_far = 0;
  if (index > begin) {
    left = number(candidates_.list[index - 1].types.front());
    left_far = distance(candidates_.list[index - 1].head, candidate.head);
  }
  if (index + 1 < end) {
    right = number(candidates_.list[index + 1].types.front());
    right_far = distance(candidates_.list[index + 1].head, candidate.head);
  }
  see(kLeft, left, first);
  see(kLeft, left, first, left_far);
  see(kRight, right, first);
  see(kRight, right, first, right_far);
  for (std::uint32_t other = begin; other < end; ++other) {
    if (other == index) continue;
    const EventCandidate& neighbour = candidates_.list[other];
    see(kOtherType, number(neighbour.types.front()), first, other < index);
    const TokenIndex above = document_.tokens[candidate.head].head;
    const Token& theirs = document_.tokens[neighbour.head];
    if (above == neighbour.head) {
      see(kOver, number(neighbour.types.front()), document_.tokens[candidate.head].deprel, first);
      see(kOverType, hash_text(neighbour.trigger->words), first);
    }
    if (theirs.head == candidate.head) {
      see(kUnder, number(neighbour.types.front()), theirs.deprel, first);
      see(kOverType, hash_text(neighbour.trigger->words), first, 1);
    }
  }
}

void EventFeatures::see_text(std::uint32_t index) {
  const EventCandidate& candidate = candidates_.list[index];
  const std::uint64_t first = number(candidate.types.front());
  const std::uint64_t phrase = hash_text(candidate.trigger->words);
  const Sentence& sentence = document_.sentences[candidate.sentence];
  see(kHeading, sentence.heading);
  see(kHeadingPhrase, sentence.heading, first);
  see(kPlace, few(candidate.sentence));
  see(kStatus, candidate.status.status, first);
  see(kFigurative, candidate.status.figurative);
  see(kQuoted, document_.tokens[candidate.head].quoted, first);
  see(kClausePlace, std::min<std::uint32_t>((candidate.head - sentence.first) / 5, 6), first);
  const bool repeated = first_sentence_.at(candidate.trigger) < candidate.sentence;
  see(kRepeated, repeated, phrase);
  see(kRepeated, repeated, first, 1);
  const Counts& here = in_sentence_[candidate.sentence];
  std::uint32_t peace = 0;
  for (std::size_t c = 0; c < kWordClasses; ++c) {
    if (near_[c]) see(kNearClass, c, first);
    if (inside_[c]) {
      see(kInsideClass, c, first);
      see(kInsideClass, c, phrase, 1);
    }
    if (here[c]) see(kSentenceClass, c, first);
    if (in_document_[c]) see(kDocumentClass, c, few(in_document_[c]), first);
    if (c >= static_cast<std::size_t>(WordClass::sport)) peace += here[c];
  }
  see(kPeace, few(peace));
  const auto conflict = here[static_cast<std::size_t>(WordClass::conflict)];
  const auto forces = here[static_cast<std::size_t>(WordClass::force)];
  see(kConflict, few(conflict), few(peace));
  see(kConflict, few(conflict), few(forces), 1);
  see(kCountNear, here[static_cast<std::size_t>(WordClass::harm)] > 1, first);
}

void EventFeatures::observe(std::uint32_t index) {
  candidate_ = &candidates_.list[index];
  seen_.clear();
  count_classes(*candidate_);
  see(kBias);
  see(kFirstType, number(candidate_->types.front()));
  see_words(*candidate_);
  see_tree(*candidate_);
  see_neighbours(index);
  see_text(index);
}

void EventFeatures::pair(EventType type, std::vector<Feature>& out) const {
  out.clear();
  const std::uint64_t asked = number(type);
  for (const Feature seen : seen_) out.push_back(mix(seen + asked * 0x9E3779B97F4A7C15U));
  const auto at = std::find(candidate_->types.begin(), candidate_->types.end(), type);
  const auto rank = static_cast<std::uint32_t>(at - candidate_->types.begin());
  const Sentence& sentence = document_.sentences[candidate_->sentence];
  const auto shared = [&](std::uint32_t id, auto... parts) {
    out.push_back(feature(id, parts...));
  };
  shared(kPairBias);
  shared(kRank, few(rank));
  shared(kRankCount, few(rank), candidate_->types.size());
  shared(kRankGuard, few(rank), candidate_->guard);
  shared(kRankAgree, few(rank), candidate_->tag_agrees, candidate_->trigger->pos,
         few(static_cast<std::uint32_t>(candidate_->trigger->weight)));
  shared(kRankHeading, few(rank), sentence.heading);
  shared(kRankDeprel, few(rank), document_.tokens[candidate_->head].deprel);
  shared(kRankStatus, few(rank), candidate_->status.status, candidate_->status.figurative);
  const Counts& here = in_sentence_[candidate_->sentence];
  std::uint32_t peace = 0;
  for (auto c = static_cast<std::size_t>(WordClass::sport); c < kWordClasses; ++c) peace += here[c];
  shared(kRankPeace, few(rank), few(peace),
         few(here[static_cast<std::size_t>(WordClass::conflict)]));
  if (const auto evidence = evidence_of(type)) {
    const auto c = static_cast<std::size_t>(*evidence);
    shared(kEvidence, few(rank), inside_[c] > 0, near_[c] > 0, here[c] > 0);
  }
  for (std::size_t c = 0; c <= static_cast<std::size_t>(WordClass::chemical); ++c) {
    if (near_[c] && evidence_of(type) != static_cast<WordClass>(c))
      shared(kEvidenceOther, few(rank), inside_[c] > 0);
  }
}

}  // namespace relata
