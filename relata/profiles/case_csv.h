// SPDX-License-Identifier: Apache-2.0
// Incidents and claims as flat CSV for spreadsheets: what fits into one row. JSON Lines has the whole.
#pragma once

#include <string>

#include "relata/profiles/case_incident.h"
#include "relata/profiles/profile_tables.h"

namespace relata {

void append_incident_header(std::string& out);
void append_incident_row(const CaseIncident& given, const ProfileTables& tables, std::string& out);

void append_claim_header(std::string& out);
void append_claim_rows(const CaseIncident& given, std::string& out);

}  // namespace relata
