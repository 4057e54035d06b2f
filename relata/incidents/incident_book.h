// SPDX-License-Identifier: Apache-2.0
// IncidentBook: incidents kept up to date as reports are added and taken away. A report touches only the episodes beside its
// own in their blocks and what hangs together with them; what the book then holds is what incidents_of() makes of all
// reports at once, whatever the order.
//
//   IncidentBook book(store, decisions, tables);
//   RELATA_TRY(const IncidentChanges changes, book.add(report));
//   // changes.gone: no longer incidents; changes.now: new or changed
//
// When people decide anew: take away and add again the reports of reports_touched() with a book of the new decisions.
#pragma once

#include <set>
#include <vector>

#include "relata/incidents/decisions.h"
#include "relata/incidents/episode_store.h"
#include "relata/incidents/incident.h"
#include "relata/incidents/incident_tables.h"

namespace relata {

struct IncidentChanges {
  std::vector<IncidentId> gone;  // ascending
  std::vector<Incident> now;     // by id; some may be as they were
};

class IncidentBook {
 public:
  // Refers to all three.
  IncidentBook(EpisodeStore& store, const Decisions& decisions, const IncidentTables& tables)
      : store_(store), decisions_(decisions), tables_(tables) {}

  // A report that the book does not hold, or one that it holds and that was read again.
  Result<IncidentChanges> add(const ReportAccounts& report);
  Result<IncidentChanges> remove(const ReportId& report);
  // Several at once: those taken away, those that come.
  Result<IncidentChanges> replace(std::span<const ReportId> gone,
                                  std::span<const ReportAccounts* const> come);

 private:
  EpisodeStore& store_;
  const Decisions& decisions_;
  const IncidentTables& tables_;
};

// The reports whose accounts other decisions hold of than before.
[[nodiscard]] std::set<ReportId> reports_touched(const Decisions& before, const Decisions& now);

}  // namespace relata
