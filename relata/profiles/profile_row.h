// SPDX-License-Identifier: Apache-2.0
// What several profiles write of an incident in the same words: its number, its name, its sources, its days.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "relata/profiles/case_incident.h"
#include "relata/profiles/profile_tables.h"

namespace relata {

// The incident's id, "i3f9a…", as a number below 2^48, which every reader of CSV keeps exact.
[[nodiscard]] std::int64_t number_of(const Incident& incident);

// "{country}" in a name of the tables.
[[nodiscard]] std::string with_country(std::string_view name, std::string_view country);

// Who published the reports, each once, by name; "unnamed" is left out.
[[nodiscard]] std::vector<std::string_view> publishers_of(const CaseIncident& given);
[[nodiscard]] std::string joined(const std::vector<std::string_view>& parts, std::string_view by);

// The account that shows best what it is: it tells of it, the earliest in its report, by key among equals. nullptr if there
// are none.
[[nodiscard]] const CaseAccount* leading_account(const CaseIncident& given);

// The days of an incident, both ends counted.
[[nodiscard]] std::int64_t days_of(const Period& period);
[[nodiscard]] int year_of(Date date);
// The day in the middle, the earlier one of two.
[[nodiscard]] Date middle_of(const Period& period);
void append_date(std::string& out, Date date);

// A person's grade, else the program's; "" if it harms nobody.
[[nodiscard]] std::string_view grade_name(const Assessment& assessment);

// "killed 12 to 20 (best 15)" for each toll, parted by "; ".
[[nodiscard]] std::string tolls_phrase(const Assessment& assessment);

// Of all if no class is given; nullptr if no account counts them.
[[nodiscard]] const Toll* toll_of(const Assessment& assessment, CountOf of,
                                  VictimClass victim_class = VictimClass::unknown);

// "airstrike in al-Fardous, Aleppo, Syria": a name for people.
[[nodiscard]] std::string name_of(const Incident& incident);

}  // namespace relata
