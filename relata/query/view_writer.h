// SPDX-License-Identifier: Apache-2.0
// ViewWriter: fills the view tables (view_tables.h). Everything happens in the transaction of the caller, who keeps to:
// a report before the incidents that its accounts belong to; incidents again after a report was put anew.
//
//   RELATA_TRY(ViewWriter views, ViewWriter::open(database));
//   RELATA_TRY(Done(), views.put_report(report, text));
//   RELATA_TRY(Done(), views.put_incident(incident, assessment, accounts));
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "relata/accounts/account.h"
#include "relata/corroboration/assessment.h"
#include "relata/query/voice_standing.h"
#include "relata/sqlite/database.h"

namespace relata {

class ViewWriter {
 public:
  static Result<ViewWriter> open(Database& database);
  ViewWriter(ViewWriter&&) noexcept;
  ViewWriter& operator=(ViewWriter&&) = delete;
  ~ViewWriter();

  // Puts a report and its accounts, in place of what was put of it before. `text`: the frozen text. Errors: a span does not
  // lie in it.
  Result<Done> put_report(const ReportAccounts& report, std::string_view text);
  // `text` must be the one that it was put with: the index of words forgets them one by one. Nothing there: nothing done.
  Result<Done> remove_report(const ReportId& id, std::string_view text);

  // Puts an incident, in place of the one with its id. `accounts`: those of its members, in any order. Error: a member is
  // not among them, or was not put with its report.
  Result<Done> put_incident(const Incident& incident, const Assessment& assessment,
                            std::span<const Account* const> accounts);
  Result<Done> remove_incident(const IncidentId& id);

  // What is known of a voice beside what it said.
  Result<Done> put_voice(const ToldVoice& voice, const VoiceStanding& standing);

 private:
  struct Parts;
  explicit ViewWriter(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace relata
