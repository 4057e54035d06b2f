// SPDX-License-Identifier: Apache-2.0
// The claim matrix of an incident: what is said of it, one proposition a row ("by government", "2016-12-12", "killed 12 to 20"),
// against the lineages that say it or deny it. Where a row has marks under one lineage only, one origin carries it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "relata/profiles/case_incident.h"

namespace relata {

enum class MatrixMark : std::uint8_t { silent, says, denies, leaves_open };

struct MatrixRow {
  DifferingSlot slot = DifferingSlot::whether;
  std::string proposition;
  std::vector<MatrixMark> marks;  // by lineage
};

// Rows by slot, then by proposition; propositions of no lineage do not come up.
[[nodiscard]] std::vector<MatrixRow> claim_matrix(const CaseIncident& given);

}  // namespace relata
