// SPDX-License-Identifier: Apache-2.0
#include "relata/text/phrase_links.h"

#include <algorithm>

#include "relata/model/feature.h"
#include "relata/text/name_links.h"

namespace relata {
namespace {

constexpr std::size_t kMentionsBack = 80;
constexpr std::uint32_t kSentencesBack = 12;

bool has_kind(const Role& role, std::string_view kind) {
  return std::find(role.kinds.begin(), role.kinds.end(), kind) != role.kinds.end();
}

bool is_body_name(NameKind kind) {
  return kind == NameKind::organisation || kind == NameKind::armed_group;
}

}  // namespace

PhraseLinks::PhraseLinks(EntityBook& book, std::string_view country)
    : book_(book), country_(country) {
  bool several = false;
  for (EntityNumber entity = 0; entity < book_.all().size(); ++entity) {
    if (book_.at(entity).being != Being::body || book_.voice_kind(entity) != "monitor") continue;
    several = only_monitor_.has_value();
    only_monitor_ = entity;
    if (several) break;
  }
  if (several) only_monitor_.reset();
  const auto& mentions = book_.document.mentions;
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].kind) name_headed_by_.emplace(mentions[i].head, i);
  }
}

void PhraseLinks::link(std::uint32_t mention) {
  const MentionFacts& facts = book_.facts[mention];
  if (const auto entity = name_beside(mention)) return book_.join(mention, *entity);
  if (join_table_body(mention)) return;
  if (facts.role && book_.lexicon.role[*facts.role].body && only_monitor_ &&
      book_.lexicon.role[*facts.role].kinds.front() == "monitor") {
    return book_.join(mention, *only_monitor_);
  }
  if (facts.definite && facts.role) {
    if (const auto entity = spoken_of(mention)) return book_.join(mention, *entity);
  }
  const std::uint64_t words = key(mention);
  if (!facts.indefinite) {
    if (const auto found = by_words_.find(words); found != by_words_.end())
      return book_.join(mention, found->second);
  }
  by_words_[words] = book_.add(mention);
}

std::uint64_t PhraseLinks::key(std::uint32_t mention) const {
  const Mention& phrase = book_.document.mentions[mention];
  std::uint64_t key = 1;
  for (const FoldedWord& word : book_.words.from(phrase.first)) {
    if (word.token >= phrase.last) break;
    key = mix(key ^ word.hash);
  }
  return key;
}

// Whether phrase and name, one beside the other, are one: a person's role, what kind of body it is, or its fighters.
bool PhraseLinks::same_as_name(std::uint32_t phrase, std::uint32_t name) const {
  const MentionFacts& facts = book_.facts[phrase];
  const NameKind kind = *book_.document.mentions[name].kind;
  if (facts.being == Being::person && !facts.plural && kind == NameKind::person) return true;
  if (!facts.role) return false;
  const Role& role = book_.lexicon.role[*facts.role];
  if (role.body) return is_body_name(kind);
  // "IS militants": those who fight stand for the body.
  return kind == NameKind::armed_group && !role.kinds.empty() &&
         role.kinds.front() == "armed_group";
}

std::optional<EntityNumber> PhraseLinks::name_beside(std::uint32_t mention) const {
  const auto& document = book_.document;
  const Mention& phrase = document.mentions[mention];
  const auto take = [&](TokenIndex head) -> std::optional<EntityNumber> {
    const auto found = name_headed_by_.find(head);
    if (found == name_headed_by_.end() || !same_as_name(mention, found->second))
      return std::nullopt;
    return book_.of(found->second);
  };
  // "director Rami …": the name follows at once.
  const Sentence& sentence = document.sentences[document.tokens[phrase.head].sentence];
  if (phrase.last < sentence.last && book_.facts[mention].being == Being::person) {
    const auto over = document.mention_over(phrase.last);
    if (over && document.mentions[*over].first == phrase.last &&
        document.mentions[*over].kind == NameKind::person) {
      return book_.of(*over);
    }
  }
  for (const TokenIndex child : document.children[phrase.head]) {
    const Deprel relation = document.tokens[child].deprel;
    if (relation != Deprel::compound && relation != Deprel::appos && relation != Deprel::flat &&
        relation != Deprel::amod)
      continue;
    if (relation != Deprel::appos && child > phrase.head && relation != Deprel::flat) continue;
    if (const auto entity = take(child)) return entity;
  }
  const Token& head = document.tokens[phrase.head];
  if (head.head != kNoToken && (head.deprel == Deprel::appos || head.deprel == Deprel::flat ||
                                head.deprel == Deprel::compound)) {
    if (const auto entity = take(head.head)) return entity;
  }
  return std::nullopt;
}

