// SPDX-License-Identifier: Apache-2.0
// evidence_for: the words that state an event, contiguous: its clause, without the clauses beside it that state others and
// without the words of saying over it.
#pragma once

#include "relata/events/candidate.h"
#include "relata/text/document.h"

namespace relata {

[[nodiscard]] Span evidence_for(const Document& document, const EventCandidate& candidate);

}  // namespace relata
