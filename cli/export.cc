// SPDX-License-Identifier: Apache-2.0
// relata export: incidents and claims in the forms of others, each with a manifest, into a folder.
#include <cstdio>
#include <filesystem>

#include "cli/case_commands.h"
#include "cli/case_ids.h"
#include "cli/data_root.h"
#include "cli/ending.h"
#include "cli/listing.h"
#include "cli/open_case.h"
#include "relata/casebook/export_case.h"
#include "relata/profiles/case_page.h"
#include "relata/profiles/profile_tables.h"

namespace relata::cli {
namespace {

Result<Done> write_file(const std::string& path, std::string_view bytes) {
  const std::string part = path + ".part";
  std::FILE* file = std::fopen(part.c_str(), "wb");
  if (file == nullptr) return Error{path + ": cannot be written"};
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  if (std::fclose(file) != 0 || !written) return Error{path + ": could not be written whole"};
  if (std::rename(part.c_str(), path.c_str()) != 0) return Error{path + ": cannot be written"};
  return Done{};
}

// The forms that a name on the command line stands for.
std::vector<std::string> forms_of(const std::string& profile) {
  if (profile == "csv") return {"incidents.csv", "claims.csv"};
  if (profile == "incidents") return {"incidents.jsonl"};
  if (profile == "claims") return {"claims.jsonl"};
  return {profile};
}

void tell_what_was_withheld(const Withheld& withheld) {
  std::printf("held back for the public:\n");
  for (const auto& [what, count] : withheld.counts)
    std::printf("  %llu  %s\n", static_cast<unsigned long long>(count), shown(what).c_str());
}

Result<ExitCode> export_case(const ExportArguments& arguments) {
  const auto files = real_files();
  RELATA_TRY(const std::string root, find_data_root(*files, arguments.data));
  const DataFolder folder{files.get(), root};
  RELATA_TRY(const ProfileTables tables, ProfileTables::load(folder));
  RELATA_TRY(const CaseKnowledge knowledge, CaseKnowledge::load(folder));
  const auto filter = filter_of(arguments.filter, knowledge.filters);
  if (!filter) return misused(filter.error());
  RELATA_TRY(Casebook casebook, open_with_views(arguments.casebook, knowledge));
  RELATA_TRY(CaseExport exported, CaseExport::open(casebook, *filter, words_of(arguments.filter)));
  if (!arguments.incident.empty()) {
    RELATA_TRY(const AssessedIncident only,
               find_incident(casebook.ledger().database(), arguments.incident));
    exported.keep_only(only.incident.id);
  }
  std::optional<Outlines> outlines;
  if (arguments.profile == "html") {
    RELATA_TRY(Outlines loaded, Outlines::load(folder));
    outlines.emplace(std::move(loaded));
  }
  std::error_code problem;
  std::filesystem::create_directories(arguments.output, problem);
  if (problem) return Error{arguments.output + ": cannot be made: " + problem.message()};
  for (const std::string& form : forms_of(arguments.profile)) {
    RELATA_TRY(const ExportedFile file,
               exported.make(form, arguments.is_public, tables, outlines ? &*outlines : nullptr));
    const std::string path = arguments.output + '/' + file.name;
    RELATA_TRY(Done(), write_file(path, file.bytes));
    RELATA_TRY(Done(), write_file(path + ".manifest.json", file.manifest));
    std::printf("%s: %llu incidents\n", shown(path).c_str(),
                static_cast<unsigned long long>(file.incidents));
    if (file.withheld) tell_what_was_withheld(*file.withheld);
  }
  return ExitCode::ok;
}

}  // namespace

ExitCode run(const ExportArguments& arguments) { return ended(export_case(arguments)); }

}  // namespace relata::cli
