// SPDX-License-Identifier: Apache-2.0
// BesideNames: the name that stands beside a role and means the same: "Observatory director Rami …", "the IS group",
// "SANA news agency", "Director of the hospital Dr. Farid …", "the Observatory a Britain-based group" (its comma was lost).
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>

#include "relata/text/entity_book.h"

namespace relata {

class BesideNames {
 public:
  explicit BesideNames(const EntityBook& book);

  // The entity of the name beside the phrase, if there is one that can be the same.
  [[nodiscard]] std::optional<EntityNumber> find(std::uint32_t mention) const;

 private:
  [[nodiscard]] bool same_as_name(std::uint32_t phrase, std::uint32_t name) const;
  [[nodiscard]] std::optional<std::uint32_t> name_next(std::uint32_t mention) const;
  [[nodiscard]] std::optional<std::uint32_t> name_before(std::uint32_t mention) const;
  [[nodiscard]] std::optional<std::uint32_t> name_within(std::uint32_t mention) const;
  [[nodiscard]] std::optional<std::uint32_t> name_after_body(std::uint32_t mention) const;
  [[nodiscard]] std::optional<std::uint32_t> name_called(std::uint32_t mention) const;

  const EntityBook& book_;
  std::unordered_map<TokenIndex, std::uint32_t> name_headed_by_;
};

}  // namespace relata
