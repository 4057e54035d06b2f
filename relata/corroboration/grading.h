// SPDX-License-Identifier: Apache-2.0
// Grading: Airwars' grade of an incident by its rule order (the first that holds): discounted, confirmed, contested, fair,
// weak. A pure function of what the lineages say; what fired each rule is listed.
//
//   discounted  those harmed are said to be combatants, and nobody says otherwise
//   confirmed   a belligerent accepts responsibility for harm to civilians
//   contested   independent lineages accuse different sides
//   fair        two or more credible independent lineages, and a belligerent's action there or nearby
//   weak        anything else that somebody says took place
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "relata/corroboration/assessment.h"
#include "relata/corroboration/lineage_facts.h"

namespace relata {

struct GradeFacts {
  std::vector<LineageFacts> lineages;
  AccountKeys
      nearby;  // accounts of other incidents, close by in place and time, that tell of a belligerent's action
};

struct Grading {
  std::optional<Grade> grade;  // nothing: no lineage says that it took place
  std::vector<Reason> reasons;
};

[[nodiscard]] Grading grading_of(const GradeFacts& facts);

// How many of the lineages are independent of each other: those of one camp count once.
template <typename Counts>
[[nodiscard]] std::size_t independent(std::span<const LineageFacts> lineages, Counts counts) {
  std::size_t count = 0;
  std::vector<Side> camps;
  for (const LineageFacts& each : lineages) {
    if (!counts(each)) continue;
    if (each.camp) {
      bool seen = false;
      for (const Side camp : camps) seen = seen || camp == *each.camp;
      if (seen) continue;
      camps.push_back(*each.camp);
    }
    ++count;
  }
  return count;
}

}  // namespace relata
