// SPDX-License-Identifier: Apache-2.0
// NumberWords: numbers in digits and words as an interval ("twenty-three", "1,200", "1.5 million", "tens of thousands").
// The table data/number_words.tsv is the profile `relata` of SCHEMA.md: what "dozens" or "several" are taken to mean.
//
//   if (auto number = words.read(pieces, at)) at = number->end;   // number->low, number->high
//
// It reads no modifiers ("at least") and no dates.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "relata/base/data_folder.h"
#include "relata/base/result.h"
#include "relata/text/pieces.h"

namespace relata {

enum class NumberForm : std::uint8_t {
  digits,    // "1,200"
  words,     // "twenty-three", "1.5 million"
  vague,     // "dozens", "several hundred"
  fraction,  // "half", "three-quarters"
  article    // "a", "an": one, if the noun is counted at all
};

struct Number {
  double low = 0;
  std::optional<double> high;  // as low for an exact number, nothing for a vague one
  NumberForm form = NumberForm::digits;
  std::size_t end = 0;  // the piece after it
  [[nodiscard]] bool exact() const { return high == low; }
};

class NumberWords {
 public:
  static Result<NumberWords> load(const DataFolder& data);

  // The number that begins at piece `at`, if one does.
  [[nodiscard]] std::optional<Number> read(std::span<const Piece> pieces, std::size_t at) const;
  // Whether the word, in lower case, is part of numbers.
  [[nodiscard]] bool has(std::string_view lower) const {
    return cardinals_.contains(lower) || fractions_.contains(lower);
  }
  // The ordinal there, in words or digits ("4th", "twenty-first"), if there is one.
  [[nodiscard]] std::optional<Number> read_ordinal(std::span<const Piece> pieces,
                                                   std::size_t at) const;

 private:
  enum class Role : std::uint8_t { unit, ten, hundred, scale, dozen, vague, article };
  struct Entry {
    Role role = Role::unit;
    double value = 0;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>()(word);
    }
  };
  template <typename T>
  using Words = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

  [[nodiscard]] const Entry* entry(std::span<const Piece> pieces, std::size_t at) const;
  [[nodiscard]] bool is_role(std::span<const Piece> pieces, std::size_t at, Role role) const;
  [[nodiscard]] std::optional<Number> read_exact(std::span<const Piece> pieces,
                                                 std::size_t at) const;
  [[nodiscard]] std::optional<Number> read_words(std::span<const Piece> pieces,
                                                 std::size_t at) const;
  [[nodiscard]] std::optional<Number> read_vague(std::span<const Piece> pieces,
                                                 std::size_t at) const;
  [[nodiscard]] std::optional<Number> read_fraction(std::span<const Piece> pieces,
                                                    std::size_t at) const;
  [[nodiscard]] std::optional<Number> times_scale(std::span<const Piece> pieces,
                                                  Number number) const;

  Words<Entry> cardinals_;
  Words<double> fractions_;
  Words<double> ordinals_;
};

}  // namespace relata
