// SPDX-License-Identifier: Apache-2.0
// Whether a time is that of the telling: "said on Monday", "in a statement on Friday". The tree is asked first; where it has
// no answer, the words just before the time.
#pragma once

#include "relata/text/document.h"
#include "relata/times/time_lexicon.h"

namespace relata {

// `first` and `last` (inclusive) are the tokens of the expression.
[[nodiscard]] bool is_utterance_time(const Document& document, TokenIndex first, TokenIndex last,
                                     const TimeLexicon& lexicon);

}  // namespace relata
