// SPDX-License-Identifier: Apache-2.0
// TokenRules: the words that tokens and sentences turn on, from data/abbreviations.tsv and data/token_parts.tsv.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "relata/base/data_folder.h"

namespace relata {

enum class Abbreviation : std::uint8_t { before, may_end, month };

class TokenRules {
 public:
  static Result<TokenRules> load(const DataFolder& folder);

  // Of a word without its last full stop, in any case.
  [[nodiscard]] std::optional<Abbreviation> abbreviation(std::string_view word) const;
  // Each in any case.
  [[nodiscard]] bool stays_joined(std::string_view beginning) const {
    return is(beginning, Part::prefix);
  }
  [[nodiscard]] bool is_unit(std::string_view word) const { return is(word, Part::unit); }
  [[nodiscard]] bool starts_sentence(std::string_view word) const {
    return is(word, Part::starter);
  }
  // The bytes of the clitic that the word ends with ("n't" 3, "’s" 4), or 0. The word must be longer.
  [[nodiscard]] std::size_t clitic(std::string_view word) const;
  // Where a contraction is cut ("cannot": 3), or 0.
  [[nodiscard]] std::size_t contraction(std::string_view word) const;

 private:
  enum Part : std::uint8_t { prefix = 1, unit = 2, starter = 4 };
  [[nodiscard]] bool is(std::string_view word, Part part) const;

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  template <typename T>
  using Words = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

  Words<Abbreviation> abbreviations_;
  Words<std::uint8_t> parts_;
  Words<std::size_t> contractions_;
  std::vector<std::string> clitics_;  // with an ASCII apostrophe, longest first
};

}  // namespace relata
