// SPDX-License-Identifier: Apache-2.0
// LineageFacts: what one lineage says of an incident, as far as grades depend on it, with the accounts behind each fact.
// A grade is made of these and nothing else, so that asking what would change it is a matter of changing them and grading again.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relata/corroboration/assessment.h"
#include "relata/corroboration/differences.h"
#include "relata/corroboration/voice_lexicon.h"
#include "relata/lineages/lineage.h"

namespace relata {

using AccountKeys = std::vector<AccountKey>;  // ascending

struct LineageFacts {
  std::string origin;  // "SANA"; "" for a voice without a name
  Side side = Side::unknown;
  Reliability letter = Reliability::f;
  std::optional<Side> camp;           // whose word it is; two lineages of one camp are one voice
  AccountKeys tells, denies;          // that it took place
  AccountKeys concedes;               // a belligerent accepts responsibility for harm to civilians
  AccountKeys acts;                   // a belligerent acted there
  AccountKeys combatants, civilians;  // who was harmed
  AccountKeys against_interest;       // what does not serve its voice
  std::vector<std::string> accused;   // sides, sorted
  AccountKeys accuses;

  // Usually or fairly reliable, or against its own interest; its letter is not known to be bad.
  [[nodiscard]] bool credible() const;
};

// Where and when sides are opposed.
struct Setting {
  std::string country;
  std::optional<Date> day;
};

// Letters that people decided, by the name of the voice, sorted; they outrank the table.
struct DecidedLetter {
  std::string voice;
  Reliability letter = Reliability::f;
  auto operator<=>(const DecidedLetter&) const = default;
};

[[nodiscard]] std::vector<LineageFacts> facts_of(std::span<const ComparedAccount> sayings,
                                                 std::span<const Lineage> lineages,
                                                 const Setting& setting,
                                                 std::span<const DecidedLetter> decided,
                                                 const VoiceLexicon& voices);

// Whether an account tells of people harmed: killed, hurt, seized.
[[nodiscard]] bool harms_people(const Account& account);
// A belligerent is said to have fought or struck there.
[[nodiscard]] bool tells_of_action(const ComparedAccount& saying);

}  // namespace relata
