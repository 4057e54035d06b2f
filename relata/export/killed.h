// SPDX-License-Identifier: Apache-2.0
// How many of whom the claims about one incident say were killed, as best estimates: the account that weighs most counts,
// a total holds its parts ("22 people, among them six civilians"), children and women are civilians.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "relata/base/data_folder.h"
#include "relata/claims/claim.h"
#include "relata/export/main_incident.h"

namespace relata {

struct Killed {
  std::optional<double> civilians, combatants, children, women;
};

// The classes of words for people: data/person_groups.tsv.
class PersonClasses {
 public:
  static Result<PersonClasses> load(const DataFolder& folder);
  // Of the last word that has a class ("Syrian rebel fighters" -> combatants); unknown if none has.
  [[nodiscard]] VictimClass of(std::string_view who) const;

 private:
  std::unordered_map<std::string, VictimClass> classes_;
};

[[nodiscard]] Killed killed_in(const Document& document, const std::vector<IncidentClaim>& incident,
                               const Reading& reading, const PersonClasses& persons);

}  // namespace relata
