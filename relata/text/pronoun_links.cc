// SPDX-License-Identifier: Apache-2.0
#include "relata/text/pronoun_links.h"

#include <algorithm>

#include "relata/base/fold.h"

namespace relata {
namespace {

constexpr std::size_t kMentionsBack = 60;
constexpr std::uint32_t kSentencesBack = 4;
constexpr std::uint32_t kSpeakerBack = 6;

}  // namespace

PronounLinks::PronounLinks(EntityBook& book)
    : book_(book), speaker_in_(book.document.sentences.size()) {
  for (std::uint32_t i = 0; i < book_.document.mentions.size(); ++i) {
    auto& speaker = speaker_in_[book_.sentence(i)];
    if (!speaker && book_.facts[i].speaks) speaker = i;
  }
}

void PronounLinks::link(std::uint32_t mention) {
  if (const auto entity = antecedent(mention)) return book_.join(mention, *entity);
  book_.add(mention);
}

std::optional<EntityNumber> PronounLinks::antecedent(std::uint32_t mention) const {
  const Token& token = book_.document.tokens[book_.document.mentions[mention].head];
  if (token.xpos == Xpos::wp || token.xpos == Xpos::wdt || token.xpos == Xpos::wp_poss)
    return relative(mention);
  const std::string word = lower_ascii(book_.document.word(book_.document.mentions[mention].head));
  for (const std::string_view first : {"i", "me", "my", "we", "us", "our"}) {
    if (word == first) return first_person(mention);
  }
  return third_person(mention);
}

std::optional<EntityNumber> PronounLinks::relative(std::uint32_t mention) const {
  const auto& document = book_.document;
  TokenIndex at = document.mentions[mention].head;
  for (int steps = 0; steps < 4 && at != kNoToken; ++steps, at = document.tokens[at].head) {
    const Token& token = document.tokens[at];
    if (token.deprel != Deprel::acl_relcl || token.head == kNoToken) continue;
    const auto noun = document.mention_headed_by(token.head);
    return noun ? book_.of(*noun) : std::nullopt;
  }
  return right_before(mention);
}

// "the White Helmets, who …" where the tree hangs the clause elsewhere.
std::optional<EntityNumber> PronounLinks::right_before(std::uint32_t mention) const {
  const auto& document = book_.document;
  const TokenIndex pronoun = document.mentions[mention].head;
  const TokenIndex first = document.sentences[document.tokens[pronoun].sentence].first;
  TokenIndex last = pronoun;
  if (last > first && document.word(last - 1) == ",") --last;
  if (last == first) return std::nullopt;
  const auto noun = document.mention_over(last - 1);
  return noun && document.mentions[*noun].last == last ? book_.of(*noun) : std::nullopt;
}

// The speaker of this sentence, else of the one before whose words run on.
std::optional<EntityNumber> PronounLinks::first_person(std::uint32_t mention) const {
  const std::uint32_t here = book_.sentence(mention);
  for (std::uint32_t back = 0; back <= std::min(here, kSpeakerBack); ++back) {
    const auto speaker = speaker_in_[here - back];
    if (!speaker || *speaker == mention) continue;
    const MentionFacts& facts = book_.facts[*speaker];
    if (facts.sort == MentionSort::pronoun && *speaker > mention) continue;
    return book_.of(*speaker);
  }
  return std::nullopt;
}

bool PronounLinks::is_subject(std::uint32_t mention) const {
  const Deprel relation = book_.document.tokens[book_.document.mentions[mention].head].deprel;
  return relation == Deprel::nsubj || relation == Deprel::nsubj_pass;
}

bool PronounLinks::fits(std::uint32_t mention, EntityNumber entity) const {
  const MentionFacts& facts = book_.facts[mention];
  const EntityFacts& known = book_.at(entity);
  // A pronoun that nobody was found for is nobody's antecedent, unless it is the same one again.
  if (book_.facts[known.mentions.front()].sort == MentionSort::pronoun &&
      (known.gender == Gender::unknown || known.gender != facts.gender))
    return false;
  if (facts.being == Being::person) {
    return known.being == Being::person && !known.plural &&
           (known.gender == Gender::unknown || facts.gender == Gender::unknown ||
            known.gender == facts.gender);
  }
  if (facts.plural) {
    if (known.being == Being::thing) return false;
    return known.plural || (known.being == Being::body && known.kind != NameKind::place &&
                            known.kind != NameKind::nationality);
  }
  return known.being == Being::body && !known.plural &&
         (known.kind != NameKind::place || known.nation);
}

int PronounLinks::score(std::uint32_t mention, std::uint32_t other) const {
  const auto& document = book_.document;
  const std::uint32_t sentences = book_.sentence(mention) - book_.sentence(other);
  int score = 100 - 12 * static_cast<int>(sentences);
  if (is_subject(other)) score += 10;
  if (book_.facts[mention].speaks && book_.facts[other].speaks) score += 25;
  if (book_.facts[other].sort == MentionSort::name) score += 3;
  // Two arguments of one verb are two; but an owner may be its subject: "he lost his house".
  const Token& here = document.tokens[document.mentions[mention].head];
  const Token& there = document.tokens[document.mentions[other].head];
  if (here.deprel != Deprel::nmod_poss && here.head != kNoToken && here.head == there.head)
    score -= 60;
  return score;
}

std::optional<EntityNumber> PronounLinks::third_person(std::uint32_t mention) const {
  const auto& passed = book_.passed();
  const std::uint32_t here = book_.sentence(mention);
  const bool thing = book_.facts[mention].being == Being::body;
  std::optional<EntityNumber> best;
  int best_score = 0;
  for (std::size_t back = 1; back <= std::min(passed.size(), kMentionsBack); ++back) {
    const std::uint32_t other = passed[passed.size() - back];
    const std::uint32_t sentences = here - book_.sentence(other);
    if (sentences > kSentencesBack) break;
    const auto entity = book_.of(other);
    if (!entity || !fits(mention, *entity)) continue;
    // "it" is most often no body: only for one that acts or speaks nearby.
    if (thing && !(is_subject(other) && sentences <= 1) &&
        !(book_.facts[other].speaks && book_.facts[mention].speaks))
      continue;
    const int points =
        score(mention, other) + (book_.at(*entity).plural == book_.facts[mention].plural ? 4 : 0);
    if (points > best_score) {
      best = entity;
      best_score = points;
    }
  }
  return best;
}

}  // namespace relata
