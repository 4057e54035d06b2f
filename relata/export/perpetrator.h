// SPDX-License-Identifier: Apache-2.0
// Who is said to have done what the main incident of a report is, and how firmly: in the terms of the Message Understanding
// Conferences, which fit any record of an attack. Whoever claims an act admits it; what is alleged, or follows from an
// accusation, is a suspicion, of authorities if it is theirs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/claims/claim.h"
#include "relata/export/main_incident.h"

namespace relata {

enum class Firmness : std::uint8_t {
  reported_as_fact,
  claimed_or_admitted,
  accused_by_authorities,
  accused,
  possible
};
// "REPORTED AS FACT", as the conferences write it.
[[nodiscard]] std::string_view name_of(Firmness);

struct Perpetrator {
  std::string name;
  Firmness firmness = Firmness::reported_as_fact;
};

// By the heaviest claim of the incident that names somebody; else by the first accusation of the report. Nothing if nobody
// is named.
[[nodiscard]] std::optional<Perpetrator> perpetrator_of(const std::vector<IncidentClaim>& incident,
                                                        const Reading& reading);

}  // namespace relata
