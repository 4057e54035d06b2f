// SPDX-License-Identifier: Apache-2.0
// BookUpdate: one change of an IncidentBook, from the first episode taken away to the incidents that came of it: links are
// mended where episodes stand beside others than before, then what hangs together with them is clustered anew.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "relata/incidents/incident_book.h"

namespace relata {

class BookUpdate {
 public:
  BookUpdate(EpisodeStore& store, const Decisions& decisions, const IncidentTables& tables)
      : store_(store), decisions_(decisions), tables_(tables) {}

  Result<Done> take_away(const EpisodeKey& key);
  Result<Done> put(Episode episode);
  // After all is taken away and put.
  Result<IncidentChanges> finish();

 private:
  using Keys = std::vector<EpisodeKey>;
  using Heads = std::map<EpisodeKey, std::optional<EpisodeKey>>;

  Result<const Episode*> episode(const EpisodeKey& key);
  Result<Done> compare(const EpisodeKey& a, const EpisodeKey& b);
  Result<Done> part(const EpisodeKey& a, const EpisodeKey& b);
  Result<bool> share_a_block(const EpisodeKey& a, const EpisodeKey& b);
  Result<bool> linked(const EpisodeKey& a, const EpisodeKey& b);
  Result<Keys> component(const EpisodeKey& start, std::set<EpisodeKey>& joiners);
  Result<Done> cluster_anew(const Keys& members, Heads& heads);
  Result<Done> let_join(const std::set<EpisodeKey>& joiners, Heads& heads);
  Result<Done> note_old_incidents(const Heads& heads);
  Result<Done> note_incident_of(const EpisodeKey& head);
  Result<std::set<EpisodeKey>> heads_to_show(const Heads& heads);
  Result<Incident> incident(const EpisodeKey& head);
  Result<EpisodeKey> first_account(const EpisodeKey& head);

  EpisodeStore& store_;
  const Decisions& decisions_;
  const IncidentTables& tables_;
  std::map<EpisodeKey, Episode> cache_;
  std::set<EpisodeKey> touched_;
  std::set<EpisodeKey> heads_noted_;
  std::set<IncidentId> old_;  // incidents that were, of all that is touched
};

}  // namespace relata
