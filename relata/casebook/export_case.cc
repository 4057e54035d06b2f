// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/export_case.h"

#include "relata/base/hash.h"
#include "relata/casebook/decided.h"
#include "relata/casebook/view_state.h"
#include "relata/ledger/checkpoint.h"
#include "relata/profiles/profile.h"
#include "relata/query/find.h"

namespace relata {
namespace {

std::string stem_of(const std::string& path) {
  const std::string name = path.substr(path.find_last_of('/') + 1);
  return name.substr(0, name.rfind(".relata"));
}

Result<CaseOrigin> origin_of(Casebook& casebook, std::vector<std::string> asked) {
  Ledger& ledger = casebook.ledger();
  CaseOrigin origin;
  origin.name = stem_of(ledger.database().path());
  origin.filters = std::move(asked);
  RELATA_TRY(const auto note, ledger.last_note());
  if (note) {
    RELATA_TRY(const Checkpoint checkpoint, checkpoint_of(*note));
    origin.checkpoint = hex_of_bytes(view_of_bytes(checkpoint.root));
    origin.entries = checkpoint.size;
    RELATA_TRY(const auto entry, ledger.entry(checkpoint.size));
    if (entry) origin.made_at = entry->time.time_since_epoch().count();
  }
  RELATA_TRY(origin.read_by, ViewState::of(ledger.database()).engines());
  return origin;
}

std::vector<CaseIncident> given(const std::vector<LoadedIncident>& loaded) {
  std::vector<CaseIncident> incidents;
  for (const LoadedIncident& one : loaded) incidents.push_back(one.given());
  return incidents;
}

ExportedFile file_of(std::string name, Exported exported, std::size_t incidents) {
  return {std::move(name), std::move(exported.bytes), std::move(exported.manifest), incidents,
          std::move(exported.withheld)};
}

}  // namespace

Result<CaseExport> CaseExport::open(Casebook& casebook, const Filter& filter,
                                    std::vector<std::string> asked) {
  RELATA_TRY(CaseOrigin origin, origin_of(casebook, std::move(asked)));
  RELATA_TRY(auto decisions, casebook.decisions());
  ProtectionRules rules;
  rules.sealed = Decided(std::move(decisions)).sealed();
  RELATA_TRY(rules.secret, casebook.secret());
  RELATA_TRY(IncidentSource source, IncidentSource::open(casebook));
  std::vector<IncidentId> ids;
  PageRequest page;
  page.sort = SortBy::date;
  page.size = kLargestPage;
  do {
    RELATA_TRY(const FoundPage<IncidentRow> found,
               find_incidents(casebook.ledger().database(), filter, page));
    for (const IncidentRow& row : found.rows) ids.push_back(row.id);
    page.after = found.next;
  } while (!page.after.empty());
  return CaseExport(std::move(source), std::move(origin), std::move(rules), std::move(ids));
}

Result<ExportedFile> CaseExport::make(std::string_view form, bool for_the_public,
                                      const ProfileTables& tables, const Outlines* outlines) {
  if (form == "html") {
    RELATA_CHECK(outlines != nullptr);
    return make_page(for_the_public, tables, *outlines);
  }
  const auto profile = profile_of(form);
  if (!profile) return Error{"there is no form '" + std::string(form) + "'"};
  RELATA_TRY(ExportedFile file,
             for_the_public ? make_public(*profile, tables) : make_streaming(*profile, tables));
  file.name = form;
  const std::string extension(extension_of(*profile));
  if (form == extension) file.name = "incidents." + extension;
  if (file.name.find('.') == std::string::npos) file.name += '.' + extension;
  return file;
}

Result<ExportedFile> CaseExport::make_streaming(Profile profile, const ProfileTables& tables) {
  ExportedFile file;
  ProfileWriter writer(profile, origin_, tables);
  writer.begin(file.bytes);
  for (const IncidentId& id : ids_) {
    RELATA_TRY(const LoadedIncident loaded, source_.load(id));
    writer.add(loaded.given(), file.bytes);
  }
  writer.end(file.bytes);
  file.incidents = writer.counts().incidents;
  file.manifest = manifest_of(name_of(profile), origin_, writer.counts(), file.bytes.size(),
                              sha256_hex(file.bytes), nullptr);
  return file;
}

Result<ExportedFile> CaseExport::make_public(Profile profile, const ProfileTables& tables) {
  RELATA_TRY(const auto loaded, load_all());
  const auto incidents = given(loaded);
  RELATA_TRY(Exported exported, write_export({profile, rules_}, incidents, origin_, tables));
  return file_of("", std::move(exported), incidents.size());
}

Result<ExportedFile> CaseExport::make_page(bool for_the_public, const ProfileTables& tables,
                                           const Outlines& outlines) {
  RELATA_TRY(const auto loaded, load_all());
  const auto incidents = given(loaded);
  const auto protection = for_the_public ? std::optional(rules_) : std::nullopt;
  RELATA_TRY(Exported exported, write_page(protection, {incidents, {}, origin_, tables, outlines}));
  return file_of("case.html", std::move(exported), incidents.size());
}

Result<std::vector<LoadedIncident>> CaseExport::load_all() {
  std::vector<LoadedIncident> loaded;
  for (const IncidentId& id : ids_) {
    RELATA_TRY(LoadedIncident one, source_.load(id));
    loaded.push_back(std::move(one));
  }
  return loaded;
}

}  // namespace relata
