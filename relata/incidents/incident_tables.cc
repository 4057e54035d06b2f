// SPDX-License-Identifier: Apache-2.0
#include "relata/incidents/incident_tables.h"

namespace relata {

Result<IncidentTables> IncidentTables::load(const DataFolder& folder) {
  RELATA_TRY(IncidentTypes types, IncidentTypes::load(folder));
  RELATA_TRY(WordShares words, WordShares::load(folder));
  RELATA_TRY(EvidenceWeights within, EvidenceWeights::load(folder, "within"));
  RELATA_TRY(EvidenceWeights across, EvidenceWeights::load(folder, "across"));
  return IncidentTables{types, std::move(words), within, across};
}

}  // namespace relata
