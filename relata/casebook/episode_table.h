// SPDX-License-Identifier: Apache-2.0
// EpisodeTable: an EpisodeStore in the casebook's file: view_episode, view_episode_block, view_episode_link. The caller holds
// the transaction. Of two that stand in an order of the store, that order is (order, key), as bytes of key_bytes().
#pragma once

#include <span>
#include <vector>

#include "relata/incidents/episode_store.h"
#include "relata/incidents/incidents_of.h"
#include "relata/sqlite/database.h"

namespace relata {

class EpisodeTable final : public EpisodeStore {
 public:
  // Makes its tables if they are not there. The database must outlive it.
  static Result<EpisodeTable> open(Database& database);

  // Everything at once, into tables that are empty; in the order of the tables, which is fast.
  Result<Done> fill(const GroupedEpisodes& grouped);

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
  struct Statements {
    Statement put, put_block, remove, remove_block, body, of_report, before, after;
    Statement link, unlink, links, head, set_head, members;
  };
  explicit EpisodeTable(Statements statements) : do_(std::move(statements)) {}
  Result<Done> fill_links(const GroupedEpisodes& grouped);
  static Result<std::vector<EpisodeKey>> keys(Statement& select);
  static Result<std::vector<EpisodeKey>> beside(Statement& select, const BlockEntry& entry,
                                                const EpisodeKey& key, std::size_t most);

  Statements do_;
};

}  // namespace relata
