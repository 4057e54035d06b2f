// SPDX-License-Identifier: Apache-2.0
// Summary: the main incident of a report in one line, as casualty recorders enter it: where, when, what, by which side,
// how many of whom were killed. The main incident is the one that the report opens with; the claims about it are joined
// as one account: totals hold their parts, the better supported number wins.
//
//   {"doc":"r1","date":"2017-04-04","admin1":"Idlib","type":"chemical_attack","side":"government",
//    "killed_civilians":70,"killed_combatants":null,"killed_children":11,"killed_women":null}
//
// It does not grade the account, and a report of several incidents still gives one line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "relata/claims/claim.h"
#include "relata/ingest/report.h"
#include "relata/text/document.h"

namespace relata {

struct Summary {
  std::optional<Date> date;
  std::string admin1;  // the first-level division as the gazetteer names it; "" if unknown
  std::optional<EventType> type;
  std::string side;  // whoever is said to have done it: a Side, or the group "nusra"; "" if unknown
  std::optional<double> killed_civilians, killed_combatants, killed_children, killed_women;
};

[[nodiscard]] Summary summarise(const Report& report, const Document& document,
                                const Reading& reading);

// One line of JSON, without its line end.
void write_summary(const Report& report, const Summary& summary, std::string& out);

}  // namespace relata
