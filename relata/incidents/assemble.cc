// SPDX-License-Identifier: Apache-2.0
#include "relata/incidents/assemble.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace relata {
namespace {

// What most episodes support: they weigh more if the report is about it, and much more if they say it in words.
template <typename Value>
const Value* heaviest(const std::map<Value, float>& votes) {
  const auto best = std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) {
    return a.second < b.second;  // of equals the first
  });
  return best == votes.end() ? nullptr : &best->first;
}

float weight_of(const Episode& episode) { return episode.main ? 2.0F : 1.0F; }

EventType type_of(std::span<const Episode* const> episodes) {
  std::map<EventType, float> votes, open_votes;
  for (const Episode* episode : episodes) {
    if (episode->standing != Standing::makes) continue;
    auto& into = leaves_method_open(episode->type) ? open_votes : votes;
    into[episode->type] += weight_of(*episode);
  }
  const EventType* best = heaviest(votes.empty() ? open_votes : votes);
  return best == nullptr ? episodes.front()->type : *best;
}

std::optional<Period> when_of(std::span<const Episode* const> episodes) {
  constexpr float kStated = 5;
  std::map<std::tuple<Date::duration, Date, Date>, float> votes;  // of equals the shortest
  for (const Episode* episode : episodes) {
    if (!episode->when || episode->standing != Standing::makes) continue;
    const Period& when = *episode->when;
    votes[{when.to - when.from, when.from, when.to}] +=
        weight_of(*episode) * (episode->when_stated ? kStated : 1);
  }
  const auto* best = heaviest(votes);
  if (best == nullptr) return std::nullopt;
  return Period{std::get<1>(*best), std::get<2>(*best)};
}

// The most exact place that most episodes name.
Site where_of(std::span<const Episode* const> episodes) {
  std::map<std::pair<Grain, std::uint32_t>, float> votes;
  for (const Episode* episode : episodes) {
    if (episode->where.empty() || episode->standing != Standing::makes) continue;
    const Spot& spot = episode->where.front();
    const float exact = spot.grain <= Grain::town ? 4 : spot.grain == Grain::named ? 2 : 1;
    votes[{spot.grain, spot.name}] += exact * weight_of(*episode);
  }
  const auto* best = heaviest(votes);
  if (best == nullptr) return {};
  for (const Episode* episode : episodes) {
    if (!episode->where.empty() && episode->standing == Standing::makes &&
        std::pair(episode->where.front().grain, episode->where.front().name) == *best)
      return episode->site;
  }
  return {};
}

}  // namespace

Incident assemble(std::span<const Episode* const> episodes) {
  Incident incident;
  for (const Episode* episode : episodes) {
    const MemberRole role = episode->background ? MemberRole::background : MemberRole::tells;
    for (const AccountKey& account : episode->accounts)
      incident.members.push_back({account, role, episode->main});
  }
  std::sort(incident.members.begin(), incident.members.end());
  incident.id = {incident.members.front().account};
  incident.type = type_of(episodes);
  incident.when = when_of(episodes);
  incident.where = where_of(episodes);
  return incident;
}

std::vector<EpisodeKey> summed_up_by(std::span<const Episode* const> episodes) {
  std::map<EpisodeKey, int> votes;
  for (const Episode* episode : episodes) {
    if (episode->part_of) ++votes[*episode->part_of];
  }
  std::vector<EpisodeKey> keys;
  for (const auto& [key, count] : votes) keys.push_back(key);
  std::stable_sort(keys.begin(), keys.end(),
                   [&](const EpisodeKey& a, const EpisodeKey& b) { return votes[a] > votes[b]; });
  return keys;
}

}  // namespace relata
