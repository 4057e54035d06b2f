// SPDX-License-Identifier: Apache-2.0
#include "relata/text/entity_book.h"

#include <algorithm>

namespace relata {

bool may_be(const Role& role, std::string_view kind) {
  if (kind == "military" && role.kinds.front() == "armed_group") return true;
  return std::find(role.kinds.begin(), role.kinds.end(), kind) != role.kinds.end();
}

bool is_body(NameKind kind) {
  return kind == NameKind::organisation || kind == NameKind::armed_group;
}

EntityNumber EntityBook::add(std::uint32_t mention) {
  const auto entity = static_cast<EntityNumber>(entities_.size());
  entities_.emplace_back();
  join(mention, entity);
  return entity;
}

void EntityBook::join(std::uint32_t mention, EntityNumber entity) {
  const MentionFacts& seen = facts[mention];
  EntityFacts& known = entities_[entity];
  if (known.being == Being::unknown) known.being = seen.being;
  if (known.gender == Gender::unknown) known.gender = seen.gender;
  if (known.mentions.empty()) known.plural = seen.plural;
  if (seen.sort == MentionSort::name) {
    if (!known.kind) known.kind = document.mentions[mention].kind;
    known.named = true;
    if (seen.nation && !known.nation) known.nation = seen.nation;
  }
  if (seen.role) give_role(entity, *seen.role);
  known.mentions.push_back(mention);
  entity_of_[mention] = entity;
}

void EntityBook::give_role(EntityNumber entity, std::uint32_t role) {
  auto& roles = entities_[entity].roles;
  if (std::find(roles.begin(), roles.end(), role) == roles.end()) roles.push_back(role);
}

std::optional<EntityNumber> EntityBook::named(std::string_view name) const {
  if (const auto actor = lexicon.actors.find(name)) return of_actor(*actor);
  const auto found = by_name_.find(std::string(name));
  if (found == by_name_.end()) return std::nullopt;
  return found->second;
}

EntityNumber EntityBook::join_named(std::uint32_t mention, std::string_view name) {
  if (const auto entity = named(name)) {
    join(mention, *entity);
    return *entity;
  }
  const EntityNumber entity = add(mention);
  entities_[entity].name = name;
  entities_[entity].being = Being::body;
  if (const auto actor = lexicon.actors.find(name)) {
    know_actor(entity, *actor);
  } else {
    by_name_.emplace(name, entity);
  }
  return entity;
}

void EntityBook::know_actor(EntityNumber entity, std::uint32_t actor) {
  EntityFacts& known = entities_[entity];
  if (!known.actor) {
    known.actor = actor;
    known.kind = lexicon.actor[actor].kind;
    known.being = known.kind == NameKind::person ? Being::person : Being::body;
  }
  by_actor_.emplace(actor, entity);
}

std::optional<EntityNumber> EntityBook::of_actor(std::uint32_t actor) const {
  const auto found = by_actor_.find(actor);
  if (found == by_actor_.end()) return std::nullopt;
  return found->second;
}

std::string_view EntityBook::voice_kind(EntityNumber entity) const {
  const EntityFacts& known = entities_[entity];
  if (known.actor) return lexicon.actor[*known.actor].voice_kind;
  if (known.nation) return "government";
  if (!known.roles.empty() && !lexicon.role[known.roles.front()].kinds.empty()) {
    return lexicon.role[known.roles.front()].kinds.front();
  }
  return known.kind == NameKind::armed_group ? "armed_group" : "";
}

}  // namespace relata
