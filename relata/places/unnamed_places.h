// SPDX-License-Identifier: Apache-2.0
// Places without a name of their own: "a military base", "the eastern districts of Aleppo", "an army checkpoint", "the town".
// A definite one that can be told from what stands before ("the city") takes the name and place of that.
#pragma once

#include <vector>

#include "relata/places/gazetteer.h"
#include "relata/places/place.h"
#include "relata/places/place_mentions.h"
#include "relata/places/place_text.h"

namespace relata {

// Adds them to `places`, which hold the named ones, one for each of `mentions`, in order of the text; keeps that order and the indexes in `inside` right.
void add_unnamed_places(const PlaceText& text, const std::vector<PlaceMention>& mentions,
                        std::vector<Place>& places);

}  // namespace relata
