// SPDX-License-Identifier: Apache-2.0
// Linkage: the episodes that something ties, and what becomes of what is tied: pull() weighs two episodes, links_among() finds
// all pairs that share a block and are rather one than two, cluster_component() divides what hangs together by such links.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "relata/incidents/clustering.h"
#include "relata/incidents/decisions.h"
#include "relata/incidents/episode.h"
#include "relata/incidents/incident_tables.h"

namespace relata {

inline constexpr float kDecided = 100;  // what people decided outweighs all evidence

// Evidence and decisions on two episodes: from 0 on they are rather one happening than two.
[[nodiscard]] float pull(const Episode& a, const Episode& b, const Decisions& decisions,
                         const IncidentTables& tables);
// The same if it is 0 or more, else anything less: sooner, as most pairs fail by their facts alone.
[[nodiscard]] float pull_if_any(const Episode& a, const Episode& b, const Decisions& decisions,
                                const IncidentTables& tables);

// Pairs with a pull of 0 and more, ascending. `episodes` ascend by key.
[[nodiscard]] std::vector<Pull> links_among(std::span<const Episode> episodes,
                                            const Decisions& decisions,
                                            const IncidentTables& tables, unsigned threads);

// Episodes that make incidents and hang together by links, ascending by key; `links` are all those among them, by their
// places in `episodes`. Of each episode the first one of its incident.
[[nodiscard]] std::vector<std::uint32_t> cluster_component(std::span<const Episode* const> episodes,
                                                           std::span<const Pull> links,
                                                           const Decisions& decisions,
                                                           const IncidentTables& tables);

// An episode that only joins: the number of the episode that it is tied to best, nothing if it is tied to none that makes an
// incident. `links` are its own, with the other episode as `first`.
[[nodiscard]] const Pull* best_link(std::span<const Pull> links);

}  // namespace relata
