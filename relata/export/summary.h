// SPDX-License-Identifier: Apache-2.0
// Summary: the main incident of a report in one line, as casualty recorders enter it: where, when, what, by which side,
// how many of whom were killed. The claims about it are joined as one account: what weighs more wins, totals hold their
// parts.
//
//   {"doc":"r1","date":"2017-04-04","admin1":"Idlib","type":"chemical_attack","side":"government",
//    "killed_civilians":70,"killed_combatants":null,"killed_children":11,"killed_women":null}
//
// It does not grade the account, and a report of several incidents still gives one line.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "relata/attribution/lexicon.h"
#include "relata/base/data_folder.h"
#include "relata/claims/claim.h"
#include "relata/export/killed.h"
#include "relata/ingest/report.h"
#include "relata/text/document.h"

namespace relata {

// What must be known of words to sum a report up: whose side actors are on, of which class the killed are.
struct SummaryLexicon {
  AttributionLexicon attribution;
  PersonClasses persons;

  static Result<SummaryLexicon> load(const DataFolder& folder);
};

struct Summary {
  std::optional<Date> date;
  std::string admin1;  // the first-level division as the gazetteer names it; "" if unknown
  std::optional<EventType> type;
  std::string side;  // whoever is said to have done it: a Side, or the group "nusra"; "" if unknown
  Killed killed;
};

[[nodiscard]] Summary summarise(const Report& report, const Document& document,
                                const Reading& reading, const SummaryLexicon& lexicon);

// The side of whoever a claim says did it, "" if that is not known.
[[nodiscard]] std::string side_of_claim(const Report& report, const Document& document,
                                        const Reading& reading, const Claim& claim,
                                        const SummaryLexicon& lexicon);

// One line of JSON, without its line end.
void write_summary(const Report& report, const Summary& summary, std::string& out);

}  // namespace relata
