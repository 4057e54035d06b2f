// SPDX-License-Identifier: Apache-2.0
#include "relata/text/name_links.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "relata/model/feature.h"

namespace relata {
namespace {

constexpr std::size_t kMostCandidates = 64;  // entities with one last word that are compared

using Words = std::vector<std::uint64_t>;

bool is_all_capitals(std::string_view word) {
  return word.size() >= 2 && std::all_of(word.begin(), word.end(),
                                         [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
}

// Whether all words of `part` stand in `whole` in this order.
bool in_order(const Words& part, const Words& whole) {
  std::size_t at = 0;
  for (const std::uint64_t word : whole) {
    if (at < part.size() && part[at] == word) ++at;
  }
  return at == part.size();
}

class NameLinker {
 public:
  NameLinker(EntityBook& book, std::string_view country)
      : book_(book), country_(country), article_(fold_phrase("al")[0].hash) {}

  void link() {
    const auto& mentions = book_.document.mentions;
    for (std::uint32_t i = 0; i < mentions.size(); ++i) {
      if (!mentions[i].kind) continue;
      const EntityNumber entity = link_one(i);
      if (tells_actor(i, entity)) book_.know_actor(entity, *book_.facts[i].actor);
      last_ = i;
    }
  }

 private:
  struct Known {
    EntityNumber entity = 0;
    Words words;
  };

  // Whether the tables may say who this is: not of places, and not of an acronym that the report itself explains.
  [[nodiscard]] bool tells_actor(std::uint32_t i, EntityNumber entity) const {
    const Mention& mention = book_.document.mentions[i];
    const EntityFacts& known = book_.at(entity);
    if (!book_.facts[i].actor || is_place(*mention.kind) || known.actor) return false;
    const bool acronym =
        mention.last == mention.first + 1 && is_all_capitals(book_.document.word(mention.first));
    return !acronym || known.mentions.size() == 1;
  }

  static bool is_place(NameKind kind) {
    return kind == NameKind::place || kind == NameKind::nationality;
  }

  // Its words without the Arabic article and without -s, which may be a lost apostrophe's ("Obamas").
  [[nodiscard]] Words words_of_name(const Mention& mention) const {
    Words words;
    for (const FoldedWord& word : book_.words.from(mention.first)) {
      if (word.token >= mention.last) break;
      if (word.hash != article_) words.push_back(word.singular);
    }
    return words;
  }

  EntityNumber link_one(std::uint32_t i) {
    const Mention& mention = book_.document.mentions[i];
    switch (*mention.kind) {
      case NameKind::date:
      case NameKind::quantity:
      case NameKind::weapon:
        return book_.add(i);
      case NameKind::place:
      case NameKind::nationality:
      case NameKind::facility:
        return link_place(i);
      case NameKind::person:
      case NameKind::organisation:
      case NameKind::armed_group:
        break;
    }
    const Words words = words_of_name(mention);
    if (const auto entity = known(i, words)) {
      book_.join(i, *entity);
      remember(*entity, words);
      return *entity;
    }
    if (const auto name = name_behind(book_, mention.first, mention.last, country_);
        name && *mention.kind != NameKind::person && !book_.facts[i].actor) {
      return book_.join_named(i, *name);
    }
    const EntityNumber entity = book_.add(i);
    remember(entity, words);
    return entity;
  }

  EntityNumber link_place(std::uint32_t i) {
    std::uint64_t key = 1;
    if (const auto nation = book_.facts[i].nation) {
      key = feature(1, *nation);
    } else {
      for (const std::uint64_t word : words_of_name(book_.document.mentions[i]))
        key = mix(key ^ word);
    }
    const auto found = places_.find(key);
    if (found == places_.end()) return places_.emplace(key, book_.add(i)).first->second;
    book_.join(i, found->second);
    return found->second;
  }

  std::optional<EntityNumber> known(std::uint32_t i, const Words& words) {
    const Mention& mention = book_.document.mentions[i];
    if (const auto entity = in_brackets(i)) return entity;
    // "the Coalition" is first of all what the report calls so.
    const bool one_word = mention.last == mention.first + 1;
    if (one_word && !words.empty() &&
        book_.lexicon.roles.find(book_.words, mention.first, mention.last)) {
      if (const auto entity = by_words(*mention.kind, words)) return entity;
    }
    if (const auto actor = book_.facts[i].actor) {
      if (const auto entity = book_.of_actor(*actor)) return entity;
    }
    if (words.empty()) return std::nullopt;
    auto entity = by_words(*mention.kind, words);
    if (!entity) entity = by_initials(mention);
    // Whom the tables know apart are two.
    const bool apart = entity && book_.facts[i].actor && book_.at(*entity).actor;
    return apart ? std::nullopt : entity;
  }

  // "Syrian Observatory for Human Rights ( SOHR )".
  std::optional<EntityNumber> in_brackets(std::uint32_t i) {
    const auto& document = book_.document;
    if (!last_ || *document.mentions[*last_].kind == NameKind::place) return std::nullopt;
    const Mention& mention = document.mentions[i];
    const Mention& before = document.mentions[*last_];
    if (mention.first != before.last + 1 || mention.last != mention.first + 1 ||
        !is_all_capitals(document.word(mention.first))) {
      return std::nullopt;
    }
    const auto mark = document.word(mention.first - 1);
    if (mark != "(" && mark != "[") return std::nullopt;
    return book_.of(*last_);
  }

  // The latest entity whose name ends in the same word and holds the shorter of both names.
  std::optional<EntityNumber> by_words(NameKind kind, const Words& words) {
    const auto found = by_last_.find(words.back());
    if (found == by_last_.end()) return std::nullopt;
    const auto& candidates = found->second;
    const std::size_t least =
        candidates.size() < kMostCandidates ? 0 : candidates.size() - kMostCandidates;
    for (std::size_t n = candidates.size(); n-- > least;) {
      const Known& other = candidates[n];
      const bool person = book_.at(other.entity).being == Being::person;
      if (person != (kind == NameKind::person)) continue;
      if (words.size() <= other.words.size() ? in_order(words, other.words)
                                             : in_order(other.words, words))
        return other.entity;
    }
    return std::nullopt;
  }

  std::optional<EntityNumber> by_initials(const Mention& mention) {
    if (mention.last != mention.first + 1) return std::nullopt;
    const std::string_view word = book_.document.word(mention.first);
    if (!is_all_capitals(word)) return std::nullopt;
    const auto found = by_initials_.find(std::string(word));
    if (found == by_initials_.end()) return std::nullopt;
    return found->second;
  }

  void remember(EntityNumber entity, const Words& words) {
    if (words.empty()) return;
    auto& candidates = by_last_[words.back()];
    const bool there = std::any_of(candidates.begin(), candidates.end(), [&](const Known& other) {
      return other.entity == entity && other.words == words;
    });
    if (!there) candidates.push_back({entity, words});
    const Mention& mention = book_.document.mentions[book_.at(entity).mentions.back()];
    if (mention.last < mention.first + 2) return;
    std::string initials;
    for (TokenIndex token = mention.first; token < mention.last; ++token) {
      const char c = book_.document.word(token).front();
      if (c >= 'A' && c <= 'Z') initials += c;
    }
    if (initials.size() >= 3) by_initials_.emplace(std::move(initials), entity);
  }

  EntityBook& book_;
  std::string_view country_;
  std::uint64_t article_;
  std::optional<std::uint32_t> last_;  // the name before
  std::unordered_map<std::uint64_t, EntityNumber> places_;
  std::unordered_map<std::uint64_t, std::vector<Known>> by_last_;
  std::unordered_map<std::string, EntityNumber> by_initials_;
};

}  // namespace

std::string country_of_report(const EntityBook& book) {
  std::map<std::string, std::size_t> wars;
  for (const auto& aliases : book.lexicon.context_alias) {
    for (const ContextAlias& alias : aliases) {
      if (!alias.country.empty()) wars.emplace(alias.country, 0);
    }
  }
  const auto count = [&](const std::string& code) {
    if (const auto found = wars.find(code); found != wars.end()) ++found->second;
  };
  for (std::uint32_t i = 0; i < book.document.mentions.size(); ++i) {
    const MentionFacts& facts = book.facts[i];
    if (facts.nation) count(book.lexicon.nation[*facts.nation].code);
    if (facts.actor && !book.lexicon.actor[*facts.actor].sides.empty()) {
      count(book.lexicon.actor[*facts.actor].sides.front().countries);
    }
    // The first word of a longer name: "Syrian Coalition".
    if (book.document.mentions[i].kind &&
        book.document.mentions[i].last > book.document.mentions[i].first + 1) {
      const auto nation = book.lexicon.nations.longest(book.words, book.document.mentions[i].first);
      if (nation && nation->last < book.document.mentions[i].last) {
        count(book.lexicon.nation[book.lexicon.nation_word[nation->value].nation].code);
      }
    }
  }
  const auto most = std::max_element(
      wars.begin(), wars.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == wars.end() || most->second == 0 ? std::string() : most->first;
}

std::optional<std::string_view> name_behind(const EntityBook& book, TokenIndex first,
                                            TokenIndex last, std::string_view country) {
  const auto found = book.lexicon.context_aliases.find(book.words, first, last);
  if (!found) return std::nullopt;
  for (const ContextAlias& alias : book.lexicon.context_alias[*found]) {
    if (!alias.country.empty() && alias.country != country) continue;
    if (!alias.needs.empty() && !book.named(alias.needs)) continue;
    return alias.name;
  }
  return std::nullopt;
}

void link_names(EntityBook& book, std::string_view country) { NameLinker(book, country).link(); }

}  // namespace relata