// "the Syrian army" that no name was found in, "regime forces", "the army" in a report about Syria.
bool PhraseLinks::join_table_body(std::uint32_t mention) {
  const MentionFacts& facts = book_.facts[mention];
  const Mention& phrase = book_.document.mentions[mention];
  if (facts.indefinite) return false;
  if (facts.actor) {
    book_.join_named(mention, book_.lexicon.actor[*facts.actor].name);
    return true;
  }
  TokenIndex first = phrase.first;
  if (const auto nation = book_.lexicon.nations.longest(book_.words, first);
      nation && nation->last < phrase.last) {
    const Nation& named = book_.lexicon.nation[book_.lexicon.nation_word[nation->value].nation];
    if (const auto name = name_behind(book_, first, phrase.last, named.code)) {
      book_.join_named(mention, *name);
      return true;
    }
    // "Iraqi army": the short form "army", as in a report about Iraq.
    if (const auto name = name_behind(book_, nation->last, phrase.last, named.code)) {
      book_.join_named(mention, *name);
      return true;
    }
    return false;
  }
  for (; first <= phrase.head; ++first) {
    if (const auto name = name_behind(book_, first, phrase.last, country_)) {
      book_.join_named(mention, *name);
      return true;
    }
  }
  return false;
}

bool PhraseLinks::fits(std::uint32_t mention, EntityNumber entity) const {
  const MentionFacts& facts = book_.facts[mention];
  const EntityFacts& known = book_.at(entity);
  const Role& role = book_.lexicon.role[*facts.role];
  const bool shares_role =
      std::find(known.roles.begin(), known.roles.end(), *facts.role) != known.roles.end();
  if (shares_role && (known.named || known.plural == facts.plural)) return true;
  if (!role.body) {
    if (known.being != Being::person || known.plural != facts.plural) return false;
    if (facts.gender != Gender::unknown && known.gender != Gender::unknown &&
        facts.gender != known.gender)
      return false;
    return std::any_of(known.roles.begin(), known.roles.end(), [&](std::uint32_t other) {
      const Role& one = book_.lexicon.role[other];
      return !one.body && one.kinds.front() == role.kinds.front() &&
             role.kinds.front() != "other" && role.kinds.front() != "resident";
    });
  }
  if (known.being != Being::body || !known.named || facts.plural) return false;
  const std::string_view kind = book_.voice_kind(entity);
  if (known.nation || known.kind == NameKind::place)
    return role.kinds.front() == "government" && role.kinds.size() == 1 && known.nation;
  return kind.empty() ? !has_kind(role, "armed_group") || role.kinds.size() > 1
                      : has_kind(role, kind);
}

std::optional<EntityNumber> PhraseLinks::spoken_of(std::uint32_t mention) const {
  const auto& passed = book_.passed();
  const std::uint32_t here = book_.sentence(mention);
  const bool speaks = book_.facts[mention].speaks;
  std::optional<EntityNumber> best;
  int best_score = 0;
  for (std::size_t back = 1; back <= std::min(passed.size(), kMentionsBack); ++back) {
    const std::uint32_t other = passed[passed.size() - back];
    const std::uint32_t sentences = here - book_.sentence(other);
    if (sentences > kSentencesBack) break;
    const auto entity = book_.of(other);
    if (!entity || !fits(mention, *entity)) continue;
    const auto& roles = book_.at(*entity).roles;
    const bool same_role =
        std::find(roles.begin(), roles.end(), *book_.facts[mention].role) != roles.end();
    const int score = 100 - 4 * static_cast<int>(sentences) + (same_role ? 20 : 0) +
                      (speaks && book_.facts[other].speaks ? 10 : 0);
    if (score > best_score) {
      best = entity;
      best_score = score;
    }
  }
  return best;
}

}  // namespace relata
