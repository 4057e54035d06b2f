// SPDX-License-Identifier: Apache-2.0
#include "relata/corroboration/totals.h"

#include <algorithm>
#include <map>
#include <utility>

namespace relata {
namespace {

using Counted = std::pair<CountOf, VictimClass>;
using Sums = std::map<Counted, Toll>;

void add(const Toll& toll, Sums& sums) {
  const auto [at, is_new] = sums.try_emplace({toll.of, toll.victim_class}, toll);
  Toll& sum = at->second;
  sum.from.clear();
  if (is_new) return;
  sum.low += toll.low;
  sum.best += toll.best;
  if (sum.high && toll.high) {
    *sum.high += *toll.high;
  } else {
    sum.high.reset();
  }
  sum.lineages = std::max(sum.lineages, toll.lineages);
}

// A whole is at least its parts; what it has room for is not cut down to them.
void hold(const Toll& parts, Sums& whole) {
  const auto [at, is_new] = whole.try_emplace({parts.of, parts.victim_class}, parts);
  Toll& toll = at->second;
  toll.from.clear();
  if (is_new) return;
  toll.low = std::max(toll.low, parts.low);
  toll.best = std::max({toll.best, parts.best, toll.low});
  if (toll.high) toll.high = std::max({*toll.high, toll.best, parts.high.value_or(0)});
}

class Adding {
 public:
  explicit Adding(std::span<const CountedIncident> incidents) {
    for (const CountedIncident& each : incidents) by_id_[each.incident->id] = &each;
    for (const auto& [id, each] : by_id_) {
      const auto& whole = each->incident->part_of;
      if (whole && by_id_.contains(*whole) && *whole != id) {
        parts_[*whole].push_back(id);
      } else {
        wholes_.push_back(id);
      }
    }
  }

  std::vector<Toll> run() const {
    Sums sums;
    for (const IncidentId& id : wholes_) {
      for (const auto& [counted, toll] : sums_of(id, 0)) add(toll, sums);
    }
    std::vector<Toll> tolls;
    for (auto& [counted, toll] : sums) tolls.push_back(std::move(toll));
    return tolls;
  }

 private:
  static constexpr int kDeepest = 8;  // strikes of a day of a week of a siege

  Sums sums_of(const IncidentId& id, int depth) const {
    Sums own, parts;
    for (const Toll& toll : by_id_.at(id)->assessment->tolls) add(toll, own);
    const auto found = parts_.find(id);
    if (found == parts_.end() || depth >= kDeepest) return own;
    for (const IncidentId& part : found->second) {
      for (const auto& [counted, toll] : sums_of(part, depth + 1)) add(toll, parts);
    }
    for (const auto& [counted, toll] : parts) hold(toll, own);
    return own;
  }

  std::map<IncidentId, const CountedIncident*> by_id_;
  std::map<IncidentId, std::vector<IncidentId>> parts_;
  std::vector<IncidentId> wholes_;
};

}  // namespace

std::vector<Toll> total_of(std::span<const CountedIncident> incidents) {
  return Adding(incidents).run();
}

}  // namespace relata
