// SPDX-License-Identifier: Apache-2.0
// TestimonyTable: how each voice did in each incident (corroboration/voice_history.h) and how often in all, so that the standing
// of a voice follows without looking at every incident again. Tables view_testimony and view_testimony_count.
#pragma once

#include <set>
#include <span>
#include <vector>

#include "relata/corroboration/voice_history.h"
#include "relata/sqlite/database.h"

namespace relata {

class TestimonyTable {
 public:
  // Makes its table if it is not there. The database must outlive it.
  static Result<TestimonyTable> open(Database& database);

  // In place of what was put of the incident before. The voices of both are noted.
  Result<Done> put(const IncidentId& incident, std::span<const Testimony> testimonies);
  Result<Done> remove(const IncidentId& incident);
  // The voices whose testimonies changed since this was opened.
  [[nodiscard]] const std::set<VoiceKey>& changed() const { return changed_; }
  Result<VoiceCount> count_of(const VoiceKey& voice);
  Result<std::vector<VoiceKey>> voices();

 private:
  struct Statements {
    Statement put, of_incident, remove, count, count_of, voices;
  };
  Result<Done> count(const VoiceKey& voice, int told, bool borne_out, bool contradicted);
  explicit TestimonyTable(Statements statements) : do_(std::move(statements)) {}

  Statements do_;
  std::set<VoiceKey> changed_;
};

}  // namespace relata
