// SPDX-License-Identifier: Apache-2.0
#include "relata/control/control_of.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "relata/control/bearing.h"
#include "relata/control/holder_chain.h"
#include "relata/control/place_evidence.h"
#include "relata/control/place_groups.h"

namespace relata {
namespace {

// Whose word an account is: the innermost voice's, if it has a name, else that of the report or of a voice in it.
std::string origin_of(const Account& account, const ReportAccounts& report) {
  const auto told_by = [&](const ToldVoice& voice) {
    return voice.named && !voice.name.empty() ? voice.name : hex(report.id) + ' ' + voice.name;
  };
  std::string origin;
  for (const ToldChain& chain : account.chains) {
    if (chain.empty()) continue;
    const std::string told = told_by(chain.back());
    if (origin.empty() || told < origin) origin = told;
  }
  return origin.empty() ? told_by(report.publisher) : origin;
}

// The state that a bearing speaks for.
Holder speaks_for(const StateWeights& weights) {
  const auto most = std::max_element(weights.begin(), weights.end());
  return *most > *std::min_element(weights.begin(), weights.end())
             ? static_cast<Holder>(most - weights.begin())
             : Holder::unknown;
}

// The name used most and the others, by how often, then by bytes.
void name_place(const std::vector<const Site*>& sites, PlaceControl& place) {
  std::map<std::string, int> names, within;
  std::set<std::pair<double, double>> points;
  for (const Site* site : sites) {
    ++names[site->name];
    if (!site->within.empty()) ++within[site->within];
    if (!site->gazetteer_name.empty() && !site->approximate) names.emplace(site->gazetteer_name, 0);
    if (site->latitude && site->longitude) points.emplace(*site->latitude, *site->longitude);
  }
  const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
  std::vector<std::pair<std::string, int>> by_use(names.begin(), names.end());
  std::stable_sort(by_use.begin(), by_use.end(),
                   [&](const auto& a, const auto& b) { return fewer(b, a); });
  place.place = by_use.front().first;
  for (std::size_t i = 1; i < by_use.size(); ++i) place.names.push_back(by_use[i].first);
  const auto most = std::max_element(within.begin(), within.end(), fewer);
  if (most != within.end()) place.within = most->first;
  if (!points.empty()) {
    place.latitude = points.begin()->first;
    place.longitude = points.begin()->second;
  }
}

// The accounts that made a period begin: those that speak for its holder on its first day; or, if none does, those of the
// next day that show who was there before.
void tell_why(const std::vector<WeighedBearing>& weighed, Holding& holding) {
  constexpr auto kOneDay = std::chrono::days(1);
  std::set<AccountKey> told;
  for (const WeighedBearing& one : weighed) {
    if (one.traced.bearing.when.to == holding.when.from && speaks_for(one.after) == holding.holder)
      told.insert(one.traced.bearing.account->key);
  }
  bool spoken = !told.empty();
  for (const WeighedBearing& one : weighed) {
    const Date day = one.traced.bearing.when.to;
    if (day < holding.when.from || day > holding.when.to + kOneDay) continue;
    spoken = spoken || (day <= holding.when.to && speaks_for(one.after) == holding.holder);
    const Date before = one.traced.bearing.when.from - kOneDay;
    if (told.empty() && before >= holding.when.from && before <= holding.when.to &&
        speaks_for(one.before) == holding.holder)
      told.insert(one.traced.bearing.account->key);
  }
  holding.inferred = !spoken;
  holding.begun_by.assign(told.begin(), told.end());
}

// Gives each bearing the first lineage of its account, among those of the place, as its origin.
void trace(std::vector<TracedBearing>& bearings, const ControlLineages& known) {
  std::map<AccountKey, const Account*> by_key;
  for (const TracedBearing& traced : bearings)
    by_key.emplace(traced.bearing.account->key, traced.bearing.account);
  std::vector<const Account*> accounts;
  for (const auto& [key, account] : by_key) accounts.push_back(account);
  const auto lineages = lineages_of(accounts, known.reports, known.ties, known.lexicon);
  std::map<AccountKey, std::string> origins;
  for (std::size_t i = 0; i < lineages.size(); ++i) {
    for (const std::uint32_t account : lineages[i].accounts)
      origins.emplace(accounts[account]->key, std::to_string(i));
  }
  for (TracedBearing& traced : bearings) {
    const auto at = origins.find(traced.bearing.account->key);
    if (at != origins.end()) traced.origin = at->second;
  }
}

PlaceControl place_control(const std::vector<TracedBearing>& bearings, const ControlRules& rules) {
  PlaceControl place;
  std::vector<const Site*> sites;
  for (const TracedBearing& traced : bearings) sites.push_back(traced.bearing.site);
  name_place(sites, place);
  const auto weighed = weigh(bearings, rules);
  for (const HolderPeriod& period : holder_periods(day_evidence(weighed), rules.settings)) {
    Holding holding{period.when, period.holder, period.probability, {}};
    if (period.holder != Holder::unknown) tell_why(weighed, holding);
    place.assessed.push_back(std::move(holding));
  }
  for (const WeighedBearing& one : weighed) {
    const Holder holder = speaks_for(one.after);
    if (holder == Holder::unknown) continue;
    place.claimed.push_back({one.traced.bearing.when, holder, one.traced.bearing.account->key});
  }
  std::sort(place.claimed.begin(), place.claimed.end());
  place.claimed.erase(std::unique(place.claimed.begin(), place.claimed.end()), place.claimed.end());
  return place;
}

}  // namespace

Control control_of(std::span<const ReportAccounts* const> reports, const ControlRules& rules,
                   const ControlLineages* lineages) {
  Control control;
  std::vector<TracedBearing> bearings;
  for (const ReportAccounts* report : reports) {
    for (const Bearing& bearing : bearings_of(*report, rules))
      bearings.push_back({bearing, origin_of(*bearing.account, *report)});
    const auto shares = area_shares_of(*report, rules);
    control.shares.insert(control.shares.end(), shares.begin(), shares.end());
  }
  std::vector<const Site*> sites;
  for (const TracedBearing& traced : bearings) sites.push_back(traced.bearing.site);
  const auto groups = place_groups(sites, rules.names);
  std::vector<std::vector<TracedBearing>> places;
  for (std::size_t i = 0; i < bearings.size(); ++i) {
    if (groups[i] >= places.size()) places.resize(groups[i] + 1);
    places[groups[i]].push_back(std::move(bearings[i]));
  }
  for (auto& place : places) {
    if (lineages != nullptr) trace(place, *lineages);
    PlaceControl found = place_control(place, rules);
    if (!found.assessed.empty() || !found.claimed.empty())
      control.places.push_back(std::move(found));
  }
  std::sort(control.places.begin(), control.places.end());
  std::sort(control.shares.begin(), control.shares.end(),
            [](const AreaShare& a, const AreaShare& b) {
              return std::tie(a.when, a.account, a) < std::tie(b.when, b.account, b);
            });
  return control;
}

PlaceControl ended_by(PlaceControl place, Date last) {
  std::erase_if(place.assessed, [&](const Holding& holding) { return holding.when.from > last; });
  if (!place.assessed.empty())
    place.assessed.back().when.to = std::min(place.assessed.back().when.to, last);
  return place;
}

}  // namespace relata
