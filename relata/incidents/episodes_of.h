// SPDX-License-Identifier: Apache-2.0
// episodes_of(): the accounts of one report -> its episodes, one for each happening that it tells of. Accounts are joined by the
// same evidence as reports are, with the report's own ties (same_event) among it. A sum ("45 killed in a day in Aleppo") is kept
// apart from the happenings that it sums up, which are part of it. One episode is the main one: what headline and lead are about.
#pragma once

#include <vector>

#include "relata/incidents/decisions.h"
#include "relata/incidents/episode.h"
#include "relata/incidents/incident_tables.h"

namespace relata {

// Ascending by key. Accounts that neither tell of a happening nor can belong to one (an appeal, a siege) are in none of them.
[[nodiscard]] std::vector<Episode> episodes_of(const ReportAccounts& report,
                                               const Decisions& decisions,
                                               const IncidentTables& tables);

}  // namespace relata
