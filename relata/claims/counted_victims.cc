// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/counted_victims.h"

#include <algorithm>
#include <optional>

#include "relata/base/fold.h"
#include "relata/claims/locate.h"

namespace relata {

namespace {

bool counts_people(CountOf of) { return of != CountOf::strikes && of != CountOf::share_of_area; }

// The noun that says who is counted: "civilians" of "at least 23 civilians"; nothing if it is left out.
std::optional<TokenIndex> noun_in(const Document& document, Span span) {
  std::optional<TokenIndex> noun;
  for (TokenIndex at = token_at(document, span.begin);
       at < document.tokens.size() && document.tokens[at].span.begin < span.end; ++at) {
    const Upos upos = document.tokens[at].upos;
    if (upos == Upos::noun || upos == Upos::propn) noun = at;
  }
  return noun;
}

// "23", "At least 23": the number alone.
bool is_bare_number(const Document& document, const Participant& participant) {
  return document.tokens[participant.head].upos == Upos::num ||
         !noun_in(document, participant.span);
}

}  // namespace

void add_counted_victims(const Document& document, const VictimClasses& victims, Claim& claim) {
  for (const Count& count : claim.counts) {
    if (!counts_people(count.of) || count.who.empty()) continue;
    std::erase_if(claim.to, [&](const Participant& participant) {
      return participant.span.overlaps(count.span) && is_bare_number(document, participant);
    });
    const bool stands = std::any_of(claim.to.begin(), claim.to.end(), [&](const Participant& to) {
      return to.span.overlaps(count.span) || fold(to.name) == fold(count.who);
    });
    const auto noun = noun_in(document, count.span);
    // "wounded 12 others" names nobody whom the text has not named before.
    const bool nobody_new = noun && document.lemma(*noun) == "other";
    // "dozens": a number that names nobody.
    const bool named = fold(document.words(count.span)).find(fold(count.who)) != std::string::npos;
    if (stands || nobody_new || !noun || !named) continue;
    Participant participant;
    participant.span = count.span;
    participant.name = count.who;
    participant.head = *noun;
    participant.victim_class = victims.person(document, *noun).value_or(VictimClass::people);
    claim.to.push_back(std::move(participant));
  }
}

}  // namespace relata
