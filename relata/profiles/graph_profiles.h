// SPDX-License-Identifier: Apache-2.0
// The profiles that are graphs rather than rows: FollowTheMoney (entities as JSON Lines), W3C Web Annotation (a page of
// annotations) and PROV-JSON (one document). What several incidents share, as a report or a body, is written once.
//
//   GraphProfile graph(GraphForm::prov, origin);
//   graph.begin(out);  for (…) graph.add(given, out);  graph.end(out);
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "relata/profiles/case_incident.h"
#include "relata/profiles/profile_tables.h"

namespace relata {

enum class GraphForm : std::uint8_t { follow_the_money, web_annotation, prov };

class GraphProfile {
 public:
  // Keeps references: what it is given must outlive it.
  GraphProfile(GraphForm form, const CaseOrigin& origin, const ProfileTables& tables)
      : form_(form), origin_(origin), tables_(tables) {}

  void begin(std::string& out);
  // How many entities, annotations or records came of it.
  std::uint64_t add(const CaseIncident& given, std::string& out);
  void end(std::string& out);

 private:
  std::uint64_t add_money(const CaseIncident& given, std::string& out);
  std::string body_of(const ToldActor& actor, const Site& where, std::string& out,
                      std::uint64_t& written);
  std::uint64_t add_annotations(const CaseIncident& given, std::string& out);
  std::uint64_t add_provenance(const CaseIncident& given);
  // One member of a section of a PROV document, if it is not there.
  void record(std::string_view section, const std::string& id, std::string members);

  GraphForm form_;
  const CaseOrigin& origin_;
  const ProfileTables& tables_;
  std::set<std::string> written_;                                      // ids of FollowTheMoney
  std::map<std::string, std::map<std::string, std::string>> records_;  // of PROV, by section
  bool first_ = true;
};

}  // namespace relata
