// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/deaths.h"

#include <algorithm>
#include <cmath>

namespace relata {
namespace {

// More than all who ever lived is a misreading, and no number of ours overflows.
std::int64_t whole(double value) {
  if (!(value > 0)) return 0;
  return static_cast<std::int64_t>(std::min(std::floor(value + 0.5), 1e12));
}

}  // namespace

std::optional<Deaths> deaths_of(const CaseIncident& given, const Parties& parties,
                                const ProfileTables& tables) {
  const Toll* all = nullptr;
  std::int64_t civilians = 0, classes_of_civilians = 0, combatants = 0;
  bool counted = false;
  for (const Toll& toll : given.assessment->tolls) {
    if (toll.of != CountOf::killed) continue;
    counted = true;
    if (toll.victim_class == VictimClass::unknown) {
      all = &toll;
    } else if (toll.victim_class == VictimClass::civilians) {
      civilians = std::max(civilians, whole(toll.best));
    } else if (toll.victim_class == VictimClass::combatants) {
      combatants = std::max(combatants, whole(toll.best));
    } else if (tables.victims(toll.victim_class).civilian) {
      // Children, women, medics may be the same people: the largest class is what is sure.
      classes_of_civilians = std::max(classes_of_civilians, whole(toll.best));
    }
  }
  if (!counted) return std::nullopt;
  Deaths deaths;
  deaths.civilians = std::max(civilians, classes_of_civilians);
  const std::int64_t parts = deaths.civilians + combatants;
  deaths.best = std::max(all == nullptr ? 0 : whole(all->best), parts);
  deaths.low = all == nullptr ? deaths.best : std::min(whole(all->low), deaths.best);
  deaths.high = std::max(all == nullptr || !all->high ? 0 : whole(*all->high), deaths.best);
  if (parties.against && combatants > 0) {
    deaths.side_b = combatants;
  } else {
    deaths.unknown += combatants;
  }
  deaths.unknown += deaths.best - parts;
  // Of one-sided violence against civilians the dead that no account classes are civilians.
  if (parties.civilians && !parties.combatants && !parties.against) {
    deaths.civilians += deaths.unknown;
    deaths.unknown = 0;
  }
  return deaths;
}

}  // namespace relata
