// SPDX-License-Identifier: Apache-2.0
// PublicCase: the incidents of a case as anybody may see them. Who may be at risk cannot be told from it: places become the
// first-level division and a cell of one degree (or the country), times weeks (or months, years), voices of people are sealed,
// words, titles, addresses and ids of reports are gone, and what stands alone is held back.
//
//   RELATA_TRY(const PublicCase shown, PublicCase::make(incidents, rules, tables));
//   for (const CaseIncident& given : shown.incidents()) writer.add(given, out);
//   RELATA_TRY(const Done safe, check_public(profile, out, shown));        // profiles/reidentification.h
//
// A cell is a place, a period and a type of incident. Incidents of a cell with fewer than `smallest_cell` are made coarser
// together, step by step, and held back in the end. The order is that of ids made with a secret: it tells nothing.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "relata/profiles/case_incident.h"
#include "relata/profiles/profile_tables.h"
#include "relata/profiles/word_runs.h"

namespace relata {

struct ProtectionRules {
  std::string secret;            // of the casebook: ids are made with it. Not empty
  std::set<std::string> sealed;  // names of voices, ids of reports (hexadecimal), as decided
  std::uint32_t smallest_cell = 5;
};

// What a public export must not show, for the check on its bytes.
struct Withheld {
  WordNames names;               // of people and sealed voices
  WordRuns words;                // of claims and titles
  std::set<std::string> places;  // finer than those shown, folded
  std::set<std::string> hashes;  // of texts, and ids of reports: hexadecimal
  std::set<std::string> days;    // the only ones that may be shown
  std::map<std::string, std::uint64_t, std::less<>>
      counts;  // "names of people": what was held back, for people
};

class PublicCase {
 public:
  // Errors: no secret; a cell of fewer than two.
  static Result<PublicCase> make(std::span<const CaseIncident> incidents,
                                 const ProtectionRules& rules, const ProfileTables& tables);

  // Refer into this.
  [[nodiscard]] const std::vector<CaseIncident>& incidents() const { return incidents_; }
  [[nodiscard]] const Withheld& withheld() const { return withheld_; }
  [[nodiscard]] std::uint32_t smallest_cell() const { return smallest_cell_; }

 private:
  friend class CaseProtector;
  PublicCase() = default;

  std::deque<Incident> made_;
  std::deque<Assessment> assessments_;
  std::deque<Account> accounts_;
  std::deque<CaseReport> reports_;
  std::vector<CaseIncident> incidents_;
  Withheld withheld_;
  std::uint32_t smallest_cell_ = 0;
};

}  // namespace relata
