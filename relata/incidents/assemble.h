// SPDX-License-Identifier: Apache-2.0
// assemble(): episodes that are one happening -> an Incident: its accounts with their roles, and the type, days and place that
// most of its episodes support.
#pragma once

#include <optional>
#include <span>

#include "relata/incidents/episode.h"
#include "relata/incidents/incident.h"

namespace relata {

// `episodes`: ascending by key, at least one that makes an incident. Incident::part_of is left open: see summed_up_by().
[[nodiscard]] Incident assemble(std::span<const Episode* const> episodes);

// The episodes that sum up these, the most frequent first, of equals the smallest.
[[nodiscard]] std::vector<EpisodeKey> summed_up_by(std::span<const Episode* const> episodes);

}  // namespace relata
