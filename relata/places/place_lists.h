// SPDX-License-Identifier: Apache-2.0
// Lists of places: "the Marjah, Bab al-Nayrab and Maadi districts", "two districts, Tariq al-Bab and Karm al-Trab". What is
// listed with places is a place, even where its name looks like a person's: many quarters and villages are named after somebody.
#pragma once

#include <cstdint>
#include <optional>

#include "relata/places/place_text.h"

namespace relata {

// What shows a list to be one of places: the kind word behind or before it; or that another of its names is known for a place,
// which a person may stand beside, but a body often does ("Russia and the United Nations").
enum class ListClue : std::uint8_t { kind_word, kind_word_or_names };

// Whether the name [first, last) stands in such a list.
[[nodiscard]] bool listed_among_places(const PlaceText& text, TokenIndex first, TokenIndex last,
                                       ListClue clue);

// By what a name that the names stage took for this kind may be shown to be a place's after all; nothing for other kinds.
[[nodiscard]] std::optional<ListClue> clue_against(NameKind kind);

// "parts of X", "most of X": X is a place, for persons and bodies are not told of so.
[[nodiscard]] bool told_of_in_parts(const PlaceText& text, TokenIndex first);

}  // namespace relata
