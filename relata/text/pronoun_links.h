// SPDX-License-Identifier: Apache-2.0
// PronounLinks: whom a pronoun means, by number, gender, nearness and who was speaking: "he said" goes on with the speaker
// before; "I" and "we" within quotation marks are the speaker's; "who" and "which" mean the noun that their clause hangs on.
// Nothing is linked for want of a fit: an "it" that means no body stays alone.
#pragma once

#include <cstdint>
#include <optional>

#include "relata/text/entity_book.h"

namespace relata {

class PronounLinks {
 public:
  explicit PronounLinks(EntityBook& book);

  // Gives the pronoun its entity; all mentions before it have theirs.
  void link(std::uint32_t mention);

 private:
  [[nodiscard]] std::optional<EntityNumber> antecedent(std::uint32_t mention) const;
  [[nodiscard]] std::optional<EntityNumber> relative(std::uint32_t mention) const;
  [[nodiscard]] std::optional<EntityNumber> right_before(std::uint32_t mention) const;
  [[nodiscard]] std::optional<EntityNumber> first_person(std::uint32_t mention) const;
  [[nodiscard]] std::optional<EntityNumber> third_person(std::uint32_t mention) const;
  [[nodiscard]] bool fits(std::uint32_t mention, EntityNumber entity) const;
  [[nodiscard]] int score(std::uint32_t mention, std::uint32_t other) const;
  [[nodiscard]] bool is_subject(std::uint32_t mention) const;

  EntityBook& book_;
  std::vector<std::optional<std::uint32_t>>
      speaker_in_;  // of each sentence: its first mention that speaks
};

}  // namespace relata
