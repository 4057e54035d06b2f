// SPDX-License-Identifier: Apache-2.0
// Decided: all decisions of a casebook that hold, ready to be asked. Decisions are taken in the order of their entries; a later
// one outranks an earlier one of the same kind about the same thing, and what was undone never was.
//
//   Decided decided(decisions);            // (number of the entry, decision)
//   decided.apply(accounts_of_a_report);
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "relata/accounts/account.h"
#include "relata/casebook/decision.h"
#include "relata/corroboration/assess.h"
#include "relata/incidents/incident.h"

namespace relata {

struct NumberedDecision {
  std::uint64_t entry = 0;
  Decision decision;
};

class Decided {
 public:
  explicit Decided(std::vector<NumberedDecision> decisions);

  // Verdicts and corrections of a report's claims. A decision finds its claim by its key, or, after another reading, by the
  // one claim whose trigger overlaps that of the key; those that find none are given back by their entries.
  std::vector<std::uint64_t> apply(ReportAccounts& report) const;

  // What must and must not be together, each pair once, in the order decided.
  [[nodiscard]] const std::vector<PersonLink>& links() const { return links_; }
  // What a person decided of an incident's grade, by any of its claims; of several decisions the latest.
  [[nodiscard]] std::optional<DecidedGrade> grade_of(const Incident& incident) const;
  // Letters of voices, by name.
  [[nodiscard]] const std::map<std::string, Reliability>& letters() const { return letters_; }
  // Names of voices and ids of reports that no public export may show.
  [[nodiscard]] const std::set<std::string>& sealed() const { return sealed_; }
  // The reports that decisions are about.
  [[nodiscard]] std::set<ReportId> reports() const;
  // Whether a decision with that number is there and holds.
  [[nodiscard]] bool holds(std::uint64_t entry) const { return by_entry_.contains(entry); }

 private:
  void take(const NumberedDecision& numbered);

  std::map<std::uint64_t, Decision> by_entry_;
  std::map<ReportId, std::vector<std::uint64_t>> by_report_;  // verdicts and corrections
  std::vector<PersonLink> links_;
  std::vector<std::pair<AccountKey, DecidedGrade>> grades_;  // the latest last
  std::map<std::string, Reliability> letters_;
  std::set<std::string> sealed_;
};

// The claim of a report that a key means: that with the key, else the only one whose trigger overlaps it.
[[nodiscard]] Account* find_account(ReportAccounts& report, const AccountKey& key);

}  // namespace relata
