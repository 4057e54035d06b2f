// SPDX-License-Identifier: Apache-2.0
#include "relata/control/place_evidence.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace relata {
namespace {

constexpr auto kOneDay = std::chrono::days(1);

bool in_order(const TracedBearing& a, const TracedBearing& b) {
  const auto key = [](const TracedBearing& t) {
    return std::tie(t.bearing.when.to, t.bearing.account->key, t.bearing.site->name, t.origin);
  };
  return key(a) < key(b);
}

// Whom the place was held by before, or is attacked to be taken from: told, else the one that acts there most besides.
std::optional<Holder> other_of(const Bearing& bearing, const std::array<int, kHolders>& acting,
                               const ControlRules& rules) {
  if (bearing.other) return bearing.other;
  std::optional<Holder> most;
  for (std::size_t i = 0; i < kHolders; ++i) {
    if (static_cast<Holder>(i) == bearing.doer || acting[i] == 0) continue;
    if (!most || acting[i] > acting[static_cast<std::size_t>(*most)]) most = static_cast<Holder>(i);
  }
  return most ? most : rules.opposed_to(bearing.doer);
}

// Rounded: the last bits of the library's power are not the same on every processor.
double weighed(double likelihood, double weight) {
  return static_cast<double>(static_cast<float>(std::pow(likelihood, weight)));
}

StateWeights weights_of(const Likelihoods& likelihoods, const Bearing& bearing,
                        std::optional<Holder> other) {
  StateWeights weights;
  weights.fill(weighed(likelihoods.third, bearing.weight));
  weights[static_cast<std::size_t>(Holder::contested)] =
      weighed(likelihoods.contested, bearing.weight);
  weights[static_cast<std::size_t>(bearing.doer)] = weighed(likelihoods.doer, bearing.weight);
  if (other) weights[static_cast<std::size_t>(*other)] = weighed(likelihoods.other, bearing.weight);
  return weights;
}

bool takes_it_whole(const Bearing& bearing) {
  const bool state =
      bearing.kind.first == EventType::capture || bearing.kind.first == EventType::holding;
  return state && !bearing.denied &&
         (bearing.kind.second == Ground::whole || bearing.kind.second == Ground::unsaid);
}

// Captures and holdings that the doer's own side claims and somebody else denies become disputes. Denials stay only
// where nobody claims what they deny, or others than the doer's side claim it too.
void settle_denials(std::vector<TracedBearing>& bearings) {
  const auto meets = [](const Bearing& denial, const Bearing& claim) {
    return !claim.denied && claim.doer == denial.doer && claim.kind.first == denial.kind.first &&
           claim.when.from <= denial.when.to + kOneDay &&
           denial.when.from <= claim.when.to + kOneDay;
  };
  std::vector<bool> settled(bearings.size()), disputed(bearings.size());
  for (std::size_t i = 0; i < bearings.size(); ++i) {
    const Bearing& denial = bearings[i].bearing;
    if (!denial.denied || denial.own_side) continue;
    bool others = false, own = false;
    for (const TracedBearing& claim : bearings) {
      if (meets(denial, claim.bearing)) (claim.bearing.own_side ? own : others) = true;
    }
    if (!own || others) continue;
    settled[i] = true;
    for (std::size_t j = 0; j < bearings.size(); ++j)
      disputed[j] = disputed[j] || meets(denial, bearings[j].bearing);
  }
  for (std::size_t i = 0; i < bearings.size(); ++i) {
    Bearing& bearing = bearings[i].bearing;
    if (bearing.denied) bearing.kind.second = Ground::none;
    if (!disputed[i]) continue;
    bearing.kind = {std::nullopt, Ground::unsaid};
    bearing.weight = 1;  // that there is a dispute is beyond doubt
  }
  std::size_t i = 0;
  std::erase_if(bearings, [&](const TracedBearing&) { return settled[i++]; });
}

// What one origin tells of one day and doer: only how far the doer got in the end.
void drop_steps_on_the_way(std::vector<TracedBearing>& bearings) {
  using Day = std::tuple<Date, Holder, std::string>;
  std::map<Day, bool> whole;
  const auto day_of = [](const TracedBearing& t) {
    return Day{t.bearing.when.to, t.bearing.doer, t.origin};
  };
  for (const TracedBearing& traced : bearings) {
    if (takes_it_whole(traced.bearing)) whole[day_of(traced)] = true;
  }
  std::erase_if(bearings, [&](const TracedBearing& traced) {
    return traced.bearing.kind.first != EventType::withdrawal && !takes_it_whole(traced.bearing) &&
           whole.contains(day_of(traced));
  });
}

// Of each thing told, the weightiest bearing of each origin, and of these the weightiest few.
void keep_independent(std::vector<TracedBearing>& bearings, int most) {
  using Thing = std::tuple<Date, Holder, EvidenceKind>;
  std::stable_sort(bearings.begin(), bearings.end(),
                   [](const TracedBearing& a, const TracedBearing& b) {
                     return a.bearing.weight > b.bearing.weight;
                   });
  std::map<Thing, std::vector<std::string>> seen;
  std::erase_if(bearings, [&](const TracedBearing& traced) {
    auto& origins = seen[{traced.bearing.when.to, traced.bearing.doer, traced.bearing.kind}];
    const bool again = std::find(origins.begin(), origins.end(), traced.origin) != origins.end() ||
                       std::ssize(origins) >= most;
    if (!again) origins.push_back(traced.origin);
    return again;
  });
}

}  // namespace

std::vector<WeighedBearing> weigh(std::vector<TracedBearing> bearings, const ControlRules& rules) {
  std::sort(bearings.begin(), bearings.end(), in_order);
  settle_denials(bearings);
  drop_steps_on_the_way(bearings);
  keep_independent(bearings, rules.settings.most_lineages);
  std::sort(bearings.begin(), bearings.end(), in_order);
  std::array<int, kHolders> acting{};
  for (const TracedBearing& traced : bearings)
    ++acting[static_cast<std::size_t>(traced.bearing.doer)];
  std::vector<WeighedBearing> weighed;
  for (TracedBearing& traced : bearings) {
    const EvidenceRow* row = rules.row(traced.bearing.kind);
    if (row == nullptr) continue;
    const auto other = other_of(traced.bearing, acting, rules);
    weighed.push_back({traced, weights_of(row->after, traced.bearing, other),
                       weights_of(row->before, traced.bearing, other)});
  }
  return weighed;
}

std::vector<DayEvidence> day_evidence(const std::vector<WeighedBearing>& weighed) {
  std::map<Date, DayEvidence> days;
  const auto tell = [&](Date day, const StateWeights& weights, bool told) {
    const auto [at, fresh] = days.try_emplace(day);
    DayEvidence& evidence = at->second;
    if (fresh) {
      evidence = {day, {}, false};
      evidence.weights.fill(1);
    }
    evidence.told = evidence.told || told;
    double most = 0;
    for (std::size_t i = 0; i < kStates; ++i)
      most = std::max(most, evidence.weights[i] *= weights[i]);
    for (double& weight : evidence.weights) weight /= most;  // many claims multiply to nothing
  };
  for (const WeighedBearing& one : weighed) {
    tell(one.traced.bearing.when.to, one.after, true);
    const auto [least, most] = std::minmax_element(one.before.begin(), one.before.end());
    if (*least < *most) tell(one.traced.bearing.when.from - kOneDay, one.before, false);
  }
  std::vector<DayEvidence> found;
  for (const auto& [day, evidence] : days) found.push_back(evidence);
  return found;
}

}  // namespace relata
