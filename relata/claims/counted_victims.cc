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

// "23", "thousands": a number, or a noun that counts those behind "of".
bool is_number(const Document& document, TokenIndex head) {
  const Token& token = document.tokens[head];
  if (token.upos == Upos::num) return true;
  const TokenIndex next = head + 1;
  return token.upos == Upos::noun && next < document.tokens.size() && document.word(next) == "of";
}

}  // namespace

void add_counted_victims(const Document& document, const VictimClasses& victims, Claim& claim) {
  for (const Count& count : claim.counts) {
    const auto noun = noun_in(document, count.span);
    if (!counts_people(count.of) || !noun) continue;
    // "dozens" names nobody, and "12 others" nobody new.
    const bool named = fold(document.words(count.span)).find(fold(count.who)) != std::string::npos;
    if (count.who.empty() || !named || document.lemma(*noun) == "other") continue;
    // "At least 23", "Thousands": the number for those it counts.
    std::erase_if(claim.to, [&](const Participant& participant) {
      return count.span.contains(participant.span) && participant.head != *noun &&
             is_number(document, participant.head);
    });
    const bool stands = std::any_of(claim.to.begin(), claim.to.end(), [&](const Participant& to) {
      return to.span.overlaps(count.span) || fold(to.name) == fold(count.who);
    });
    if (stands) continue;
    Participant participant;
    participant.span = count.span;
    participant.name = count.who;
    participant.head = *noun;
    participant.victim_class = victims.person(document, *noun).value_or(VictimClass::people);
    claim.to.push_back(std::move(participant));
  }
}

}  // namespace relata
