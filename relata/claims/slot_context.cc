// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/slot_context.h"

#include <algorithm>
#include <array>

#include "relata/claims/locate.h"

namespace relata {

namespace {

// Numbers of the feature templates; a new one goes at the end, or the weights must be trained again.
enum Template : std::uint32_t {
  kSentences = 100,
  kTypeSentences,
  kApart,
  kTypeApart,
  kTreeDistance,
  kPath,
  kTypePath,
  kPreposition,
  kTypePreposition,
  kRelation,
  kOtherHead,
  kInEvidence,
  kBetween,
  kUnderOther,
  kNearestEvent,
  kHeadings,
  kEventTag,
  kDirect,
  kTypeDirect,
  kHostType,
  kHostLemma,
  kDeterminer,
  kSharedNumbers,
  kSharedLemmas,
  kTense,
  kHostTypes
};

constexpr std::size_t kLongestPath = 7;
constexpr std::uint32_t kFarApart = 50;  // steps in the tree, of tokens without a way
constexpr std::uint32_t kOutsideEvidence =
    10;  // so many steps further if the clause does not hold it

std::uint64_t preposition_of(const Document& document, TokenIndex token) {
  const auto preposition = document.child(token, Deprel::case_);
  return preposition ? hash_text(document.lemma(*preposition)) : 0;
}

std::uint64_t number(auto value) { return static_cast<std::uint64_t>(value); }

bool carries_meaning(Upos upos) {
  return upos == Upos::noun || upos == Upos::propn || upos == Upos::verb;
}

SentenceWords words_of_sentence(const Document& document, const Sentence& sentence) {
  SentenceWords words;
  for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
    const Upos upos = document.tokens[i].upos;
    if (upos == Upos::num) words.numbers.push_back(hash_text(document.lemma(i)));
    if (carries_meaning(upos)) words.lemmas.push_back(hash_text(document.lemma(i)));
  }
  for (auto* list : {&words.numbers, &words.lemmas}) {
    std::sort(list->begin(), list->end());
    list->erase(std::unique(list->begin(), list->end()), list->end());
  }
  return words;
}

std::uint32_t shared(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::uint32_t count = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    count += *x == *y;
    const bool step_a = *x <= *y;
    const bool step_b = *y <= *x;
    x += step_a;
    y += step_b;
  }
  return count;
}

// How two types can be one happening: the same, one that leaves open what the other says, both violent, or not at all.
std::uint64_t likeness(EventType a, EventType b) {
  if (a == b) return 3;
  if (is_violent(a) && is_violent(b)) return leaves_method_open(a) || leaves_method_open(b) ? 2 : 1;
  return 0;
}

}  // namespace

std::uint32_t bucket(std::uint32_t number) {
  constexpr std::array<std::uint32_t, 8> kSteps{1, 2, 3, 4, 6, 9, 14, 22};
  return static_cast<std::uint32_t>(std::upper_bound(kSteps.begin(), kSteps.end(), number) -
                                    kSteps.begin());
}

SlotContext::SlotContext(const Document& document, std::span<const Event> events)
    : document_(document), events_(events), first_of_(document.sentences.size() + 1) {
  std::uint32_t next = 0;
  for (std::uint32_t sentence = 0; sentence < document.sentences.size(); ++sentence) {
    first_of_[sentence] = next;
    while (next < events.size() && document.tokens[events[next].head].sentence <= sentence) ++next;
  }
  first_of_.back() = static_cast<std::uint32_t>(events.size());
  words_.reserve(document.sentences.size());
  for (const Sentence& sentence : document.sentences)
    words_.push_back(words_of_sentence(document, sentence));
}

std::span<const Event> SlotContext::events_of(std::uint32_t sentence) const {
  return events_.subspan(first_of_[sentence], first_of_[sentence + 1] - first_of_[sentence]);
}

int SlotContext::sentences_before(const Event& event, TokenIndex other) const {
  return static_cast<int>(document_.tokens[event.head].sentence) -
         static_cast<int>(document_.tokens[other].sentence);
}

// The relations on the way from one token up and down to the other, as one number; 0 if the way is long.
std::uint64_t SlotContext::path(TokenIndex from, TokenIndex to) const {
  std::array<TokenIndex, kLongestPath> up{};
  std::size_t ups = 0;
  for (TokenIndex at = from; at != kNoToken && ups < kLongestPath; at = document_.tokens[at].head)
    up[ups++] = at;
  std::uint64_t down = 0;
  std::size_t steps = 0;
  for (TokenIndex at = to; at != kNoToken && steps < kLongestPath;
       at = document_.tokens[at].head, ++steps) {
    const auto meet = std::find(up.begin(), up.begin() + static_cast<std::ptrdiff_t>(ups), at);
    if (meet == up.begin() + static_cast<std::ptrdiff_t>(ups)) {
      down = mix(down + number(document_.tokens[at].deprel) + 1);
      continue;
    }
    std::uint64_t way = mix(down);
    for (auto step = up.begin(); step != meet; ++step)
      way = mix(way + number(document_.tokens[*step].deprel) + 77);
    return way;
  }
  return 0;
}

