// SPDX-License-Identifier: Apache-2.0
// Lineage: accounts that go back to one origin: the same innermost voice, the same quotation, copied text, one wire's credit,
// or a retelling claim for claim. Independence is counted in lineages. Each lineage shows what ties it.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "relata/accounts/account.h"
#include "relata/lineages/near_copies.h"

namespace relata {

enum class TieKind : std::uint8_t { same_report, voice, quotation, copied_text, wire, retelling };
[[nodiscard]] std::string_view name_of(TieKind);

// Why two accounts are of one lineage. Indices into the accounts that lineages_of() was given.
struct Tie {
  TieKind kind = TieKind::voice;
  std::uint32_t first = 0, second = 0;
  std::string what;  // "SANA", "41 % of the text": for people
  auto operator<=>(const Tie&) const = default;
};

struct Lineage {
  std::vector<std::uint32_t> accounts;  // indices, ascending by key
  std::vector<Tie> ties;                // a spanning tree of them
  ToldVoice origin;  // whom it goes back to as far as can be told; name "" for an unnamed own voice
};

// A report as lineages need it.
struct ReportOrigin {
  ReportId id;
  std::optional<Date> day;
  ToldVoice publisher;
  std::string credit;
};

// The lineages of the accounts of one incident, by the smallest key of each. An account with several chains that go back to
// different voices belongs to a lineage by each of them. Independent of the order of what is given.
[[nodiscard]] std::vector<Lineage> lineages_of(std::span<const Account* const> accounts,
                                               const std::map<ReportId, ReportOrigin>& reports,
                                               std::span<const TextReuse> reuse);

}  // namespace relata
