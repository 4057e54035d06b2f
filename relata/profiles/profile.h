// SPDX-License-Identifier: Apache-2.0
// Profile: the forms in which incidents leave a casebook, and ProfileWriter, which writes one. The same incidents in the same
// order give the same bytes. docs/formats/export.md has the forms.
//
//   ProfileWriter writer(Profile::ged, origin, tables);
//   writer.begin(out);
//   for (…) writer.add(given, out);     // `out` may be written away and emptied in between
//   writer.end(out);
//   writer.counts().left_out;           // why some incidents gave no row
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "relata/profiles/case_incident.h"
#include "relata/profiles/graph_profiles.h"
#include "relata/profiles/profile_tables.h"

namespace relata {

enum class Profile : std::uint8_t {
  incidents_jsonl,
  claims_jsonl,
  incidents_csv,
  claims_csv,
  geojson,
  acled,
  ged,
  hxl,
  ftm,
  annotations,
  prov
};
// "incidents.jsonl", "claims.csv", "geojson", "acled": what people type.
[[nodiscard]] std::string_view name_of(Profile);
[[nodiscard]] std::optional<Profile> profile_of(std::string_view);
// "jsonl", "csv", "geojson", "json".
[[nodiscard]] std::string_view extension_of(Profile);

struct ExportCounts {
  std::uint64_t incidents = 0;  // that were given
  std::uint64_t rows = 0;       // rows, features, entities or annotations that came of them
  std::map<std::string, std::uint64_t, std::less<>> left_out;  // incidents, by why
};

class ProfileWriter {
 public:
  // Keeps references: origin and tables must outlive it. `notes`: free text beside the values, with words of reports.
  ProfileWriter(Profile profile, const CaseOrigin& origin, const ProfileTables& tables,
                bool notes = true);

  void begin(std::string& out);
  void add(const CaseIncident& given, std::string& out);
  void end(std::string& out);
  [[nodiscard]] const ExportCounts& counts() const { return counts_; }

 private:
  void count(std::string_view why_not);

  Profile profile_;
  const CaseOrigin& origin_;
  const ProfileTables& tables_;
  bool notes_;
  GraphProfile graph_;
  ExportCounts counts_;
};

}  // namespace relata
