// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/shared_doers.h"

#include <optional>

#include "relata/claims/locate.h"
#include "relata/claims/same_event.h"

namespace relata {

namespace {

constexpr std::uint32_t kSentencesToDamage = 2;
constexpr std::uint32_t kSentencesToSame = 1;

}  // namespace

void share_doers(const Document& document, const RelationWords& words, std::vector<Claim>& claims) {
  std::vector<std::uint32_t> sentence;
  std::vector<bool> own;
  for (const Claim& claim : claims) {
    sentence.push_back(sentence_of(document, claim.trigger));
    own.push_back(!claim.by.empty());
  }
  for (std::size_t i = 0; i < claims.size(); ++i) {
    Claim& claim = claims[i];
    const bool damage = claim.type == EventType::destruction;
    if (own[i] ||
        !(damage || (is_violent(claim.type) && is_definite(document, words, claim.trigger))))
      continue;
    const std::uint32_t reach = damage ? kSentencesToDamage : kSentencesToSame;
    std::optional<std::size_t> doer;
    for (std::size_t at = i; at-- > 0 && sentence[i] - sentence[at] <= reach && !doer;) {
      const Claim& other = claims[at];
      if (own[at] && is_violent(other.type) && (damage || types_agree(other.type, claim.type)))
        doer = at;
    }
    // "… was destroyed as rebels shelled the town": the attack may stand behind the damage.
    for (std::size_t at = i + 1;
         damage && !doer && at < claims.size() && sentence[at] == sentence[i]; ++at) {
      if (own[at] && is_violent(claims[at].type)) doer = at;
    }
    if (doer) claim.by = claims[*doer].by;
  }
}

}  // namespace relata
