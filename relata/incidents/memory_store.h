// SPDX-License-Identifier: Apache-2.0
// MemoryStore: an EpisodeStore in memory, for tests and for casebooks that are made and thrown away.
#pragma once

#include <map>
#include <set>
#include <tuple>

#include "relata/incidents/episode_store.h"

namespace relata {

class MemoryStore : public EpisodeStore {
 public:
  Result<Done> put(const Episode& episode, std::span<const BlockEntry> entries) override;
  Result<Done> remove(const Episode& episode, std::span<const BlockEntry> entries) override;
  Result<Episode> episode(const EpisodeKey& key) override;
  Result<std::vector<EpisodeKey>> of_report(const ReportId& report) override;
  Result<std::vector<EpisodeKey>> before(const BlockEntry& entry, const EpisodeKey& key,
                                         std::size_t most) override;
  Result<std::vector<EpisodeKey>> after(const BlockEntry& entry, const EpisodeKey& key,
                                        std::size_t most) override;
  Result<Done> link(const EpisodeKey& a, const EpisodeKey& b, float weight) override;
  Result<Done> unlink(const EpisodeKey& a, const EpisodeKey& b) override;
  Result<std::vector<EpisodeLink>> links(const EpisodeKey& key) override;
  Result<std::optional<EpisodeKey>> head(const EpisodeKey& key) override;
  Result<Done> set_head(const EpisodeKey& key, const std::optional<EpisodeKey>& head) override;
  Result<std::vector<EpisodeKey>> members(const EpisodeKey& head) override;

 private:
  std::map<EpisodeKey, Episode> episodes_;
  std::set<std::pair<BlockEntry, EpisodeKey>> blocks_;
  std::map<EpisodeKey, std::map<EpisodeKey, float>> links_;
  std::map<EpisodeKey, EpisodeKey> heads_;
  std::set<std::pair<EpisodeKey, EpisodeKey>> members_;  // head, member
};

}  // namespace relata