void SlotContext::same_sentence_features(const Event& event, TokenIndex other,
                                         std::vector<Feature>& out) const {
  const std::uint64_t type = number(event.type);
  const bool after = other > event.head;
  const std::uint32_t apart = bucket(after ? other - event.head : event.head - other);
  out.push_back(feature(kApart, after, apart));
  out.push_back(feature(kTypeApart, type, after, apart));
  out.push_back(
      feature(kTreeDistance, bucket(tree_distance(document_, event.head, other).value_or(99))));
  const std::uint64_t way = path(event.head, other);
  out.push_back(feature(kPath, way));
  out.push_back(feature(kTypePath, type, way));
  out.push_back(feature(kEventTag, number(document_.tokens[event.head].upos), way));
  const bool evidence = event.evidence.contains(document_.tokens[other].span);
  out.push_back(feature(kInEvidence, evidence));
  std::uint32_t between = 0;
  bool under_other = false;
  bool nearest = true;
  for (const Event& rival : events_of(document_.tokens[other].sentence)) {
    if (rival.head == event.head) continue;
    const TokenIndex low = std::min(event.head, other);
    const TokenIndex high = std::max(event.head, other);
    between += rival.head > low && rival.head < high;
    under_other |= document_.under(other, rival.head) && !document_.under(event.head, rival.head);
    const TokenIndex rival_apart = rival.head > other ? rival.head - other : other - rival.head;
    nearest &= high - low <= rival_apart;
  }
  out.push_back(feature(kBetween, std::min(between, 3U), after, evidence));
  out.push_back(feature(kUnderOther, under_other, document_.under(other, event.head)));
  out.push_back(feature(kNearestEvent, nearest, evidence));
  const bool direct = document_.under(other, event.head);
  out.push_back(feature(kDirect, direct, apart));
  out.push_back(feature(kTypeDirect, type, direct, under_other));
}

void SlotContext::pair_features(const Event& event, TokenIndex other,
                                std::vector<Feature>& out) const {
  const std::uint64_t type = number(event.type);
  const int before = std::clamp(sentences_before(event, other), -2, 5);
  out.push_back(feature(kSentences, before));
  out.push_back(feature(kTypeSentences, type, before));
  const std::uint64_t preposition = preposition_of(document_, other);
  out.push_back(feature(kPreposition, preposition, before == 0));
  out.push_back(feature(kTypePreposition, type, preposition, before == 0));
  out.push_back(feature(kRelation, number(document_.tokens[other].deprel), before == 0));
  const bool event_heading = document_.sentences[document_.tokens[event.head].sentence].heading;
  const bool other_heading = document_.sentences[document_.tokens[other].sentence].heading;
  out.push_back(feature(kHeadings, event_heading, other_heading, before));
  const TokenIndex head = document_.tokens[other].head;
  if (head != kNoToken)
    out.push_back(feature(kOtherHead, hash_text(document_.lemma(head)), before == 0));
  out.push_back(feature(kDeterminer, determiner_of(event), before));
  if (before == 0) {
    same_sentence_features(event, other, out);
  } else {
    other_sentence_features(event, other, before, out);
  }
}

// Whether the other sentence tells of the same happening: by its event, its numbers and its words.
void SlotContext::other_sentence_features(const Event& event, TokenIndex other, int before,
                                          std::vector<Feature>& out) const {
  const Event* host = host_of(other);
  const std::uint64_t like = host == nullptr ? 4 : likeness(event.type, host->type);
  out.push_back(feature(kHostType, like, before));
  if (host != nullptr) {
    const bool same = document_.lemma(event.head) == document_.lemma(host->head);
    out.push_back(feature(kHostLemma, same, determiner_of(event), before > 0));
    out.push_back(feature(kHostTypes, number(event.type), number(host->type)));
  }
  const SentenceWords& mine = words_[document_.tokens[event.head].sentence];
  const SentenceWords& theirs = words_[document_.tokens[other].sentence];
  const std::uint32_t numbers = std::min(shared(mine.numbers, theirs.numbers), 2U);
  out.push_back(feature(kSharedNumbers, numbers, mine.numbers.empty(), before));
  out.push_back(feature(kSharedLemmas, std::min(shared(mine.lemmas, theirs.lemmas), 6U), before));
  out.push_back(feature(kTense, tense_of(event), before));
}

const Event* SlotContext::host_of(TokenIndex other) const {
  const Event* host = nullptr;
  std::uint32_t nearest = 0;
  for (const Event& event : events_of(document_.tokens[other].sentence)) {
    const std::uint32_t apart =
        tree_distance(document_, event.head, other).value_or(kFarApart) +
        (event.evidence.contains(document_.tokens[other].span) ? 0 : kOutsideEvidence);
    if (host != nullptr && apart >= nearest) continue;
    host = &event;
    nearest = apart;
  }
  return host;
}

std::uint64_t SlotContext::determiner_of(const Event& event) const {
  const auto determiner = document_.child(event.head, Deprel::det);
  return determiner ? hash_text(document_.lemma(*determiner)) : 0;
}

std::uint64_t SlotContext::tense_of(const Event& event) const {
  TokenIndex verb = event.head;
  for (std::size_t steps = 0; steps < kLongestPath && document_.tokens[verb].upos != Upos::verb &&
                              document_.tokens[verb].head != kNoToken;
       ++steps) {
    verb = document_.tokens[verb].head;
  }
  const auto auxiliary = document_.child(verb, Deprel::aux);
  return mix(number(document_.tokens[verb].xpos) +
             (auxiliary ? hash_text(document_.lemma(*auxiliary)) : 0));
}

}  // namespace relata
