// SPDX-License-Identifier: Apache-2.0
// ViewWriter: fills the view tables (view_tables.h). Everything happens in the transaction of the caller, who keeps to:
// a report before the incidents that its accounts belong to; incidents again after a report was put anew.
//
//   RELATA_TRY(ViewWriter views, ViewWriter::open(database));
//   RELATA_TRY(Done(), views.put_report(report, text));
//   RELATA_TRY(Done(), views.put_incident(incident, assessment, accounts));
#pragma once

#include <span>
#include <string_view>

#include "relata/query/incident_rows.h"
#include "relata/query/report_rows.h"

namespace relata {

class ViewWriter {
 public:
  static Result<ViewWriter> open(Database& database);

  // Puts a report and its accounts, in place of what was put of it before. `text`: the frozen text. Errors: evidence that
  // does not lie in it; two accounts with one key.
  Result<Done> put_report(const ReportAccounts& report, std::string_view text) {
    return reports_.put(report, text);
  }
  // `text` must be the one that it was put with: the index of words forgets them one by one. Nothing there: nothing done.
  Result<Done> remove_report(const ReportId& id, std::string_view text) {
    return reports_.remove(id, text);
  }

  // Puts an incident, in place of the one with its id. `accounts`: those of its members, in any order; others are passed
  // over. Error: a member is not among them, or was not put with its report.
  Result<Done> put_incident(const Incident& incident, const Assessment& assessment,
                            std::span<const Account* const> accounts) {
    return incidents_.put(incident, assessment, accounts);
  }
  // Nothing there: nothing done.
  Result<Done> remove_incident(const IncidentId& id) { return incidents_.remove(id); }

  // What is known of a voice beside what it said.
  Result<Done> put_voice(const ToldVoice& voice, const VoiceStanding& standing) {
    return reports_.put(voice, standing);
  }

 private:
  ViewWriter(ReportRows reports, IncidentRows incidents)
      : reports_(std::move(reports)), incidents_(std::move(incidents)) {}

  ReportRows reports_;
  IncidentRows incidents_;
};

}  // namespace relata
