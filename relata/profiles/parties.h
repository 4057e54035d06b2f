// SPDX-License-Identifier: Apache-2.0
// Parties: who did it to whom, of an incident as a whole: the side and name that most of its accounts give. Accounts that deny,
// plan or fear do not count. Of names with as many votes, the first by name: never the order of arrival.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "relata/profiles/case_incident.h"
#include "relata/profiles/profile_tables.h"

namespace relata {

struct Party {
  const SideNames* side = nullptr;  // never nullptr
  std::string_view name;            // as told most; "" if its side says enough
};

struct Parties {
  std::optional<Party> by;       // nobody is named as the doer
  std::optional<Party> against;  // an armed side on the other end
  bool civilians = false;        // civilians are among those harmed
  bool combatants = false;
  std::vector<VictimClass> victims;  // classes of those harmed, sorted
};

// What it refers to lives in the accounts and the tables.
[[nodiscard]] Parties parties_of(const CaseIncident& given, const ProfileTables& tables);

// Whether any account says that it took place. A profile of events writes no others.
[[nodiscard]] bool happened(const CaseIncident& given);

}  // namespace relata
