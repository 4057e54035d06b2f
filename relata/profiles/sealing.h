// SPDX-License-Identifier: Apache-2.0
// Sealing: which names no public export may show. People always: medics, activists, residents, officials, whoever is described
// rather than named, and names that may be a person's; and what was decided. A name that is sealed once is sealed everywhere.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "relata/profiles/public_case.h"

namespace relata {

class Sealing {
 public:
  // Keeps references: rules and tables must outlive it.
  Sealing(std::span<const CaseIncident> incidents, const ProtectionRules& rules,
          const ProfileTables& tables);

  [[nodiscard]] bool sealed(const ToldVoice& voice) const;
  [[nodiscard]] bool sealed(std::string_view name) const;
  [[nodiscard]] bool sealed(const ReportId& report) const;
  // Fewer living people than a cell: "one woman was detained" points at her. The dead are counted to be told.
  [[nodiscard]] bool few_living(CountOf of, double count) const;
  // Folded.
  [[nodiscard]] const std::set<std::string>& names() const { return names_; }

 private:
  [[nodiscard]] bool at_risk(const ToldVoice& voice) const;
  void take(const ToldVoice& voice);

  const ProtectionRules& rules_;
  const ProfileTables& tables_;
  std::set<std::string> names_;
};

}  // namespace relata
