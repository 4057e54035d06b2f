// SPDX-License-Identifier: Apache-2.0
// An incident with its assessment as the view tables keep them, whole (packing.h has the form).
#pragma once

#include <string>
#include <string_view>

#include "relata/base/result.h"
#include "relata/corroboration/assessment.h"

namespace relata {

struct AssessedIncident {
  Incident incident;
  Assessment assessment;
};

[[nodiscard]] std::string assessment_bytes(const Incident& incident, const Assessment& assessment);
// Error: the bytes are none of an incident.
Result<AssessedIncident> assessment_of_bytes(std::string_view bytes);

}  // namespace relata
