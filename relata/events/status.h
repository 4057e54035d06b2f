// SPDX-License-Identifier: Apache-2.0
// status_at: whether an event's own clause says that it happened. From the event's word up the tree: its own negations,
// auxiliaries and adjectives, then the words that govern it ("failed to", "denied having", "fears of"), as far as their
// scope reaches: not out of relative clauses, not past verbs that presuppose what they are about ("welcomed the truce").
//
//   status_at(document, words, head_of_shelled)      // denied for "denied having shelled the town"
//
// The stance of the voice that tells it is joined in claims/.
#pragma once

#include <optional>

#include "relata/events/event.h"
#include "relata/events/status_words.h"
#include "relata/text/document.h"

namespace relata {

struct StatusReading {
  Status status = Status::asserted;
  bool figurative = false;  // a film, a drill, a joke: no event
};

// `first` to `last` (inclusive) are the trigger's words, `head` the one that stands in the tree for it.
[[nodiscard]] StatusReading status_at(const Document& document, const StatusWords& words,
                                      TokenIndex first, TokenIndex last, TokenIndex head);

}  // namespace relata
