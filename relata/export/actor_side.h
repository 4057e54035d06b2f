// SPDX-License-Identifier: Apache-2.0
// The side of somebody who is said to have done harm, by name and by the words about it: "Syrian army" is known; "regime
// warplanes", "rebel shells" show it in a word. What a state does by force, its military does: "U.S. raids" are those of
// the U.S. military, and so of the coalition that it leads. `government` is the state that is fought over: in a war in
// Syria, Israel's government is another state. Who only tells of war, as a state's news agency, does no harm in it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "relata/attribution/lexicon.h"
#include "relata/base/date.h"

namespace relata {

// Where and when somebody acted.
struct Theatre {
  std::string country;       // ISO 3166 of the country that is fought over, "" if unknown
  std::string country_name;  // as the report writes it: alone, it names where, not who
  std::optional<Date> day;
};

// A Side by its name, or the group that summaries tell apart ("nusra"); "" if nothing shows one that fights.
[[nodiscard]] std::string actor_side(std::string_view name, const Theatre& theatre,
                                     const AttributionLexicon& lexicon);

}  // namespace relata
