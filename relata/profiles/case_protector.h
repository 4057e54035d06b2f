// SPDX-License-Identifier: Apache-2.0
// CaseProtector: makes a PublicCase. It seals first, then finds how coarse each incident must be, then copies what may be shown.
// How coarse is in public_case.cc; what of accounts and assessments is shown, in case_protector.cc.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "relata/profiles/coarse.h"
#include "relata/profiles/public_case.h"
#include "relata/profiles/sealing.h"

namespace relata {

class CaseProtector {
 public:
  CaseProtector(std::span<const CaseIncident> incidents, const ProtectionRules& rules,
                const ProfileTables& tables)
      : given_(incidents), rules_(rules), tables_(tables), sealing_(incidents, rules, tables) {}

  PublicCase made();

 private:
  using CellKey = std::pair<std::string, EventType>;

  [[nodiscard]] bool shown(const CaseIncident& given) const;
  [[nodiscard]] CellKey cell_of(const CaseIncident& given, Coarseness coarseness) const;
  void find_coarseness();
  void find_common_kinds();
  void mask_keys();
  void add(std::size_t index);
  [[nodiscard]] Account protected_account(const CaseAccount& told, const Incident& incident,
                                          const CellKey& cell);
  [[nodiscard]] ToldVoice protected_voice(const ToldVoice& voice, const CellKey& cell);
  [[nodiscard]] std::vector<ToldActor> protected_actors(const std::vector<ToldActor>& actors,
                                                        bool harmed);
  [[nodiscard]] Assessment protected_assessment(const CaseIncident& given,
                                                const std::vector<std::uint32_t>& places,
                                                const CellKey& cell);
  void withhold(const CaseIncident& given);
  void count(std::string_view what, std::uint64_t times = 1);
  [[nodiscard]] std::vector<AccountKey> masked(const std::vector<AccountKey>& keys) const;

  std::span<const CaseIncident> given_;
  const ProtectionRules& rules_;
  const ProfileTables& tables_;
  Sealing sealing_;
  std::vector<std::optional<Coarseness>> coarseness_;  // of each incident; nothing: held back
  std::map<std::pair<CellKey, VoiceKind>, std::uint32_t> kinds_;  // sealed voices of a kind
  std::map<AccountKey, AccountKey> masks_;
  std::map<IncidentId, IncidentId> ids_;
  std::map<ReportId, const CaseReport*> reports_;
  PublicCase out_;
};

}  // namespace relata
