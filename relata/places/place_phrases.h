// SPDX-License-Identifier: Apache-2.0
// Phrases of a document that stand in the gazetteer or that the names stage or the words around call a place: the raw
// candidates, before anything is known of their surroundings (place_mentions.h).
#pragma once

#include <vector>

#include "relata/places/place_mentions.h"

namespace relata {

[[nodiscard]] std::vector<PlaceMention> find_phrases(const PlaceText& text, const PlaceWords& words,
                                                     const Gazetteer& gazetteer);

}  // namespace relata
