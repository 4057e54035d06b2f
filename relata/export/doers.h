// SPDX-License-Identifier: Apache-2.0
// Doers: on which side are those who, by the claims of a report, did the harm: as they are named, by where they come from
// ("a bomber from …"), by what an armed group owns up to. Of two that fight, the dead are not the doers. Nothing is inferred
// that no claim says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "relata/attribution/lexicon.h"
#include "relata/claims/claim.h"
#include "relata/export/actor_side.h"
#include "relata/export/votes.h"
#include "relata/ingest/report.h"
#include "relata/text/document.h"

namespace relata {

class Doers {
 public:
  // Keeps references: all but the theatre must outlive this.
  Doers(const Report& report, const Document& document, const Reading& reading,
        const AttributionLexicon& lexicon, Theatre theatre)
      : report_(report),
        document_(document),
        reading_(reading),
        lexicon_(lexicon),
        theatre_(std::move(theatre)) {}

  // Whom the claim names; `top` is the weight of the incident's main claim, which an owner's word is weighed by.
  void vote_of(const Claim& claim, double weight, double top);
  void vote_of_accused(const Claim& accusation, double weight);

  [[nodiscard]] std::string winner(double enough) const { return votes_.winner(enough); }

 private:
  bool add(const std::string& side, double weight);
  bool vote(const std::vector<Participant>& actors, double weight);
  [[nodiscard]] std::string side_of(const Participant& actor) const;
  [[nodiscard]] std::string origin_of(TokenIndex actor) const;

  const Report& report_;
  const Document& document_;
  const Reading& reading_;
  const AttributionLexicon& lexicon_;
  Theatre theatre_;
  Votes votes_;
  std::vector<std::string> dead_;  // sides that cannot have done what is voted on
  bool states_ = true;             // whether a state can have
};

// The side in words that stand before a noun of harm and belong to it: "rebel" of "rebel mortar fire".
[[nodiscard]] std::string side_before(const Document& document, const Reading& reading,
                                      const Claim& claim, const Theatre& theatre,
                                      const AttributionLexicon& lexicon);

}  // namespace relata
