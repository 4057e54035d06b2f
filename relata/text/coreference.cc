// SPDX-License-Identifier: Apache-2.0
#include "relata/text/coreference.h"

#include <algorithm>

#include "relata/text/entity_book.h"
#include "relata/text/mentions.h"
#include "relata/text/name_links.h"
#include "relata/text/phrase_links.h"
#include "relata/text/pronoun_links.h"

namespace relata {
namespace {

// The words with white space as one space, without the apostrophe of an owner.
std::string written(std::string_view words) {
  std::string out;
  for (const char c : words) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

std::size_t word_count(std::string_view words) {
  return 1 + static_cast<std::size_t>(std::count(words.begin(), words.end(), ' '));
}

// Whether the same name stands elsewhere without its -s: then an apostrophe was lost ("Barack Obamas").
bool has_lost_apostrophe(const EntityBook& book, const EntityFacts& entity, std::string_view name) {
  if (!name.ends_with('s')) return false;
  name.remove_suffix(1);
  const std::string_view last = name.substr(name.rfind(' ') + 1);
  return std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](std::uint32_t mention) {
    return book.facts[mention].sort == MentionSort::name &&
           book.document.word(book.document.mentions[mention].last - 1) == last;
  });
}

// The fullest of the entity's own names: most words, then the first.
std::string fullest_name(const EntityBook& book, const EntityFacts& entity) {
  std::string best;
  for (const std::uint32_t mention : entity.mentions) {
    if (book.facts[mention].sort != MentionSort::name) continue;
    std::string name = written(book.document.words(book.document.mentions[mention].span));
    if (best.empty() || word_count(name) > word_count(best)) best = std::move(name);
  }
  if (has_lost_apostrophe(book, entity, best)) best.pop_back();
  return best;
}

std::string canonical_name(const EntityBook& book, const EntityFacts& entity) {
  const std::string own = fullest_name(book, entity);
  if (entity.actor) {
    const Actor& actor = book.lexicon.actor[*entity.actor];
    if (actor.kind != NameKind::person || word_count(own) == 1) return actor.name;
  }
  if (entity.nation) return book.lexicon.nation[*entity.nation].name;
  if (!own.empty()) return own;
  if (!entity.name.empty()) return entity.name;
  return written(book.document.words(book.document.mentions[entity.mentions.front()].span));
}

}  // namespace

void resolve_coreference(Document& document, const FoldedWords& words, const Lexicon& lexicon) {
  find_mentions(document, words, lexicon);
  const auto facts = mention_facts(document, words, lexicon);
  EntityBook book(document, words, lexicon, facts);
  const std::string country = country_of_report(book);
  link_names(book, country);
  // From here on every name has its entity.
  PhraseLinks phrases(book, country);
  PronounLinks pronouns(book);
  for (std::uint32_t mention = 0; mention < document.mentions.size(); ++mention) {
    if (facts[mention].sort == MentionSort::phrase) phrases.link(mention);
    if (facts[mention].sort == MentionSort::pronoun) pronouns.link(mention);
    book.pass(mention);
  }
  document.country = country;
  document.entities.clear();
  for (const EntityFacts& known : book.all()) {
    Entity entity;
    entity.name = canonical_name(book, known);
    entity.kind = known.kind;
    entity.mentions = known.mentions;
    std::sort(entity.mentions.begin(), entity.mentions.end());
    for (const std::uint32_t mention : entity.mentions) {
      document.mentions[mention].entity = static_cast<std::uint32_t>(document.entities.size());
    }
    document.entities.push_back(std::move(entity));
  }
}

}  // namespace relata
