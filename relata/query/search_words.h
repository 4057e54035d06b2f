// SPDX-License-Identifier: Apache-2.0
// The words by which texts are searched, in any script: folded forms beside the spans that they were made from. The text
// itself is never changed; whoever finds a folded word shows the bytes under its span.
//
//   search_words("In al-Fardous")   in [0,2)  al [3,5)  fardous [6,13) with the sound "frds"
//   search_words("والفردوس")        فردوس with the sound "frds": article and joined conjunction are left out
//
// A name (a word with a capital, and any word in Arabic, Cyrillic or Hebrew letters) has a sound, its consonants
// (places/place_key.h), by which its spellings in all scripts find one another. Han, Kana and Thai are cut letter by letter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "relata/base/span.h"

namespace relata {

struct SearchWord {
  std::string folded;  // no ASCII but a-z and 0-9
  Span span;
  std::string sound;  // "" if it is no name, or too short to be told by its consonants
  std::string
      joined;  // with the word before it, over an article: "Salah al-Din" sounds as "Salaheddin" does
  bool foreign = false;  // in a script whose words all may be names
};

[[nodiscard]] std::vector<SearchWord> search_words(std::string_view text);

// What is indexed of a text: its folded words, and its sounds, each parted by one space.
struct IndexedWords {
  std::string words, sounds;
};
[[nodiscard]] IndexedWords indexed_words(std::string_view text);

// The forms of a sound. Two consonants are told apart only across scripts: "1" stands before those of Latin letters, "2"
// before others, and each looks for the other; three and more are the same everywhere.
[[nodiscard]] std::string indexed_sound(std::string_view sound, bool foreign);
[[nodiscard]] std::string sought_sound(std::string_view sound, bool foreign);

// The words of a name as it is looked up in lists: folded, articles left out. `all_sound`: also those without a capital.
[[nodiscard]] std::vector<SearchWord> name_words(std::string_view name, bool all_sound = false);
// Those words in one string, "fardous"; and the sound of them all, "" if it has fewer than three consonants.
[[nodiscard]] std::string folded_name(std::string_view name);
[[nodiscard]] std::string sound_of_name(std::string_view name);

}  // namespace relata
