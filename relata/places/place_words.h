// SPDX-License-Identifier: Apache-2.0
// PlaceWords: what single words say about the names beside them (data/place_words.tsv), and the names, peoples and seats of
// countries (data/nationalities.tsv); and the names of bodies that are no places, however they look (data/armed_groups.tsv,
// data/organisations.tsv, data/known_voices.tsv). WordSense is what one word of a text may be; a word may be several things at once.
//
//   words.sense("governorate")->kind == KindWord::region;
//   words.nation("syrian")->code == "SY", ->form == demonym
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "relata/base/data_folder.h"
#include "relata/places/place.h"

namespace relata {

// Kinds of places as nouns tell them: wider than PlaceKind, because "district" may be a county or a neighbourhood.
enum class KindWord : std::uint8_t {
  none,
  town,
  village,
  neighbourhood,
  district,
  region,
  state,
  country,
  capital,
  camp,
  area,
  part,
  landmark,
  border
};
enum class Preposition : std::uint8_t { none, in, near, of, other };

struct WordSense {
  KindWord kind = KindWord::none;
  Preposition preposition = Preposition::none;
  bool plural = false;        // of a kind: "villages"
  bool piece = false;         // of the kind part: no place unless the whole is named, "half"
  bool direction = false;     // "northern", "rural"
  bool part_of_name = false;  // "greater", "old"
  bool title = false;         // "president"
  bool speaker = false;       // "based"
  bool list = false;          // "and"
  bool never = false;  // a word of faith or following that begins like a name: "Islam", "Takfiris"
  bool facility = false;  // "bakery"; compounds are known by their last word
  bool says = false;      // lemma of a verb of saying
  bool scene = false;  // lemma of a verb whose subject is where something happens: "Homs witnessed"
};

struct NationSense {
  std::string code;      // ISO 3166 alpha-2
  bool demonym = false;  // "Syrian", not "Syria"
};

// Whether a place of this kind may be called by that word: "Aleppo province" is no town.
[[nodiscard]] bool fits(KindWord word, PlaceKind kind);

class PlaceWords {
 public:
  static Result<PlaceWords> load(const DataFolder& folder);

  // Of a word in lower case; nothing if it says nothing.
  [[nodiscard]] const WordSense* sense(std::string_view lower) const;
  // Of one or more words in lower case, parted by single spaces.
  [[nodiscard]] const NationSense* nation(std::string_view lower) const;
  // Whether a body bears exactly this name, in lower case: "ahrar al-sham", "sana".
  [[nodiscard]] bool is_body(std::string_view lower) const;

 private:
  Result<Done> load_bodies(const DataFolder& folder);

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  template <typename Value>
  using Map = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

  Map<WordSense> senses_;
  Map<NationSense> nations_;
  std::unordered_set<std::string, Hash, std::equal_to<>> bodies_;
};

}  // namespace relata
