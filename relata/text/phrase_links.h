// SPDX-License-Identifier: Apache-2.0
// PhraseLinks: whom a role or a group means: the name beside it ("Observatory director Rami …", "the IS group"), a body that
// the tables know ("regime forces"), somebody spoken of before ("the group", "the minister"), or somebody new.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "relata/text/beside_names.h"
#include "relata/text/entity_book.h"

namespace relata {

class PhraseLinks {
 public:
  PhraseLinks(EntityBook& book, std::string_view country);

  // Gives the phrase its entity; all mentions before it have theirs, and all names.
  void link(std::uint32_t mention);

 private:
  void find_monitor();
  [[nodiscard]] std::optional<EntityNumber> namesake(std::uint32_t mention) const;
  [[nodiscard]] bool same_head(std::uint32_t mention, std::uint32_t other) const;
  [[nodiscard]] bool has_role(EntityNumber entity, std::optional<std::uint32_t> role) const;
  bool join_table_body(std::uint32_t mention);
  bool join_whole(std::uint32_t mention);
  [[nodiscard]] std::optional<std::string_view> nation_before(TokenIndex first) const;
  [[nodiscard]] bool names_its_body(const Mention& phrase) const;
  [[nodiscard]] std::optional<EntityNumber> spoken_of(std::uint32_t mention) const;
  [[nodiscard]] bool fits(std::uint32_t mention, EntityNumber entity) const;
  [[nodiscard]] bool fits_person(std::uint32_t mention, const EntityFacts& known) const;
  [[nodiscard]] bool calls_itself(EntityNumber entity, const Role& role) const;
  [[nodiscard]] std::uint64_t key(std::uint32_t mention) const;

  EntityBook& book_;
  std::string_view country_;
  BesideNames beside_;
  std::optional<std::string> only_monitor_;  // its canonical name
  std::unordered_map<std::uint64_t, EntityNumber> by_words_;
};

}  // namespace relata
