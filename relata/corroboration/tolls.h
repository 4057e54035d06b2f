// SPDX-License-Identifier: Apache-2.0
// Tolls: how many, over the lineages of an incident, by a named convention of counting. Each lineage counts once, with the
// figures of its latest report; low <= best <= high always, and a total holds its parts ("22 dead, among them six children").
#pragma once

#include <span>
#include <vector>

#include "relata/corroboration/assessment.h"
#include "relata/corroboration/count_profile.h"
#include "relata/corroboration/lineage_facts.h"
#include "relata/corroboration/vote.h"

namespace relata {

// By what was counted, then whom. Only what lineages say that tell of the incident.
[[nodiscard]] std::vector<Toll> tolls_of(std::span<const ComparedAccount> sayings,
                                         std::span<const Lineage> lineages,
                                         std::span<const LineageFacts> facts,
                                         const CountProfile& profile, const VoteSettings& settings);

// How often a voice with that letter is taken to be right.
[[nodiscard]] double accuracy_of(Reliability letter, const VoteSettings& settings);

}  // namespace relata
