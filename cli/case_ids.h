// SPDX-License-Identifier: Apache-2.0
// Ids as people type them: an incident's ("i3f9a12ab"), a claim's ("77ab01cd:152-160"), a report's ("77ab01cd" or the name
// that it came under). Of incidents and reports the beginning is enough if no other begins like it.
#pragma once

#include <string>
#include <variant>

#include "relata/accounts/account.h"
#include "relata/query/find.h"

namespace relata::cli {

using CaseId = std::variant<IncidentId, AccountKey, ReportId>;

// The number of an entry. Error: it is none.
[[nodiscard]] Result<std::uint64_t> entry_number(const std::string& typed);
// Errors: nothing has that id, or several have.
[[nodiscard]] Result<CaseId> find_id(Database& database, const std::string& typed);
[[nodiscard]] Result<ReportId> find_report(Database& database, const std::string& typed);
// A claim, or the first claim of an incident.
[[nodiscard]] Result<AccountKey> find_claim(Database& database, const std::string& typed);
// An incident, or that of a claim.
[[nodiscard]] Result<AssessedIncident> find_incident(Database& database, const std::string& typed);

}  // namespace relata::cli
