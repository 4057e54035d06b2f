// SPDX-License-Identifier: Apache-2.0
// join(): what was found of one report apart (events, voices, places, times, quantities) becomes its claims.
// Nothing is read here: every value keeps the span it was found with.
#pragma once

#include <optional>
#include <vector>

#include "relata/base/data_folder.h"
#include "relata/claims/claim.h"
#include "relata/claims/relations.h"
#include "relata/claims/slot_model.h"
#include "relata/events/victims.h"
#include "relata/ingest/report.h"
#include "relata/text/document.h"

namespace relata {

// What the other stages found in one report; each list in order of the text.
struct Findings {
  Telling telling;
  std::vector<Event> events;
  std::vector<Place> places;
  std::vector<TimeExpression> times;
  std::vector<Quantity> quantities;
};

// What joining looks things up in.
struct JoinSigns {
  RelationSigns relations;
  VictimClasses victims;

  static Result<JoinSigns> load(const DataFolder& folder);
};

[[nodiscard]] Reading join(const Report& report, const Document& document, Findings findings,
                           const JoinSigns& signs, const SlotModel& slots);

}  // namespace relata
