// SPDX-License-Identifier: Apache-2.0
// find_times: every expression of time in a document, with the days it means. A grammar over pieces of the text, not over
// trees, so that it holds on text with lost commas; the tree, where there is one, only tells tense and utterance.
//
//   RELATA_TRY(TimeLexicon lexicon, TimeLexicon::load(data));
//   for (const auto& time : find_times(document, report.anchor(), lexicon)) …
//
// Without an anchor only what names its own year gets days. Expressions may overlap: "since the war began in March 2011"
// is one, "in March 2011" another. It does not decide which event a time belongs to; claims/ does.
#pragma once

#include <optional>
#include <vector>

#include "relata/base/date.h"
#include "relata/text/document.h"
#include "relata/times/time_expression.h"
#include "relata/times/time_lexicon.h"

namespace relata {

// In order of the text (begin, then the longer first).
[[nodiscard]] std::vector<TimeExpression> find_times(const Document& document,
                                                     std::optional<Date> anchor,
                                                     const TimeLexicon& lexicon);

}  // namespace relata
