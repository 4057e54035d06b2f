// SPDX-License-Identifier: Apache-2.0
// QuantityLexicon: what the grammar of counts knows: data/number_words.tsv (numbers), data/count_words.tsv (words around a
// number: "at least", "km", "people"), data/harm_words.tsv (what happened to those counted).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "relata/base/data_folder.h"
#include "relata/base/result.h"
#include "relata/quantities/quantity.h"
#include "relata/text/number_words.h"

namespace relata {

// How a word of harm governs those it counts.
enum class HarmFrame : std::uint8_t {
  object,   // "kill 12", "12 were killed": those it is done to
  subject,  // "12 died", "12 fled": those who do it
  count,    // "12 deaths", "12 dead": the counted noun or its adjective itself
  strike    // "12 raids", "12 shells": the counted noun is a strike
};

struct HarmWord {
  CountOf of = CountOf::people;
  HarmFrame frame = HarmFrame::object;
};

// What a word of the table count_words.tsv does beside a number.
enum class CountWordKind : std::uint8_t {
  person,  // a noun for one or more persons: "woman", "civilians", "soldier"; value: how many one of it is
  group,   // a noun for a group whose size is told apart: "family of five"
  unit,    // no count: "km", "dollars", "hours", "mm"
  label,   // what a number after it names, no count: "resolution", "No.", "brigade", "highway"
  percent, // "percent", "%"
  area     // what a share is a share of: "territory", "city", "district", "country"
};

struct CountWord {
  CountWordKind kind = CountWordKind::person;
  double value = 1;
};

class QuantityLexicon {
 public:
  static Result<QuantityLexicon> load(const DataFolder& data);

  // By lemma; nullptr if it is no word of harm.
  [[nodiscard]] const HarmWord* harm(std::string_view lemma) const;
  // By word in lower case; nullptr if the table does not have it.
  [[nodiscard]] const CountWord* word(std::string_view lower) const;
  [[nodiscard]] const NumberWords& numbers() const { return numbers_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
  };
  std::unordered_map<std::string, HarmWord, Hash, std::equal_to<>> harm_;
  std::unordered_map<std::string, CountWord, Hash, std::equal_to<>> words_;
  NumberWords numbers_;
};

}  // namespace relata
