// SPDX-License-Identifier: Apache-2.0
// status_at: whether an event's own clause says that it happened. From the event's word up the tree: its own negations,
// auxiliaries and adjectives, then the words that govern it ("failed to", "denied having", "fears of"), as far as their
// scope reaches: not out of relative clauses, not past verbs that presuppose what they are about ("welcomed the truce").
//
//   status_at(document, words, phrase_of_shelled)    // denied for "denied having shelled the town"
//
// The stance of the voice that tells it is joined in claims/.
#pragma once

#include <cstdint>
#include <optional>

#include "relata/events/event.h"
#include "relata/events/status_words.h"
#include "relata/text/document.h"

namespace relata {

struct StatusReading {
  Status status = Status::asserted;
  bool figurative = false;  // a film, a drill, a joke: no event
  // Taken as given by its clause ("who carried out the strike"): what is said of the clause is not said of it.
  bool given = false;
};

// The words that an event is told with, in the tree.
struct EventPhrase {
  TokenIndex first = 0, last = 0;  // inclusive
  TokenIndex head = 0;             // the one that stands in the tree for it
  bool noun = false;               // it is told with a noun
  std::uint64_t covered = 0;       // bit i: token first + i is one of them
  [[nodiscard]] bool covers(TokenIndex token) const {
    return first <= token && token - first < 64 && ((covered >> (token - first)) & 1U) != 0;
  }
};

[[nodiscard]] StatusReading status_at(const Document& document, const StatusWords& words,
                                      const EventPhrase& phrase);

}  // namespace relata
