// SPDX-License-Identifier: Apache-2.0
// CaseExport: the incidents of a casebook that fit a filter, written in the forms of others, each with its manifest.
//
//   RELATA_TRY(CaseExport exported, CaseExport::open(casebook, filter, {"--place Aleppo"}));
//   RELATA_TRY(const ExportedFile file, exported.make("ged", false, tables, nullptr));
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/casebook/incident_source.h"
#include "relata/profiles/outlines.h"
#include "relata/profiles/profile_tables.h"
#include "relata/profiles/public_case.h"
#include "relata/profiles/write_export.h"
#include "relata/query/filter.h"

namespace relata {

struct ExportedFile {
  std::string name;  // "incidents.csv"
  std::string bytes, manifest;
  std::uint64_t incidents = 0;       // that were given
  std::optional<Withheld> withheld;  // of a public export
};

class CaseExport {
 public:
  // The views must be current. `asked`: the conditions as they were typed, for the manifest.
  static Result<CaseExport> open(Casebook& casebook, const Filter& filter,
                                 std::vector<std::string> asked);

  // Of those that fit, the one alone, or none.
  void keep_only(const IncidentId& id) {
    std::erase_if(ids_, [&](const IncidentId& other) { return other != id; });
    origin_.filters.push_back("--incident " + text_of(id));
  }
  // `form`: a name of a profile, or "html", which needs outlines. Errors: there is no such form; nothing may be shown.
  Result<ExportedFile> make(std::string_view form, bool for_the_public, const ProfileTables& tables,
                            const Outlines* outlines);

 private:
  CaseExport(IncidentSource source, CaseOrigin origin, ProtectionRules rules,
             std::vector<IncidentId> ids)
      : source_(std::move(source)),
        origin_(std::move(origin)),
        rules_(std::move(rules)),
        ids_(std::move(ids)) {}
  Result<ExportedFile> make_streaming(Profile profile, const ProfileTables& tables);
  Result<ExportedFile> make_public(Profile profile, const ProfileTables& tables);
  Result<ExportedFile> make_page(bool for_the_public, const ProfileTables& tables,
                                 const Outlines& outlines);
  Result<std::vector<LoadedIncident>> load_all();

  IncidentSource source_;
  CaseOrigin origin_;
  ProtectionRules rules_;
  std::vector<IncidentId> ids_;  // ascending by day, then key
};

}  // namespace relata
