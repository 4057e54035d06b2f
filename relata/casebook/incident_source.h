// SPDX-License-Identifier: Apache-2.0
// IncidentSource: incidents of a casebook as those who show or export them need them: with their assessments, accounts,
// reports and exact words.
//
//   IncidentSource source = …;
//   RELATA_TRY(const LoadedIncident loaded, source.load(id));
//   writer.add(loaded.given(), out);
#pragma once

#include <list>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "relata/base/utf8.h"
#include "relata/casebook/casebook.h"
#include "relata/casebook/kept_accounts.h"
#include "relata/casebook/part_table.h"
#include "relata/profiles/case_incident.h"
#include "relata/query/assessment_bytes.h"

namespace relata {

// A report with its frozen text.
struct LoadedReport {
  CaseReport about;
  std::string text;
  CodePoints points;
};

// An incident with all that it refers to. Movable.
class LoadedIncident {
 public:
  [[nodiscard]] const Incident& incident() const { return stored_->incident; }
  [[nodiscard]] const Assessment& assessment() const { return stored_->assessment; }
  // Refers into this.
  [[nodiscard]] const CaseIncident& given() const { return given_; }

 private:
  friend class IncidentSource;
  std::unique_ptr<AssessedIncident> stored_;
  std::unique_ptr<std::vector<Account>> accounts_;
  std::vector<std::shared_ptr<const LoadedReport>> reports_;
  CaseIncident given_;
};

class IncidentSource {
 public:
  // The casebook must outlive it, its views be current and stay as they are.
  static Result<IncidentSource> open(Casebook& casebook);

  Result<LoadedIncident> load(const IncidentId& id);
  Result<std::shared_ptr<const LoadedReport>> report(const ReportId& id);
  // The words of an account: its trigger and its evidence.
  static CaseAccount with_words(const Account& account, const LoadedReport& report);

 private:
  IncidentSource(Casebook& casebook, KeptAccounts kept, Statement body, Wholes wholes)
      : casebook_(&casebook),
        kept_(std::move(kept)),
        body_(std::move(body)),
        wholes_(std::move(wholes)) {}

  Casebook* casebook_;
  KeptAccounts kept_;
  Statement body_;
  Wholes wholes_;
  std::map<ReportId, std::shared_ptr<const LoadedReport>> held_;
};

}  // namespace relata
