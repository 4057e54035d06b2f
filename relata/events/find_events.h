// SPDX-License-Identifier: Apache-2.0
// find_events: what a document says happened, clause by clause: types, words, who and to whom, and whether it is said to
// have happened at all. EventCandidates come from the trigger table, a trained classifier keeps those that tell of an event,
// status and participants are read off the tree. Deterministic; one happening told twice in two sentences is two events.
//
//   for (const Event& event : find_events(document, model)) …     // in order of the text
//
// It does not know who tells it (attribution) nor join repeated tellings (claims).
#pragma once

#include <vector>

#include "relata/events/event.h"
#include "relata/events/event_model.h"
#include "relata/events/second_look.h"
#include "relata/text/document.h"

namespace relata {

// What the first look makes of each candidate and type: for the trainer of the second.
[[nodiscard]] FirstLook look_first(const Document& document, const EventCandidates& candidates,
                                   const LinearModel& model);

[[nodiscard]] std::vector<Event> find_events(const Document& document, const EventModel& model);

}  // namespace relata
