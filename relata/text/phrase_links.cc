// SPDX-License-Identifier: Apache-2.0
#include "relata/text/phrase_links.h"

#include <algorithm>
#include <set>

#include "relata/model/feature.h"
#include "relata/text/name_links.h"
#include "relata/text/noun_phrases.h"

namespace relata {
namespace {

constexpr std::size_t kMentionsBack = 80;
constexpr std::uint32_t kSentencesBack = 12;
constexpr int kSpokeBefore = 30;  // that a speaker spoke before weighs more than a few sentences

// A role that stands for so many kinds of bodies fits one of unknown kind: "the group".
constexpr std::size_t kWideRole = 4;

}  // namespace

PhraseLinks::PhraseLinks(EntityBook& book, std::string_view country)
    : book_(book), country_(country), beside_(book) {
  find_monitor();
}

// The one monitor of the report, by its name or a short form ("the Observatory"): "a monitoring group" in the headline is it.
void PhraseLinks::find_monitor() {
  std::set<std::string> monitors;
  for (EntityNumber entity = 0; entity < book_.all().size(); ++entity) {
    const auto& known = book_.at(entity);
    if (known.being != Being::body || book_.voice_kind(entity) != "monitor" || !known.actor)
      continue;
    monitors.insert(book_.lexicon.actor[*known.actor].name);
  }
  for (std::uint32_t i = 0; i < book_.document.mentions.size(); ++i) {
    const Mention& phrase = book_.document.mentions[i];
    if (phrase.kind || book_.facts[i].sort != MentionSort::phrase) continue;
    const auto name = name_behind(book_, phrase.head, phrase.head + 1, country_);
    const auto actor = name ? book_.lexicon.actors.find(*name) : std::nullopt;
    if (actor && book_.lexicon.actor[*actor].voice_kind == "monitor") monitors.emplace(*name);
  }
  if (monitors.size() == 1) only_monitor_ = *monitors.begin();
}

void PhraseLinks::link(std::uint32_t mention) {
  const MentionFacts& facts = book_.facts[mention];
  if (const auto entity = beside_.find(mention)) return book_.join(mention, *entity);
  const bool body = facts.role && book_.lexicon.role[*facts.role].body;
  const std::uint64_t words = key(mention);
  if (body && facts.definite && !facts.indefinite) {
    if (const auto entity = namesake(mention)) return book_.join(mention, *entity);
  }
  if (join_table_body(mention) || join_whole(mention)) return;
  if (!facts.indefinite) {
    const auto found = by_words_.find(words);
    if (found != by_words_.end()) return book_.join(mention, found->second);
  }
  if (body && only_monitor_ && book_.lexicon.role[*facts.role].kinds.front() == "monitor") {
    book_.join_named(mention, *only_monitor_);
    return;
  }
  if (facts.definite) {
    if (const auto entity = spoken_of(mention)) return book_.join(mention, *entity);
  }
  by_words_[words] = book_.add(mention);
}

// "the Coalition" after "Syrian Coalition": the latest body whose name ends in the phrase's only word.
std::optional<EntityNumber> PhraseLinks::namesake(std::uint32_t mention) const {
  const Mention& phrase = book_.document.mentions[mention];
  if (phrase.last != phrase.first + 1) return std::nullopt;
  const auto word = book_.words.from(phrase.first);
  if (word.empty()) return std::nullopt;
  const auto& passed = book_.passed();
  for (std::size_t back = 1; back <= std::min(passed.size(), kMentionsBack); ++back) {
    const std::uint32_t other = passed[passed.size() - back];
    const auto entity = book_.of(other);
    if (book_.facts[other].sort != MentionSort::name || !entity ||
        book_.at(*entity).being != Being::body)
      continue;
    const auto last = book_.words.from(book_.document.mentions[other].last - 1);
    if (!last.empty() && last.front().singular == word.front().singular) return entity;
  }
  return std::nullopt;
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

// "the Syrian army" that no name was found in, "regime forces", "the army" in a report about Syria, "Iraqi army" in any.
bool PhraseLinks::join_table_body(std::uint32_t mention) {
  const MentionFacts& facts = book_.facts[mention];
  const Mention& phrase = book_.document.mentions[mention];
  if (facts.actor && !facts.indefinite) {
    book_.join_named(mention, book_.lexicon.actor[*facts.actor].name);
    return true;
  }
  // "in a breaking news alert state television": the article is not the body's.
  for (TokenIndex first = facts.indefinite ? phrase.first + 1 : phrase.first; first <= phrase.head;
       ++first) {
    auto name = name_behind(book_, first, phrase.last, country_);
    if (const auto nation = nation_before(first)) {
      name = name_behind(book_, first - 1, phrase.last, *nation);
      if (!name) name = name_behind(book_, first, phrase.last, *nation);
    }
    if (!name) continue;
    book_.join_named(mention, *name);
    return true;
  }
  return false;
}

// The code of the country that the word before names: "Turkish" of "Turkish military". Seats of governments do not count.
std::optional<std::string_view> PhraseLinks::nation_before(TokenIndex first) const {
  const auto& document = book_.document;
  if (first == 0 || document.tokens[first - 1].sentence != document.tokens[first].sentence)
    return std::nullopt;
  const auto found = book_.lexicon.nations.find(book_.words, first - 1, first);
  if (!found || book_.lexicon.nation_word[*found].form == NationForm::seat) return std::nullopt;
  const Nation& nation = book_.lexicon.nation[book_.lexicon.nation_word[*found].nation];
  if (nation.code.empty()) return std::nullopt;
  return std::string_view(nation.code);
}

// "units of the army", "members of the Security Council": parts that stand for the body.
bool PhraseLinks::join_whole(std::uint32_t mention) {
  const auto& document = book_.document;
  const Mention& phrase = document.mentions[mention];
  if (!book_.facts[mention].plural || phrase.last + 1 >= document.tokens.size()) return false;
  const auto group = book_.lexicon.groups.find(book_.words, phrase.head, phrase.last);
  const bool part = document.lemma(phrase.head) == "member" ||
                    (group && book_.lexicon.group[*group].victim_class == "combatants");
  if (!part || document.word(phrase.last) != "of") return false;
  TokenIndex first = phrase.last + 1;
  if (document.tokens[first].upos == Upos::det && first + 1 < document.tokens.size()) ++first;
  const auto over = document.mention_over(first);
  if (!over || document.mentions[*over].first != first) return false;
  const Mention& whole = document.mentions[*over];
  if (whole.kind) {
    if (!is_body(*whole.kind)) return false;
    book_.join(mention, *book_.of(*over));
    return true;
  }
  const auto name = name_behind(book_, whole.first, whole.last, country_);
  if (name) book_.join_named(mention, *name);
  return name.has_value();
}

bool PhraseLinks::fits(std::uint32_t mention, EntityNumber entity) const {
  const MentionFacts& facts = book_.facts[mention];
  const EntityFacts& known = book_.at(entity);
  const Role& role = book_.lexicon.role[*facts.role];
  if (has_role(entity, facts.role) && (known.named || known.plural == facts.plural)) return true;
  if (!role.body) return fits_person(mention, known);
  if (known.being != Being::body || !known.named || facts.plural) return false;
  if (known.nation || known.kind == NameKind::place) return role.word == "country" && known.nation;
  const std::string_view kind = book_.voice_kind(entity);
  if (!kind.empty()) return may_be(role, kind);
  // Of a body that no table knows only what any may be called, or what it calls itself.
  return role.kinds.size() >= kWideRole || calls_itself(entity, role);
}

// A person of the same walk of life, and from nowhere else: "the Russian foreign minister" is not any minister.
bool PhraseLinks::fits_person(std::uint32_t mention, const EntityFacts& known) const {
  const MentionFacts& facts = book_.facts[mention];
  const Role& role = book_.lexicon.role[*facts.role];
  const Mention& phrase = book_.document.mentions[mention];
  if (known.being != Being::person || known.plural != facts.plural) return false;
  if (facts.gender != Gender::unknown && known.gender != Gender::unknown &&
      facts.gender != known.gender)
    return false;
  if (book_.lexicon.nations.longest(book_.words, phrase.first) || names_its_body(phrase))
    return false;
  return std::any_of(known.roles.begin(), known.roles.end(), [&](std::uint32_t other) {
    const Role& one = book_.lexicon.role[other];
    return !one.body && one.kinds.front() == role.kinds.front() && role.kinds.front() != "other" &&
           role.kinds.front() != "resident";
  });
}

// "the spokesman for the coalition" is nobody else's spokesman.
bool PhraseLinks::names_its_body(const Mention& phrase) const {
  const auto& document = book_.document;
  if (phrase.last >= document.tokens.size()) return false;
  const std::string_view next = document.word(phrase.last);
  return (next == "of" || next == "for") &&
         document.tokens[phrase.last].sentence == document.tokens[phrase.head].sentence;
}

// "Defence Ministry" for "the ministry".
bool PhraseLinks::calls_itself(EntityNumber entity, const Role& role) const {
  const auto words = fold_phrase(role.word);
  for (const std::uint32_t mention : book_.at(entity).mentions) {
    const Mention& name = book_.document.mentions[mention];
    const auto last = book_.words.from(name.last - 1);
    if (!last.empty() && !words.empty() && last.front().singular == words.back().singular)
      return true;
  }
  return false;
}

bool PhraseLinks::has_role(EntityNumber entity, std::optional<std::uint32_t> role) const {
  const auto& roles = book_.at(entity).roles;
  return role && std::find(roles.begin(), roles.end(), *role) != roles.end();
}

// "the source" after "a military source": the same noun, and no word that the one before had not.
bool PhraseLinks::same_head(std::uint32_t mention, std::uint32_t other) const {
  if (book_.facts[other].sort != MentionSort::phrase ||
      book_.facts[mention].plural != book_.facts[other].plural)
    return false;
  const Mention& here = book_.document.mentions[mention];
  const Mention& there = book_.document.mentions[other];
  const auto last = book_.words.from(here.head);
  const auto other_last = book_.words.from(there.head);
  if (last.empty() || other_last.empty() || last.front().singular != other_last.front().singular)
    return false;
  return here.last - here.first <= there.last - there.first && here.last == here.first + 1;
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
    if (!entity) continue;
    const bool head = same_head(mention, other);
    if (!head && (!book_.facts[mention].role || !fits(mention, *entity))) continue;
    const int score = 100 - 4 * static_cast<int>(sentences) +
                      (head || has_role(*entity, book_.facts[mention].role) ? 20 : 0) +
                      (speaks && book_.facts[other].speaks ? kSpokeBefore : 0);
    if (score > best_score) {
      best = entity;
      best_score = score;
    }
  }
  return best;
}

}  // namespace relata
