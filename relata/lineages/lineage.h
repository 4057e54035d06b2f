// SPDX-License-Identifier: Apache-2.0
// Lineage: accounts that go back to one origin. Independence is counted in lineages; each shows what ties it.
//
// An account goes back to the innermost voice with a name in its line of telling, of which the wire that is credited, else the
// publisher, else the report itself is the outermost link. So nobody whom a reader cannot tell from others counts: "activists",
// "a resident", "a medical source" are of the lineage of whoever brings them, within a report and across the reports of one
// outlet; two outlets' activists are two lineages unless something ties them. That is the careful choice: an outlet cannot
// make independent support by having many unnamed sources.
// Such an account (by unnamed voices, or an outlet's own) leaves its outlet's lineage for another's when its words are copied,
// a quotation is the same, or its report retells another's claim for claim. Voices with names are one only by name, by owner
// (voice_owners.tsv), or by the same quotation if the name is not a known one.
//
//   const std::vector<Lineage> lineages = lineages_of(accounts, reports, {reuse, retellings}, lexicon);
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "relata/accounts/account.h"
#include "relata/lineages/lineage_lexicon.h"
#include "relata/lineages/near_copies.h"
#include "relata/lineages/retelling.h"

namespace relata {

// In the order in which a lineage shows them.
enum class TieKind : std::uint8_t {
  same_report,  // the same voice in the same report
  voice,        // the same voice in two reports
  owner,        // voices of one owner
  quotation,
  copied_text,
  wire,  // both come from the same agency
  retelling
};
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

// What ties reports. Both ascending; they may hold more than is needed.
struct ReportTies {
  std::span<const TextReuse> reuse;
  std::span<const Retelling> retellings;
};

// The lineages of the accounts of one incident, by the smallest key of each, then by origin. An account with several chains
// that go back to different voices belongs to a lineage by each of them. Independent of the order of the accounts.
[[nodiscard]] std::vector<Lineage> lineages_of(std::span<const Account* const> accounts,
                                               const std::map<ReportId, ReportOrigin>& reports,
                                               const ReportTies& ties,
                                               const LineageLexicon& lexicon);

}  // namespace relata
