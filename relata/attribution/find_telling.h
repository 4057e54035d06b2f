// SPDX-License-Identifier: Apache-2.0
// find_telling: Document -> Telling. Finds the cues with their sources and contents, lets open quotations run on, puts what one
// saying reports inside the other, and resolves the sources to voices.
//
//   RELATA_TRY(AttributionLexicon lexicon, AttributionLexicon::load(folder));
//   Telling telling = find_telling(document, report.publisher, report.anchor(), lexicon);
//   telling.chains(event.trigger);   // [[CNN, Mohammad Basbous]]
//
// It does not judge whether a voice is right, and it names nobody whom the text does not name.
#pragma once

#include <optional>
#include <string_view>

#include "relata/attribution/lexicon.h"
#include "relata/attribution/telling.h"
#include "relata/base/date.h"
#include "relata/text/document.h"

namespace relata {

// `publisher` is no link of a chain in its own report. `day` decides sides that changed.
[[nodiscard]] Telling find_telling(const Document& document,
                                   std::optional<std::string_view> publisher,
                                   std::optional<Date> day, const AttributionLexicon& lexicon);

}  // namespace relata
