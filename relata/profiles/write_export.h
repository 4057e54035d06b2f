// SPDX-License-Identifier: Apache-2.0
// write_export: a whole export and its manifest. The manifest says where the export comes from (checkpoint, filters, versions),
// what it holds, what it left out and why, and its SHA-256. The same casebook and order give the same bytes of both.
//
//   RELATA_TRY(const Exported exported, write_export({Profile::ged, rules}, incidents, origin, tables));
//   exported.bytes; exported.manifest;
#pragma once

#include <optional>
#include <span>
#include <string>

#include "relata/profiles/case_page.h"
#include "relata/profiles/profile.h"
#include "relata/profiles/public_case.h"

namespace relata {

struct ExportOrder {
  Profile profile = Profile::incidents_jsonl;
  std::optional<ProtectionRules> protection;  // nothing: all is shown
};

struct Exported {
  std::string bytes, manifest;
  std::optional<Withheld> withheld;  // of a public export
};

// Errors: as PublicCase::make and check_public.
Result<Exported> write_export(const ExportOrder& order, std::span<const CaseIncident> incidents,
                              const CaseOrigin& origin, const ProfileTables& tables);

// The same for the page of profiles/case_page.h; areas are not drawn on a public one.
Result<Exported> write_page(const std::optional<ProtectionRules>& protection, const CasePage& page);

// The manifest of bytes that were written by other means. `withheld`: of a public export.
[[nodiscard]] std::string manifest_of(std::string_view form, const CaseOrigin& origin,
                                      const ExportCounts& counts, std::uint64_t bytes,
                                      std::string_view sha256, const Withheld* withheld);

}  // namespace relata
