// SPDX-License-Identifier: Apache-2.0
// EventWords: the words that event tables are written in, by every form they take in text, and the classes they belong to
// (data/event_words.tsv): weapons, forces, people, things, places, and the fields of peaceful life.
//
//   for (const FormOf& form : words.forms("shelled")) …        // the word "shell", as a past form
//   if (words.classes(form.word) & bit(WordClass::force)) …
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "relata/base/data_folder.h"

namespace relata {

// The rows of data/event_words.tsv that rules ask for by name.
enum class WordClass : std::uint8_t {
  air,
  shell,
  gun,
  explosive,
  suicide,
  chemical,
  vehicle,
  arms,
  force,
  civilian,
  property,
  place,
  aid,
  truce,
  harm,
  authority,
  diplomat,
  conflict,
  sport,
  arts,
  business,
  household
};
inline constexpr std::size_t kWordClasses = 22;
using ClassMask = std::uint32_t;
[[nodiscard]] constexpr ClassMask bit(WordClass word_class) {
  return ClassMask{1} << static_cast<unsigned>(word_class);
}
[[nodiscard]] std::string_view name_of(WordClass word_class);

// How a form relates to its word: "strike", "strikes", "struck", "striking".
enum class FormKind : std::uint8_t { base, s, past, ing };

using WordId = std::uint32_t;
struct FormOf {
  WordId word = 0;
  FormKind kind = FormKind::base;
};

class EventWords {
 public:
  // data/event_words.tsv and data/irregular_forms.tsv.
  static Result<EventWords> load(const DataFolder& folder);

  // The number of a word, with all its forms made if it is new.
  WordId add(std::string_view lemma);

  // What a form in lower case may be a form of.
  [[nodiscard]] std::span<const FormOf> forms(std::string_view lower) const;
  [[nodiscard]] ClassMask classes(WordId word) const { return classes_[word]; }
  // The class of a name in data/event_words.tsv, or nothing.
  [[nodiscard]] static std::optional<WordClass> class_of(std::string_view name);
  [[nodiscard]] std::vector<WordId> words_in(WordClass word_class) const;
  [[nodiscard]] std::size_t size() const { return classes_.size(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  void add_form(std::string form, WordId word, FormKind kind);

  std::unordered_map<std::string, std::vector<FormOf>, Hash, std::equal_to<>> forms_;
  std::unordered_map<std::string, WordId, Hash, std::equal_to<>> words_;
  std::map<std::string, std::vector<std::string>, std::less<>> irregular_;
  std::vector<ClassMask> classes_;
};

}  // namespace relata
