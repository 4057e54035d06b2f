// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/same_event.h"

#include <algorithm>
#include <limits>
#include <string_view>

#include "relata/base/fold.h"

namespace relata {

namespace {

bool names_agree(std::string_view a, std::string_view b) {
  const std::string x = fold(a);
  const std::string y = fold(b);
  return x.find(y) != std::string::npos || y.find(x) != std::string::npos;
}

// Nothing said on one side, or one name in common.
template <typename Named>
bool lists_agree(const std::vector<Named>& a, const std::vector<Named>& b) {
  if (a.empty() || b.empty()) return true;
  return std::any_of(a.begin(), a.end(), [&](const Named& x) {
    return std::any_of(b.begin(), b.end(),
                       [&](const Named& y) { return names_agree(x.name, y.name); });
  });
}

bool places_agree(const Claim& a, const Claim& b) {
  if (lists_agree(a.where, b.where)) return true;
  const auto holds = [](const ClaimPlace& outer, const ClaimPlace& inner) {
    return fold(inner.within).find(fold(outer.name)) != std::string::npos;
  };
  return holds(a.where[0], b.where[0]) || holds(b.where[0], a.where[0]);
}

}  // namespace

bool types_agree(EventType a, EventType b) {
  return a == b || (leaves_method_open(a) && is_violent(b)) ||
         (leaves_method_open(b) && is_violent(a));
}

bool counts_conflict(const Claim& a, const Claim& b) {
  constexpr double kNoLimit = std::numeric_limits<double>::infinity();
  for (const Count& x : a.counts) {
    for (const Count& y : b.counts) {
      if (x.of != y.of || !names_agree(x.who, y.who)) continue;
      if (x.low.value_or(0) > y.high.value_or(kNoLimit) ||
          y.low.value_or(0) > x.high.value_or(kNoLimit))
        return true;
    }
  }
  return false;
}

bool may_be_same_event(const Claim& a, const Claim& b) {
  if (!types_agree(a.type, b.type) || !places_agree(a, b)) return false;
  if (a.when && b.when && !a.when->period.overlaps(b.when->period)) return false;
  return lists_agree(a.by, b.by) && lists_agree(a.to, b.to);
}

}  // namespace relata
