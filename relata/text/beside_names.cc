// SPDX-License-Identifier: Apache-2.0
#include "relata/text/beside_names.h"

#include <algorithm>

#include "relata/text/noun_phrases.h"

namespace relata {
namespace {

constexpr int kMostTitles = 3;          // before a name
constexpr TokenIndex kLongestBody = 9;  // tokens between a role and the name of who has it

}  // namespace

BesideNames::BesideNames(const EntityBook& book) : book_(book) {
  const auto& mentions = book_.document.mentions;
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].kind) name_headed_by_.emplace(mentions[i].head, i);
  }
}

// Whether phrase and name, one beside the other, are one: a person's role, what kind of body it is, or its fighters.
bool BesideNames::same_as_name(std::uint32_t phrase, std::uint32_t name) const {
  const MentionFacts& facts = book_.facts[phrase];
  const NameKind kind = *book_.document.mentions[name].kind;
  if (facts.being == Being::person && !facts.plural && kind == NameKind::person) return true;
  if (!facts.role) return false;
  const Role& role = book_.lexicon.role[*facts.role];
  if (role.body) {
    const std::string_view voice = book_.voice_kind(*book_.of(name));
    return is_body(kind) && (voice.empty() || may_be(role, voice));
  }
  // "IS militants": those who fight stand for the body.
  return kind == NameKind::armed_group && !role.kinds.empty() &&
         role.kinds.front() == "armed_group";
}

std::optional<EntityNumber> BesideNames::find(std::uint32_t mention) const {
  const auto& document = book_.document;
  const Mention& phrase = document.mentions[mention];
  const auto take = [&](TokenIndex head) -> std::optional<EntityNumber> {
    const auto found = name_headed_by_.find(head);
    if (found == name_headed_by_.end() || !same_as_name(mention, found->second))
      return std::nullopt;
    return book_.of(found->second);
  };
  if (const auto name = name_next(mention)) return book_.of(*name);
  if (const auto name = name_before(mention)) return book_.of(*name);
  if (const auto name = name_within(mention)) return book_.of(*name);
  if (const auto name = name_after_body(mention)) return book_.of(*name);
  if (const auto name = name_called(mention)) return book_.of(*name);
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

// "director Rami …", "Lieutenant Colonel Thomas …", "news agency SANA": the name follows at once, or after more titles.
std::optional<std::uint32_t> BesideNames::name_next(std::uint32_t mention) const {
  const auto& document = book_.document;
  const Mention& phrase = document.mentions[mention];
  const Sentence& sentence = document.sentences[document.tokens[phrase.head].sentence];
  TokenIndex next = phrase.last;
  for (int titles = 0; next < sentence.last && titles <= kMostTitles; ++titles) {
    const auto over = document.mention_over(next);
    if (!over || document.mentions[*over].first != next) return std::nullopt;
    const Mention& name = document.mentions[*over];
    if (name.kind)
      return same_as_name(mention, *over) && (is_body(*name.kind) || name.kind == NameKind::person)
                 ? over
                 : std::nullopt;
    if (book_.facts[*over].being != Being::person || !book_.facts[*over].role) return std::nullopt;
    next = name.last;
  }
  return std::nullopt;
}

// "the Observatory a Britain-based group": a name right before the article, whose comma was lost.
std::optional<std::uint32_t> BesideNames::name_before(std::uint32_t mention) const {
  const auto& document = book_.document;
  const Mention& phrase = document.mentions[mention];
  const auto det = determiner_of(document, phrase.head);
  if (!det || *det + 1 != phrase.first || *det == 0) return std::nullopt;
  TokenIndex last = *det - 1;
  if (document.word(last) == "," && last > 0) --last;
  const auto over = document.mention_over(last);
  if (!over || document.mentions[*over].last != last + 1 || !document.mentions[*over].kind)
    return std::nullopt;
  if (document.tokens[last].sentence != document.tokens[phrase.head].sentence ||
      !same_as_name(mention, *over))
    return std::nullopt;
  return over;
}

// "Syrian Observatory for Human Rights monitoring group": a name right before the role's words.
std::optional<std::uint32_t> BesideNames::name_within(std::uint32_t mention) const {
  const auto& document = book_.document;
  const Mention& phrase = document.mentions[mention];
  if (!book_.facts[mention].role) return std::nullopt;
  const auto length = static_cast<TokenIndex>(
      fold_phrase(book_.lexicon.role[*book_.facts[mention].role].word).size());
  for (TokenIndex back = 1; back <= length + 1 && phrase.head >= back; ++back) {
    const auto over = document.mention_over(phrase.head - back);
    const Upos upos = document.tokens[phrase.head - back].upos;
    if (upos != Upos::noun && upos != Upos::propn && upos != Upos::adj) break;
    if (!over || !document.mentions[*over].kind ||
        document.mentions[*over].last != phrase.head - back + 1)
      continue;
    if (document.tokens[phrase.head - back].sentence != document.tokens[phrase.head].sentence)
      break;
    if (same_as_name(mention, *over)) return over;
  }
  return std::nullopt;
}

// "Director of the Daraa National Hospital Dr. Farid al-Asfar": a person's name after the body that the role belongs to.
std::optional<std::uint32_t> BesideNames::name_after_body(std::uint32_t mention) const {
  const auto& document = book_.document;
  const Mention& phrase = document.mentions[mention];
  if (book_.facts[mention].being != Being::person || book_.facts[mention].plural)
    return std::nullopt;
  const Sentence& sentence = document.sentences[document.tokens[phrase.head].sentence];
  const TokenIndex limit = std::min(sentence.last, phrase.last + kLongestBody);
  if (phrase.last >= limit || document.tokens[phrase.last].upos != Upos::adp) return std::nullopt;
  for (TokenIndex token = phrase.last; token < limit; ++token) {
    const auto over = document.mention_over(token);
    if (over && document.mentions[*over].kind == NameKind::person) {
      return document.mentions[*over].first == token ? over : std::nullopt;
    }
    switch (document.tokens[token].upos) {
      case Upos::adp:
      case Upos::det:
      case Upos::noun:
      case Upos::propn:
      case Upos::adj:
        break;
      default:
        if (document.tokens[token].xpos != Xpos::hyph) return std::nullopt;
    }
  }
  return std::nullopt;
}

// "a witness named Ahmad".
std::optional<std::uint32_t> BesideNames::name_called(std::uint32_t mention) const {
  const auto& document = book_.document;
  const Mention& phrase = document.mentions[mention];
  if (phrase.last + 1 >= document.tokens.size()) return std::nullopt;
  const std::string_view word = document.word(phrase.last);
  if (word != "named" && word != "called") return std::nullopt;
  const auto over = document.mention_over(phrase.last + 1);
  if (!over || document.mentions[*over].kind != NameKind::person) return std::nullopt;
  return over;
}

}  // namespace relata
