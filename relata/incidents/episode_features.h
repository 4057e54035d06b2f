// SPDX-License-Identifier: Apache-2.0
// episode_of(): some accounts of one report as one episode: the types that most of them speak of, the best stated day, their
// places, numbers, people and words together. Where it stands in its report is for episodes_of() to say.
#pragma once

#include <span>

#include "relata/incidents/episode.h"
#include "relata/incidents/incident_tables.h"

namespace relata {

inline constexpr std::chrono::days kLongestIncident{
    31};  // what took longer is a war, not an incident

// `accounts`: at least one, ascending by key.
[[nodiscard]] Episode episode_of(std::span<const Account* const> accounts,
                                 const IncidentTables& tables);

}  // namespace relata
