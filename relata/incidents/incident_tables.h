// SPDX-License-Identifier: Apache-2.0
// IncidentTables: all that is known of types, signs and words when incidents are made.
#pragma once

#include "relata/incidents/evidence.h"
#include "relata/incidents/incident_types.h"
#include "relata/incidents/word_shares.h"

namespace relata {

struct IncidentTables {
  IncidentTypes types;
  WordShares words;
  EvidenceWeights within, across;

  static Result<IncidentTables> load(const DataFolder& folder);
};

}  // namespace relata
