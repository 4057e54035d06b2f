// SPDX-License-Identifier: Apache-2.0
// PlaceMention: a stretch of a document that may name a place, the places of the gazetteer that bear the name, and what the words
// around say: a kind ("the village of X"), a direction ("northern X"), a larger place ("X in Y").
// Which place it is, is decided in place_choice.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "relata/places/gazetteer.h"
#include "relata/places/place_text.h"

namespace relata {

struct PlaceMention {
  TokenIndex first = 0, last = 0;              // the name: tokens [first, last)
  TokenIndex whole_first = 0, whole_last = 0;  // with its kind word and direction
  Span name;                                   // exact words; without the "s" of a lost apostrophe
  std::string key;                             // exact key of the name
  std::vector<PlaceId> choices;                // who bears the name
  bool bare_only = false;                      // only if articles are left out
  KindWord kind = KindWord::none;              // what the text calls it
  std::optional<TokenIndex> kind_token;        // where it says so
  TokenIndex direction_first = 0,
             direction_last = 0;        // "eastern" in "eastern Aleppo"; empty if none
  bool near = false;                    // "near X", "north of X", "X countryside"
  bool possessive = false;              // "Syria's", "Syrias"
  bool adjective = false;               // a demonym
  bool listed = false;                  // joined by comma or "and" to the candidate before it
  bool sounds = false;                  // nobody bears the name, but somebody one that sounds alike
  int evidence = 0;                     // that it names a place at all
  std::optional<std::uint32_t> inside;  // index of the candidate that the text says it lies in
};

// In order of the text, not overlapping. `words` must be the ones that `text` was made with.
[[nodiscard]] std::vector<PlaceMention> find_place_mentions(const PlaceText& text,
                                                            const PlaceWords& words,
                                                            const Gazetteer& gazetteer);

}  // namespace relata
