// SPDX-License-Identifier: Apache-2.0
// NameLinks: which names are one and the same: equal words, aliases of the tables, a surname after the full name, the end of
// a longer name ("the Coalition" after "Syrian Coalition"), an acronym in brackets or of the initials, short forms that hold
// in a report about a country ("the Observatory").
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "relata/text/entity_book.h"

namespace relata {

// The country that a report is about, among those with a war in the tables: the one named most, by its name, its people or
// its bodies. ISO 3166; "" if none is named.
[[nodiscard]] std::string country_of_report(const EntityBook& book);

// The canonical name behind a short form in a report about a country.
[[nodiscard]] std::optional<std::string_view> name_behind(const EntityBook& book, TokenIndex first,
                                                          TokenIndex last,
                                                          std::string_view country);

// Gives every named mention its entity.
void link_names(EntityBook& book, std::string_view country);

}  // namespace relata
