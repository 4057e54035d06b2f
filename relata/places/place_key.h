// SPDX-License-Identifier: Apache-2.0
// The keys under which names of places are compared, from strict to loose.
//
//   exact_key("Salāḥ al-Dīn")    "salah al din"   case, accents, apostrophes and hyphens aside
//   bare_key("salah al din")     "salah din"      Arabic articles (al-, as-, el-, ash- …) left out
//   skeleton("salah din")        "sldn"           consonants alone, as different romanisations share them
//
// Keys of Arabic, Cyrillic and Hebrew names have skeletons too: "صلاح الدين" is "sldn". The gazetteer's indexes are made of
// these keys, so a change here needs the gazetteer compiled anew. Skeletons are far too loose to be used without context.
#pragma once

#include <string>
#include <string_view>

namespace relata {

// Writes the key of a name over `out`. ASCII names need no allocation once `out` has room.
void exact_key(std::string_view name, std::string& out);
[[nodiscard]] std::string exact_key(std::string_view name);

// The exact key without its articles. A name that is nothing but an article stays as it is.
void bare_key(std::string_view exact, std::string& out);
[[nodiscard]] std::string bare_key(std::string_view exact);

// The consonants of an exact or bare key, in letters of ASCII; "" if there are fewer than two.
void skeleton(std::string_view key, std::string& out);
[[nodiscard]] std::string skeleton(std::string_view key);

// Whether `word` of an exact key is an Arabic article before `next`: "al" always, "ash" before "shaar", "ez" before "zor".
[[nodiscard]] bool is_article(std::string_view word, std::string_view next);

}  // namespace relata
