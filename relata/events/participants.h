// SPDX-License-Identifier: Apache-2.0
// add_participants: who did it (`by`) and to whom (`to`), by the trigger's frame and the tree: active and passive verbs,
// relative and participial clauses, nouns with their complements ("the shelling of X by Y", "rebel attack") and with the
// verb that carries them ("Y launched an attack on X", "nine people were killed in air strikes").
//
//   add_participants(document, candidates, candidate, frames, victims, event);
//
// It stays within the sentence; who "they" are is coreference's business, through the mention's entity.
#pragma once

#include <vector>

#include "relata/events/candidate.h"
#include "relata/events/event.h"
#include "relata/events/victims.h"

namespace relata {

void add_participants(const Document& document, const EventCandidates& candidates,
                      const EventCandidate& candidate, const std::vector<Frame>& frames,
                      const VictimClasses& victims, Event& event);

}  // namespace relata
