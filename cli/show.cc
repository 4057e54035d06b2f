// SPDX-License-Identifier: Apache-2.0
// relata show and why: an incident, a claim or a report with all about it; an incident's grade with its reasons.
#include <cstdio>
#include <memory>

#include "cli/case_commands.h"
#include "cli/case_ids.h"
#include "cli/ending.h"
#include "cli/listing.h"
#include "cli/open_case.h"
#include "relata/export/json_writer.h"
#include "relata/query/incidents_json.h"
#include "relata/query/incidents_text.h"

namespace relata::cli {
namespace {

void put(const std::string& out) { std::fwrite(out.data(), 1, out.size(), stdout); }

// A casebook with what is needed to show single things of it.
class Showing {
 public:
  static Result<Showing> open(const std::string& path, const std::string& data) {
    RELATA_TRY(const CaseKnowledge knowledge, load_case_knowledge(data));
    RELATA_TRY(Casebook casebook, open_with_views(path, knowledge));
    return Showing(std::move(casebook));
  }

  [[nodiscard]] Casebook& casebook() { return *casebook_; }
  [[nodiscard]] Database& database() { return casebook_->ledger().database(); }
  // The frozen text of a report; of the one asked for last it is kept.
  [[nodiscard]] TextOf texts() {
    return [this](const ReportId& id) -> Result<std::string_view> {
      if (!last_ || last_->id != id) {
        RELATA_TRY(last_, casebook_->report(id));
        if (!last_) return Error{"the report was erased"};
      }
      return std::string_view(last_->report.text);
    };
  }

 private:
  explicit Showing(Casebook casebook)
      : casebook_(std::make_unique<Casebook>(std::move(casebook))) {}
  std::unique_ptr<Casebook> casebook_;
  std::optional<KeptReport> last_;
};

template <typename Write>
std::string as_json(Write write) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::pretty);
  write(json);
  return out + '\n';
}

// A report's claims; for programs its reading as it is kept.
Result<ExitCode> show_report(Showing& showing, const ReportId& id, const ShowArguments& arguments) {
  RELATA_TRY(const auto kept, showing.casebook().report(id));
  if (!kept) return Error{"the report was erased"};
  if (arguments.format == "json") {
    put(kept->reading.reading);
    return ExitCode::ok;
  }
  std::string out = hex(id) + "  " + shown(kept->report.id) + "\nread by " +
                    shown(kept->reading.engine.name) + "; entry " + std::to_string(kept->entry) +
                    ", its reading entry " + std::to_string(kept->reading_entry) + "\n\n";
  Filter filter;
  filter.reports.push_back(hex(id));
  const View view = list_view(arguments.width, arguments.colour);
  PageRequest page;
  page.size = kLargestPage;
  RELATA_TRY(const auto found, find_accounts(showing.database(), filter, page));
  for (const AccountRow& row : found.rows) write_claim_text(row, showing.texts(), view, out);
  put(out);
  return ExitCode::ok;
}

Result<ExitCode> show_claim(Showing& showing, const AccountKey& key,
                            const ShowArguments& arguments) {
  RELATA_TRY(const auto rows, load_accounts(showing.database(), {key}));
  if (arguments.format == "json") {
    put(as_json([&](JsonWriter& json) { write_json(rows.front(), showing.texts(), json); }));
    return ExitCode::ok;
  }
  std::string out;
  write_claim_text(rows.front(), showing.texts(), list_view(arguments.width, arguments.colour),
                   out);
  put(out);
  return ExitCode::ok;
}

using WriteIncident = void (*)(const ShownIncident&, const View&, std::string&);

template <typename Arguments>
Result<ExitCode> show_incident(Showing& showing, const Arguments& arguments,
                               WriteIncident write_text) {
  RELATA_TRY(const AssessedIncident stored, find_incident(showing.database(), arguments.id));
  std::vector<AccountKey> keys;
  for (const IncidentMember& member : stored.incident.members) keys.push_back(member.account);
  RELATA_TRY(const auto accounts, load_accounts(showing.database(), keys));
  const TextOf texts = showing.texts();
  const ShownIncident shown{stored, accounts, texts};
  if (arguments.format == "json") {
    put(as_json([&](JsonWriter& json) { write_json(shown, json); }));
    return ExitCode::ok;
  }
  std::string out;
  write_text(shown, list_view(arguments.width, arguments.colour), out);
  put(out);
  return ExitCode::ok;
}

Result<ExitCode> show(const ShowArguments& arguments) {
  RELATA_TRY(Showing showing, Showing::open(arguments.casebook, arguments.data));
  RELATA_TRY(const CaseId id, find_id(showing.database(), arguments.id));
  if (const auto* report = std::get_if<ReportId>(&id))
    return show_report(showing, *report, arguments);
  if (const auto* key = std::get_if<AccountKey>(&id)) return show_claim(showing, *key, arguments);
  return show_incident(showing, arguments, &write_incident_text);
}

Result<ExitCode> why(const WhyArguments& arguments) {
  RELATA_TRY(Showing showing, Showing::open(arguments.casebook, arguments.data));
  return show_incident(showing, arguments, &write_why_text);
}

}  // namespace

ExitCode run(const ShowArguments& arguments) { return ended(show(arguments)); }
ExitCode run(const WhyArguments& arguments) { return ended(why(arguments)); }

}  // namespace relata::cli
