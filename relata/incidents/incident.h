// SPDX-License-Identifier: Apache-2.0
// Incident: the accounts about one happening, across reports. A pure view: the same accounts and decisions give the same
// incidents, whatever the order in which they came.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "relata/accounts/account.h"

namespace relata {

// The smallest key of its accounts: so an incident keeps its id unless an earlier account joins it.
struct IncidentId {
  AccountKey first;
  auto operator<=>(const IncidentId&) const = default;
};

// "i" and the first 12 hexadecimal digits of the SHA-256 of text_of(first): what people see and type.
[[nodiscard]] std::string text_of(const IncidentId& id);

// What a person decided of two accounts: that they tell of one happening, or that they do not. Outranks everything.
struct PersonLink {
  AccountKey first, second;  // first < second
  bool together = true;
  auto operator<=>(const PersonLink&) const = default;
};

// How an account belongs to its incident.
enum class MemberRole : std::uint8_t {
  tells,       // what the report is about
  background,  // a known incident told again in passing
};

struct IncidentMember {
  AccountKey account;
  MemberRole role = MemberRole::tells;
  bool main = false;  // the incident is what this report's headline and lead are about
  auto operator<=>(const IncidentMember&) const = default;
};

struct Incident {
  IncidentId id;
  std::vector<IncidentMember> members;  // ascending by key
  EventType type = EventType::attack;   // the most specific that its accounts support
  std::optional<Period> when;
  Site where;                         // name "" if unknown
  std::optional<IncidentId> part_of;  // a day's strikes, a week's toll that holds it
};

}  // namespace relata
