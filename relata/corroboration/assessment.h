// SPDX-License-Identifier: Apache-2.0
// Assessment: what supports an incident and what contradicts it, counted in lineages, and the grades that follow: Airwars'
// grade by its rule order, an Admiralty number for each claim and a letter for each voice. It never says what is true; every
// grade lists the accounts that made it and the least change that would alter it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "relata/accounts/account.h"
#include "relata/incidents/incident.h"
#include "relata/lineages/lineage.h"

namespace relata {

// Airwars: theme/functions/civcas.php. Only of incidents that harm people.
enum class Grade : std::uint8_t { confirmed, fair, weak, contested, discounted };
// Admiralty (MISP admiralty-scale v5): reliability of a voice, credibility of a claim. F and six are unknown, no value between.
enum class Reliability : std::uint8_t { a, b, c, d, e, f };
enum class Credibility : std::uint8_t {
  confirmed = 1,
  probably_true,
  possibly_true,
  doubtful,
  improbable,
  cannot_be_judged
};
[[nodiscard]] std::string_view name_of(Grade);
[[nodiscard]] std::string_view name_of(Reliability);
[[nodiscard]] std::optional<Grade> grade_of(std::string_view);
[[nodiscard]] std::optional<Reliability> reliability_of(std::string_view);  // "A" to "F"
// A person's grade if there is one, else ours.
struct Assessment;
[[nodiscard]] std::optional<Grade> final_grade(const Assessment& assessment);
// Airwars' headline totals hold the confirmed and the fair.
[[nodiscard]] bool in_headline(Grade grade);

// Accounts that differ in a slot.
enum class DifferingSlot : std::uint8_t { whether, who, where, when, how_many };
[[nodiscard]] std::string_view name_of(DifferingSlot);
struct Contradiction {
  DifferingSlot slot = DifferingSlot::whether;
  AccountKey first, second;  // one of each side, the smallest keys
  std::string first_says, second_says;
  auto operator<=>(const Contradiction&) const = default;
};

// How many, over the lineages of the incident.
struct Toll {
  CountOf of = CountOf::killed;
  VictimClass victim_class = VictimClass::unknown;  // unknown: all
  double low = 0;
  double best = 0;
  std::optional<double> high;
  std::vector<AccountKey> from;  // the accounts that set low, best, high
  std::uint32_t lineages =
      0;  // that give a figure; 0: the figure is the convention's for "people were killed"
};

// Why a grade is what it is: a rule of the order, and the accounts that made it hold.
struct Reason {
  std::string rule;  // "two credible independent lineages", "one lineage"
  std::vector<AccountKey> accounts;
  auto operator<=>(const Reason&) const = default;
};

// A change to what is known, found by trying it, and the grade that it would give.
struct GradeChange {
  std::string change;          // "a second credible lineage"
  std::optional<Grade> grade;  // nothing: none
  auto operator<=>(const GradeChange&) const = default;
};

// A side that is said to have done it.
struct Accused {
  std::string side;
  std::uint32_t lineages = 0;
  double chance = 0;  // by the vote of the lineages, each weighed by the letter of its voice
  std::vector<AccountKey> accounts;
};

struct Assessment {
  IncidentId incident;
  std::optional<Grade> grade;    // nothing: the incident harms nobody
  std::optional<Grade> decided;  // a person's, which outranks it
  std::string decided_reason;
  std::vector<Reason> reasons;
  std::string least_change;  // "a second credible lineage that is not SANA's would make it fair"
  std::vector<GradeChange> changes;  // all that were found to alter it, the least first
  std::uint32_t reports = 0, lineages_for = 0, lineages_against = 0;
  std::vector<Side> sides;  // of the innermost voices that support it, sorted
  bool opposed_sides_agree = false;
  std::vector<Accused> accused;              // the most supported first
  std::vector<AccountKey> against_interest;  // statements that do not serve who makes them
  std::vector<Lineage> lineages;             // indices into Incident::members
  std::vector<Contradiction> contradictions;
  std::vector<Toll> tolls;
  std::map<AccountKey, Credibility> credibility;
  std::string profile;  // of counting, by which the tolls are made: "relata 1"
};

}  // namespace relata
