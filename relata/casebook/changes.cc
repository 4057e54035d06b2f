// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/changes.h"

#include <algorithm>

namespace relata {
namespace {

void note(const NumberedDecision& numbered, const std::vector<NumberedDecision>& all,
          Changes& changes) {
  const Decision& decision = numbered.decision;
  for (const auto& key : {decision.first, decision.second}) {
    if (key) changes.reports.insert(key->report);
  }
  changes.links |= decision.action == Action::merge || decision.action == Action::split;
  changes.letters |= decision.action == Action::reliability;
  if (decision.action != Action::undo) return;
  const auto undone = std::find_if(all.begin(), all.end(), [&](const NumberedDecision& one) {
    return one.entry == decision.undoes;
  });
  if (undone != all.end() && undone->entry < numbered.entry) note(*undone, all, changes);
}

}  // namespace

Result<Changes> changes_since(std::uint64_t seen, Casebook& casebook,
                              const std::vector<NumberedDecision>& decisions) {
  Changes changes;
  RELATA_TRY(EntryCursor cursor, casebook.ledger().entries(seen));
  while (true) {
    RELATA_TRY(const auto entry, cursor.next());
    if (!entry) break;
    if (entry->kind == EntryKind::erasure) changes.erased = true;
    if (entry->kind == EntryKind::reading && entry->subject)
      changes.reports.insert(ReportId{*entry->subject});
  }
  for (const NumberedDecision& one : decisions) {
    if (one.entry >= seen) note(one, decisions, changes);
  }
  return changes;
}

}  // namespace relata
