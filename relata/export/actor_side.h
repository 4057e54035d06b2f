// SPDX-License-Identifier: Apache-2.0
// The side of somebody who is said to have done something, by name and by the words about it: "Syrian army" is known;
// "regime warplanes", "rebel shells" show it in a word.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "relata/attribution/lexicon.h"
#include "relata/base/date.h"

namespace relata {

// A Side by its name, or the group that summaries tell apart ("nusra"); "" if nothing shows it.
[[nodiscard]] std::string actor_side(std::string_view name, std::optional<Date> day,
                                     const AttributionLexicon& lexicon);

}  // namespace relata
