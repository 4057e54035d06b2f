// SPDX-License-Identifier: Apache-2.0
// EpisodeStore: what IncidentBook keeps between reports: episodes, the blocks that they stand in, the links among them and
// the incident of each. It may lie in memory or in a file; all answers are in a fixed order, whatever the order of writing.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "relata/base/result.h"
#include "relata/incidents/blocks.h"
#include "relata/incidents/episode.h"

namespace relata {

struct EpisodeLink {
  EpisodeKey other;
  float weight = 0;
  auto operator<=>(const EpisodeLink&) const = default;
};

class EpisodeStore {
 public:
  virtual ~EpisodeStore() = default;

  // With its places in blocks; each episode once.
  virtual Result<Done> put(const Episode& episode, std::span<const BlockEntry> entries) = 0;
  // With its places in blocks; its links and incident are taken away before.
  virtual Result<Done> remove(const Episode& episode, std::span<const BlockEntry> entries) = 0;
  // The episode must be there.
  virtual Result<Episode> episode(const EpisodeKey& key) = 0;
  // Ascending.
  virtual Result<std::vector<EpisodeKey>> of_report(const ReportId& report) = 0;

  // Those nearest before or after (order, key) in a block, the nearest first; `key` itself is not among them.
  virtual Result<std::vector<EpisodeKey>> before(const BlockEntry& entry, const EpisodeKey& key,
                                                 std::size_t most) = 0;
  virtual Result<std::vector<EpisodeKey>> after(const BlockEntry& entry, const EpisodeKey& key,
                                                std::size_t most) = 0;

  // Each link is seen from both its ends.
  virtual Result<Done> link(const EpisodeKey& a, const EpisodeKey& b, float weight) = 0;
  virtual Result<Done> unlink(const EpisodeKey& a, const EpisodeKey& b) = 0;
  // Ascending.
  virtual Result<std::vector<EpisodeLink>> links(const EpisodeKey& key) = 0;

  // An incident is known here by its first episode that makes it. Nothing: in none.
  virtual Result<std::optional<EpisodeKey>> head(const EpisodeKey& key) = 0;
  virtual Result<Done> set_head(const EpisodeKey& key, const std::optional<EpisodeKey>& head) = 0;
  // Ascending.
  virtual Result<std::vector<EpisodeKey>> members(const EpisodeKey& head) = 0;
};

}  // namespace relata
