// SPDX-License-Identifier: Apache-2.0
// EntityBook: the entities of a report while it is found out who is who: which mentions each has, what is known of it, and
// whom the report has spoken of last. The parts of coreference (name_links.h, phrase_links.h, pronoun_links.h) share it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "relata/text/document.h"
#include "relata/text/folded_words.h"
#include "relata/text/lexicon.h"
#include "relata/text/mentions.h"

namespace relata {

using EntityNumber = std::uint32_t;

struct EntityFacts {
  Being being = Being::unknown;
  Gender gender = Gender::unknown;
  bool plural = false;
  bool named = false;
  std::optional<NameKind> kind;
  std::optional<std::uint32_t> actor;   // index into Lexicon::actor
  std::optional<std::uint32_t> nation;  // index into Lexicon::nation
  std::vector<std::uint32_t> roles;     // indexes into Lexicon::role
  std::string name;                     // canonical, where a table gives it
  std::vector<std::uint32_t> mentions;
};

// Whether a role can stand for a body of this kind. Who fights is an armed group to some and an army to others.
[[nodiscard]] bool may_be(const Role& role, std::string_view kind);
[[nodiscard]] bool is_body(NameKind kind);  // organisation or armed group

class EntityBook {
 public:
  // What is looked at; all must outlive the book. `facts`: one for each mention.
  EntityBook(const Document& report, const FoldedWords& folded, const Lexicon& tables,
             const std::vector<MentionFacts>& seen)
      : document(report),
        words(folded),
        lexicon(tables),
        facts(seen),
        entity_of_(report.mentions.size()) {}

  const Document& document;
  const FoldedWords& words;
  const Lexicon& lexicon;
  const std::vector<MentionFacts>& facts;

  [[nodiscard]] const std::vector<EntityFacts>& all() const { return entities_; }
  [[nodiscard]] const EntityFacts& at(EntityNumber entity) const { return entities_[entity]; }
  [[nodiscard]] std::optional<EntityNumber> of(std::uint32_t mention) const {
    return entity_of_[mention];
  }

  EntityNumber add(std::uint32_t mention);                // a new entity
  void join(std::uint32_t mention, EntityNumber entity);  // the mention is that entity
  void give_role(EntityNumber entity, std::uint32_t role);

  // The entity of a table's canonical name; a new one with this mention if there is none yet, else joined.
  EntityNumber join_named(std::uint32_t mention, std::string_view name);
  [[nodiscard]] std::optional<EntityNumber> named(std::string_view name) const;
  void know_actor(EntityNumber entity, std::uint32_t actor);
  [[nodiscard]] std::optional<EntityNumber> of_actor(std::uint32_t actor) const;

  // The kind of voice that the tables or its roles give it; "" if none.
  [[nodiscard]] std::string_view voice_kind(EntityNumber entity) const;

  // Mentions that have been passed in the order of the text, for those who look back.
  void pass(std::uint32_t mention) { passed_.push_back(mention); }
  [[nodiscard]] const std::vector<std::uint32_t>& passed() const { return passed_; }
  [[nodiscard]] std::uint32_t sentence(std::uint32_t mention) const {
    return document.tokens[document.mentions[mention].head].sentence;
  }

 private:
  std::vector<EntityFacts> entities_;
  std::vector<std::optional<EntityNumber>> entity_of_;
  std::vector<std::uint32_t> passed_;
  std::unordered_map<std::string, EntityNumber> by_name_;  // canonical names of tables
  std::unordered_map<std::uint32_t, EntityNumber> by_actor_;
};

}  // namespace relata
