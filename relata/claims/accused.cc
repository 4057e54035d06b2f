// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/accused.h"

#include <algorithm>

#include "relata/claims/locate.h"

namespace relata {

namespace {

bool share_an_actor(const Claim& a, const Claim& b) {
  return std::any_of(a.by.begin(), a.by.end(), [&](const Participant& one) {
    return std::any_of(b.by.begin(), b.by.end(), [&](const Participant& other) {
      return one.span.overlaps(other.span) || (!one.name.empty() && one.name == other.name);
    });
  });
}

}  // namespace

void let_the_accused_be_doers(const Document& document, std::vector<Claim>& claims) {
  for (const Claim& accusation : claims) {
    if (accusation.type != EventType::accusation || accusation.to.empty()) continue;
    const std::uint32_t sentence = sentence_of(document, accusation.trigger);
    for (Claim& claim : claims) {
      const bool charged = claim.trigger.begin > accusation.trigger.end &&
                           sentence_of(document, claim.trigger) == sentence &&
                           !is_speech_act(claim.type) && share_an_actor(claim, accusation);
      if (!charged) continue;
      claim.by = accusation.to;
      for (Participant& actor : claim.by) actor.victim_class.reset();
    }
  }
}

}  // namespace relata
