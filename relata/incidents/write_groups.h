// SPDX-License-Identifier: Apache-2.0
// write_groups(): incidents as groups of reports, in the form in which readers' groupings are written and scored: one object,
// {"incidents": [{"id", "type", "from", "to", "place", "deaths_low", "deaths_high", "reports": [{"doc", "main"}]}]}.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "relata/incidents/incident.h"

namespace relata {

// How many died, over all who tell of it; nothing: nobody says.
struct DeathRange {
  std::optional<double> low, high;
};

// Of each voice in each report the greatest number of dead that it tells of the incident (parts of a whole are smaller); the
// least and the greatest of these; no greatest if it is told as "at least". `accounts`:
// those of the incident's members, in any order.
[[nodiscard]] DeathRange deaths_told(std::span<const Account* const> accounts);

// `deaths`: one for each incident. `docs`: what people call each report.
void write_groups(std::span<const Incident> incidents, std::span<const DeathRange> deaths,
                  const std::map<ReportId, std::string>& docs, std::string& out);

}  // namespace relata
