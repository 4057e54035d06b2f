// SPDX-License-Identifier: Apache-2.0
// assess(): an incident, its accounts and their lineages -> Assessment. Pure: nothing outside what is given plays a part, so
// adding a report alters the assessments of the incidents that it tells of and no others. What a voice has been worth in other
// incidents (voice_history.h) is shown beside its letter and flows into no grade; a person's decision does.
//
//   const Assessment assessment = assess(incident, accounts, lineages_of(accounts, reports, reuse), {}, lexicon, profile);
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "relata/corroboration/assessment.h"
#include "relata/corroboration/count_profile.h"
#include "relata/corroboration/lineage_facts.h"
#include "relata/corroboration/voice_lexicon.h"
#include "relata/corroboration/vote.h"

namespace relata {

struct AssessmentLexicon {
  VoiceLexicon voices;
  CountProfiles profiles;  // front() is ours
  VoteSettings votes;
  static Result<AssessmentLexicon> load(const DataFolder& folder);
};

// What a person decided of an incident's grade.
struct DecidedGrade {
  Grade grade = Grade::weak;
  std::string reason;
};

struct AssessmentContext {
  // Accounts of other incidents, close by in place and time; those that tell of no belligerent's action are passed over.
  std::vector<const Account*> nearby;
  std::optional<DecidedGrade> decided;
  std::vector<DecidedLetter> letters;  // sorted by voice
};

// accounts: those of incident.members, in that order; the lineages' indices are into them.
[[nodiscard]] Assessment assess(const Incident& incident, std::span<const Account* const> accounts,
                                std::vector<Lineage> lineages, const AssessmentContext& context,
                                const AssessmentLexicon& lexicon, const CountProfile& profile);

}  // namespace relata
