// SPDX-License-Identifier: Apache-2.0
#include "relata/incidents/memory_store.h"

namespace relata {

Result<Done> MemoryStore::put(const Episode& episode, std::span<const BlockEntry> entries) {
  episodes_[episode.key] = episode;
  for (const BlockEntry& entry : entries) blocks_.emplace(entry, episode.key);
  return Done{};
}

Result<Done> MemoryStore::remove(const Episode& episode, std::span<const BlockEntry> entries) {
  episodes_.erase(episode.key);
  for (const BlockEntry& entry : entries) blocks_.erase({entry, episode.key});
  return Done{};
}

Result<Episode> MemoryStore::episode(const EpisodeKey& key) {
  const auto at = episodes_.find(key);
  if (at == episodes_.end()) return Error{"no episode " + text_of(key)};
  return at->second;
}

Result<std::vector<EpisodeKey>> MemoryStore::of_report(const ReportId& report) {
  std::vector<EpisodeKey> keys;
  for (auto at = episodes_.lower_bound({report, {}, 0});
       at != episodes_.end() && at->first.report == report; ++at)
    keys.push_back(at->first);
  return keys;
}

Result<std::vector<EpisodeKey>> MemoryStore::before(const BlockEntry& entry, const EpisodeKey& key,
                                                    std::size_t most) {
  std::vector<EpisodeKey> keys;
  for (auto at = blocks_.lower_bound({entry, key}); at != blocks_.begin() && keys.size() < most;) {
    --at;
    if (at->first.block != entry.block) break;
    keys.push_back(at->second);
  }
  return keys;
}

Result<std::vector<EpisodeKey>> MemoryStore::after(const BlockEntry& entry, const EpisodeKey& key,
                                                   std::size_t most) {
  std::vector<EpisodeKey> keys;
  for (auto at = blocks_.upper_bound({entry, key});
       at != blocks_.end() && at->first.block == entry.block && keys.size() < most; ++at)
    keys.push_back(at->second);
  return keys;
}

Result<Done> MemoryStore::link(const EpisodeKey& a, const EpisodeKey& b, float weight) {
  links_[a][b] = weight;
  links_[b][a] = weight;
  return Done{};
}

Result<Done> MemoryStore::unlink(const EpisodeKey& a, const EpisodeKey& b) {
  links_[a].erase(b);
  links_[b].erase(a);
  return Done{};
}

Result<std::vector<EpisodeLink>> MemoryStore::links(const EpisodeKey& key) {
  std::vector<EpisodeLink> links;
  if (const auto at = links_.find(key); at != links_.end()) {
    for (const auto& [other, weight] : at->second) links.push_back({other, weight});
  }
  return links;
}

Result<std::optional<EpisodeKey>> MemoryStore::head(const EpisodeKey& key) {
  const auto at = heads_.find(key);
  return at == heads_.end() ? std::nullopt : std::optional(at->second);
}

Result<Done> MemoryStore::set_head(const EpisodeKey& key, const std::optional<EpisodeKey>& head) {
  if (const auto at = heads_.find(key); at != heads_.end()) {
    members_.erase({at->second, key});
    heads_.erase(at);
  }
  if (!head) return Done{};
  heads_[key] = *head;
  members_.emplace(*head, key);
  return Done{};
}

Result<std::vector<EpisodeKey>> MemoryStore::members(const EpisodeKey& head) {
  std::vector<EpisodeKey> keys;
  for (auto at = members_.lower_bound({head, {}}); at != members_.end() && at->first == head; ++at)
    keys.push_back(at->second);
  return keys;
}

}  // namespace relata
