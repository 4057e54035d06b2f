// SPDX-License-Identifier: Apache-2.0
// QuantityLexicon: what the grammar of counts knows: numbers (data/number_words.tsv), words around them
// (data/count_words.tsv, data/count_bounds.tsv), people (data/person_groups.tsv) and what befell them (data/harm_words.tsv).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "relata/base/data_folder.h"
#include "relata/base/result.h"
#include "relata/quantities/quantity.h"
#include "relata/text/number_words.h"

namespace relata {

// How a word of harm may stand to those it counts; a set of bits.
struct HarmUse {
  static constexpr std::uint8_t kDone = 1;   // "12 were killed", "killed 12"
  static constexpr std::uint8_t kDoes = 2;   // "killing 12"
  static constexpr std::uint8_t kSelf = 4;   // "12 died"
  static constexpr std::uint8_t kState = 8;  // "12 dead"
  static constexpr std::uint8_t kOf = 16;    // "the death of 12"
  static constexpr std::uint8_t kToll = 32;  // "the toll rose to 12"
};

struct HarmWord {
  CountOf of = CountOf::people;
  std::uint8_t uses = 0;
  bool needs_person = false;  // "destroyed 12": only where a word for people is counted
  [[nodiscard]] bool has(std::uint8_t use) const { return (uses & use) != 0; }
};

// What a word does beside a number.
enum class CountWordKind : std::uint8_t {
  person,    // "civilian", "soldiers": from data/person_groups.tsv
  body,      // "army", "family": people as one body
  modifier,  // "government": in the noun phrase, never its head
  thing,     // "tank", "town": from the same table
  strike,    // "raids", "shells"
  unit,      // "km", "hours": what it measures is no count
  label,     // "resolution": a number after it is a name
  percent,   // "percent"
  area,      // "city", "territory": what a share of control is a share of
  stop       // ends the noun phrase: "in", "were"
};

// What a word before or after a number makes of it.
enum class CountBound : std::uint8_t { none, low, high };
struct BoundPhrase {
  CountBound bound = CountBound::none;
  std::size_t pieces = 0;  // how many it has
};

class QuantityLexicon {
 public:
  static Result<QuantityLexicon> load(const DataFolder& data);

  // By word in lower case; nullptr if it is no word of harm.
  [[nodiscard]] const HarmWord* harm(std::string_view lower) const;
  // By word in lower case, singular or plural.
  [[nodiscard]] std::optional<CountWordKind> word(std::string_view lower) const;
  // The longest phrase of bounds that ends right before `at`, or begins at it.
  [[nodiscard]] std::optional<BoundPhrase> bound_before(std::span<const Piece> pieces,
                                                        std::size_t at) const;
  [[nodiscard]] std::optional<BoundPhrase> bound_after(std::span<const Piece> pieces,
                                                       std::size_t at) const;
  [[nodiscard]] const NumberWords& numbers() const { return numbers_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>()(word);
    }
  };
  template <typename T>
  using Words = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

  Result<Done> load_words(const DataFolder& data);
  Result<Done> load_people(const DataFolder& data);
  Result<Done> load_harm(const DataFolder& data);
  Result<Done> load_bounds(const DataFolder& data);

  Words<HarmWord> harm_;
  Words<CountWordKind> words_;
  Words<CountBound> before_;
  Words<CountBound> after_;
  NumberWords numbers_;
};

}  // namespace relata
