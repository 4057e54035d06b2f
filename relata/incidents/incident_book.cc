// SPDX-License-Identifier: Apache-2.0
#include "relata/incidents/incident_book.h"

#include "relata/incidents/book_update.h"
#include "relata/incidents/episodes_of.h"

namespace relata {

Result<IncidentChanges> IncidentBook::add(const ReportAccounts& report) {
  const ReportAccounts* const come = &report;
  return replace(std::span(&report.id, 1), std::span(&come, 1));
}

Result<IncidentChanges> IncidentBook::remove(const ReportId& report) {
  return replace(std::span(&report, 1), {});
}

Result<IncidentChanges> IncidentBook::replace(std::span<const ReportId> gone,
                                              std::span<const ReportAccounts* const> come) {
  BookUpdate update(store_, decisions_, tables_);
  for (const ReportId& report : gone) {
    RELATA_TRY(const auto keys, store_.of_report(report));
    for (const EpisodeKey& key : keys) {
      if (const auto done = update.take_away(key); !done) return done.error();
    }
  }
  for (const ReportAccounts* report : come) {
    for (Episode& episode : episodes_of(*report, decisions_, tables_)) {
      if (const auto done = update.put(std::move(episode)); !done) return done.error();
    }
  }
  return update.finish();
}

std::set<ReportId> reports_touched(const Decisions& before, const Decisions& now) {
  std::set<ReportId> reports;
  const auto add_sets = [&](const Decisions& some, const Decisions& other) {
    for (const auto& [account, set] : some.sets()) {
      if (other.set_of(account) != set) reports.insert(account.report);
    }
    for (const auto& pair : some.kept_apart()) {
      if (other.kept_apart().contains(pair)) continue;
      for (const auto& [account, set] : some.sets()) {
        if (set == pair.first || set == pair.second) reports.insert(account.report);
      }
    }
  };
  add_sets(before, now);
  add_sets(now, before);
  return reports;
}

}  // namespace relata
