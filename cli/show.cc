// SPDX-License-Identifier: Apache-2.0
// relata show and why: an incident, a claim or a report with all about it; an incident's grade with its reasons.
#include <algorithm>
#include <cstdio>

#include "cli/case_commands.h"
#include "cli/case_ids.h"
#include "cli/data_root.h"
#include "cli/ending.h"
#include "cli/open_case.h"
#include "cli/terminal.h"
#include "relata/casebook/incident_source.h"
#include "relata/profiles/incident_text.h"
#include "relata/profiles/profile.h"

namespace relata::cli {
namespace {

constexpr int kWidest = 110;

void put(const std::string& out) { std::fwrite(out.data(), 1, out.size(), stdout); }

TextLooks looks_of(int width, const std::string& colour) {
  return {width > 0 ? width : std::min(terminal_columns(), kWidest), wants_colour(colour, stdout)};
}

Result<ExitCode> put_as_json(const CaseIncident& given, Profile profile, const std::string& data) {
  const auto files = real_files();
  RELATA_TRY(const std::string root, find_data_root(*files, data));
  RELATA_TRY(const ProfileTables tables, ProfileTables::load(DataFolder{files.get(), root}));
  const CaseOrigin origin;
  ProfileWriter writer(profile, origin, tables);
  std::string out;
  writer.begin(out);
  writer.add(given, out);
  writer.end(out);
  put(out);
  return ExitCode::ok;
}

// A report's claims; its reading as it is kept, for programs.
Result<ExitCode> show_report(Casebook& casebook, const ReportId& id,
                             const ShowArguments& arguments) {
  RELATA_TRY(const auto kept, casebook.report(id));
  if (!kept) return Error{"the report was erased"};
  if (arguments.format == "json") {
    put(kept->reading.reading);
    return ExitCode::ok;
  }
  RELATA_TRY(IncidentSource source, IncidentSource::open(casebook));
  RELATA_TRY(const auto report, source.report(id));
  RELATA_TRY(KeptAccounts accounts, KeptAccounts::open(casebook.ledger().database()));
  RELATA_TRY(const ReportAccounts* told, accounts.report(id));
  const TextLooks looks = looks_of(arguments.width, arguments.colour);
  put(hex(id) + "  " + shown(report->about.doc) +
      (report->about.title.empty() ? "" : "  " + shown(report->about.title)) + "\nread by " +
      shown(kept->reading.engine.name) + "; entries " + std::to_string(kept->entry) +
      " (report) and " + std::to_string(kept->reading_entry) + " (reading)\n\n");
  for (const Account& account : told->accounts)
    put(claim_text(IncidentSource::with_words(account, *report), looks) + '\n');
  return ExitCode::ok;
}

Result<ExitCode> show_claim(Casebook& casebook, const AccountKey& key,
                            const ShowArguments& arguments) {
  Database& database = casebook.ledger().database();
  RELATA_TRY(const auto rows, load_accounts(database, {key}));
  RELATA_TRY(IncidentSource source, IncidentSource::open(casebook));
  RELATA_TRY(const auto report, source.report(key.report));
  const CaseAccount told = IncidentSource::with_words(rows.front().account, *report);
  if (arguments.format == "json") {
    Incident alone;
    alone.id = rows.front().incident.value_or(IncidentId{key});
    alone.members.push_back({key, Role::tells, false});
    const Assessment nothing;
    return put_as_json({&alone, &nothing, {told}, false}, Profile::claims_jsonl, arguments.data);
  }
  put(claim_text(told, looks_of(arguments.width, arguments.colour)));
  if (rows.front().incident) put("\nof incident " + text_of(*rows.front().incident) + '\n');
  return ExitCode::ok;
}

Result<ExitCode> show(const ShowArguments& arguments) {
  RELATA_TRY(const CaseKnowledge knowledge, load_case_knowledge(arguments.data));
  RELATA_TRY(Casebook casebook, open_with_views(arguments.casebook, knowledge));
  RELATA_TRY(const CaseId id, find_id(casebook.ledger().database(), arguments.id));
  if (const auto* report = std::get_if<ReportId>(&id))
    return show_report(casebook, *report, arguments);
  if (const auto* key = std::get_if<AccountKey>(&id)) return show_claim(casebook, *key, arguments);
  RELATA_TRY(IncidentSource source, IncidentSource::open(casebook));
  RELATA_TRY(const LoadedIncident loaded, source.load(std::get<IncidentId>(id)));
  if (arguments.format == "json")
    return put_as_json(loaded.given(), Profile::incidents_jsonl, arguments.data);
  put(incident_text(loaded.given(), looks_of(arguments.width, arguments.colour)));
  return ExitCode::ok;
}

Result<ExitCode> why(const WhyArguments& arguments) {
  RELATA_TRY(const CaseKnowledge knowledge, load_case_knowledge(arguments.data));
  RELATA_TRY(Casebook casebook, open_with_views(arguments.casebook, knowledge));
  RELATA_TRY(const AssessedIncident found,
             find_incident(casebook.ledger().database(), arguments.id));
  RELATA_TRY(IncidentSource source, IncidentSource::open(casebook));
  RELATA_TRY(const LoadedIncident loaded, source.load(found.incident.id));
  if (arguments.format == "json")
    return put_as_json(loaded.given(), Profile::incidents_jsonl, arguments.data);
  put(why_text(loaded.given(), looks_of(arguments.width, arguments.colour)));
  return ExitCode::ok;
}

}  // namespace

ExitCode run(const ShowArguments& arguments) { return ended(show(arguments)); }
ExitCode run(const WhyArguments& arguments) { return ended(why(arguments)); }

}  // namespace relata::cli
