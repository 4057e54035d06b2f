// SPDX-License-Identifier: Apache-2.0
// PlaceChoice: which place of the world each name of a report means, by what the report names besides: countries and their
// peoples, larger places that are plain, what a name is said to lie in, how large a place is. One name means one place
// throughout a report unless the text says otherwise. If none is likely enough, or two far apart are about as likely, none is chosen.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "relata/places/gazetteer.h"
#include "relata/places/place_mentions.h"

namespace relata {

struct ChosenPlace {
  std::optional<PlaceId> id;
  std::optional<PlaceId> country;  // also where only that is clear
};

struct ChoiceHints {
  std::string_view country;      // ISO code of what the publisher mostly writes about
  std::optional<Span> dateline;  // counts little: it is where the report was written
};

// One for each mention.
[[nodiscard]] std::vector<ChosenPlace> choose_places(const std::vector<PlaceMention>& mentions,
                                                     const Gazetteer& gazetteer,
                                                     const ChoiceHints& hints);

}  // namespace relata
