// SPDX-License-Identifier: Apache-2.0
// NameCore: the name proper within what a corpus marked, and its kind by the lexicon's tables.
//
//   core_of(text, span)               "the ISIL tactical units" -> "ISIL"; nothing if no word has a capital letter
//   person_in(text, span, …)          "Foreign Office Minister Tobias Ellwood" -> "Tobias Ellwood"
//   body_kind("Free Syrian Army", …)  armed_group
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "relata/base/span.h"
#include "relata/text/document.h"
#include "relata/text/lexicon.h"

namespace relata {

struct NameCore {
  Span span;
  bool whole = true;  // nothing but articles and marks was cut away
};

[[nodiscard]] std::optional<NameCore> core_of(std::string_view text, Span span);

// A core parted at its common nouns: "Karrada district of Baghdad" -> "Karrada", "Baghdad"; but "Gulf of Aden" is one.
[[nodiscard]] std::vector<Span> capital_runs(std::string_view text, Span core);

// Without titles, roles and the bodies and places that follow them; nothing if only these are left.
// `others`: spans of other marks, which no person's name begins with.
[[nodiscard]] std::optional<Span> person_in(std::string_view text, Span span,
                                            const std::vector<Span>& others,
                                            const Lexicon& lexicon);

// Of a body: armed_group, organisation, or place if it is a state.
[[nodiscard]] NameKind body_kind(std::string_view words, const Lexicon& lexicon);
// Of a location: place or facility.
[[nodiscard]] NameKind place_kind(std::string_view words, const Lexicon& lexicon);

}  // namespace relata
