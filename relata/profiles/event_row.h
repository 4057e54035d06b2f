// SPDX-License-Identifier: Apache-2.0
// The profiles of events: one row of CSV an incident, with the columns, order and codes of ACLED (31), UCDP GED (49) and HXL.
// What such a data set does not hold gives no row, and a reason why not.
//
//   append_ged_header(out);
//   if (const std::string_view why = append_ged_row(given, tables, out); !why.empty()) ++left_out[why];
#pragma once

#include <string>
#include <string_view>

#include "relata/profiles/case_incident.h"
#include "relata/profiles/profile_tables.h"

namespace relata {

// Each appends a row and gives "", or appends nothing and says why: "no account says that it happened".
void append_ged_header(std::string& out);
[[nodiscard]] std::string_view append_ged_row(const CaseIncident& given,
                                              const ProfileTables& tables, std::string& out);

void append_acled_header(std::string& out);
[[nodiscard]] std::string_view append_acled_row(const CaseIncident& given, const CaseOrigin& origin,
                                                const ProfileTables& tables, bool notes,
                                                std::string& out);

// Two lines: names, then hashtags.
void append_hxl_header(std::string& out);
[[nodiscard]] std::string_view append_hxl_row(const CaseIncident& given,
                                              const ProfileTables& tables, std::string& out);

// Why a profile of events has no row for an incident: nobody says that it happened, others are part of it, its day or its
// place are unknown. "" if it has one.
[[nodiscard]] std::string_view why_no_event(const CaseIncident& given, const ProfileTables& tables);

}  // namespace relata
