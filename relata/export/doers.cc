// SPDX-License-Identifier: Apache-2.0
#include "relata/export/doers.h"

#include <algorithm>

#include "relata/base/fold.h"
#include "relata/claims/locate.h"

namespace relata {
namespace {

constexpr TokenIndex kLongestModifier = 6;  // tokens before a trigger
constexpr double kOwned = 0.5;  // what an owner's word weighs beside the incident's main claim

bool is_state(std::string_view side) {
  return side == name_of(Side::government) || side == name_of(Side::russia) ||
         side == name_of(Side::coalition) || side == name_of(Side::other_state);
}

// The sides of those whom the claim counts as killed: where two sides fight, the dead are not the doers.
std::vector<std::string> sides_of_dead(const Claim& claim, const Theatre& theatre,
                                       const AttributionLexicon& lexicon) {
  std::vector<std::string> sides;
  for (const Count& count : claim.counts) {
    if (count.of == CountOf::killed) sides.push_back(actor_side(count.who, theatre, lexicon));
  }
  for (const Participant& victim : claim.to) {
    if (victim.victim_class == VictimClass::combatants)
      sides.push_back(actor_side(victim.name, theatre, lexicon));
  }
  return sides;
}

// Whether an armed group says that it did this: "the Islamic State claimed responsibility for the attack".
std::string side_that_owns_up(const Document& document, const Reading& reading, const Claim& claim,
                              const Theatre& theatre, const AttributionLexicon& lexicon) {
  const auto over = reading.telling.over(claim.trigger);
  if (!over || claim.chains.empty()) return "";
  const std::string cue = lower_ascii(document.words(reading.telling.attributions[*over].cue));
  if (cue.find("claim") == std::string::npos && cue.find("responsib") == std::string::npos)
    return "";
  const Voice& voice = reading.telling.voices[claim.chains.front().back().voice];
  return voice.kind == VoiceKind::armed_group ? actor_side(voice.name, theatre, lexicon) : "";
}

// "Damascus" of "Damascus car bomb" is where, though it stands for a government elsewhere; "Syrian" may be who.
bool names_a_place(const Reading& reading, const Document& document, TokenIndex token) {
  const Span span = document.tokens[token].span;
  return std::any_of(reading.places.begin(), reading.places.end(), [&](const Place& place) {
    return place.id && place.name_span.contains(span) &&
           document.words(place.name_span) == place.name;
  });
}

// Whether the words that name the doer are those of who tells of it: "which the opposition says killed hundreds".
bool is_teller(const Claim& claim, const Participant& actor) {
  return std::any_of(claim.chains.begin(), claim.chains.end(), [&](const Chain& chain) {
    return !chain.empty() && chain.back().span.overlaps(actor.span);
  });
}

}  // namespace

std::string side_before(const Document& document, const Reading& reading, const Claim& claim,
                        const Theatre& theatre, const AttributionLexicon& lexicon) {
  if (document.tokens.empty()) return "";
  const TokenIndex first = token_at(document, claim.trigger.begin);
  const Token& token = document.tokens[first];
  if (token.upos != Upos::noun && token.upos != Upos::propn) return "";
  TokenIndex begin = first;
  while (begin > document.sentences[token.sentence].first && first - begin < kLongestModifier) {
    const Upos upos = document.tokens[begin - 1].upos;
    if (upos != Upos::adj && upos != Upos::noun && upos != Upos::propn) break;
    --begin;
  }
  while (begin < first && names_a_place(reading, document, begin)) ++begin;
  return begin == first
             ? ""
             : actor_side(document.words(document.span_of(begin, first - 1)), theatre, lexicon);
}

void Doers::vote_of(const Claim& claim, double weight, double top) {
  const std::string owner = side_that_owns_up(document_, reading_, claim, theatre_, lexicon_);
  votes_.add(owner, top * top * kOwned);
  dead_ = sides_of_dead(claim, theatre_, lexicon_);
  // States bomb from the air and with shells; those who leave bombs or blow themselves up are of groups.
  states_ = claim.type != EventType::suicide_bombing && claim.type != EventType::bombing;
  std::vector<Participant> doers = claim.by;
  std::erase_if(doers, [&](const Participant& actor) { return is_teller(claim, actor); });
  if (!vote(doers, weight))
    add(side_before(document_, reading_, claim, theatre_, lexicon_), weight);
}

void Doers::vote_of_accused(const Claim& accusation, double weight) {
  dead_.clear();
  states_ = true;
  vote(accusation.to, weight);
}

bool Doers::add(const std::string& side, double weight) {
  if (side.empty() || std::find(dead_.begin(), dead_.end(), side) != dead_.end()) return false;
  if (!states_ && is_state(side)) return false;
  votes_.add(side, weight * weight);
  return true;
}

bool Doers::vote(const std::vector<Participant>& actors, double weight) {
  bool named = false;
  for (const Participant& actor : actors) {
    const std::string side = side_of(actor);
    add(side, weight);
    named = named || !side.empty();
  }
  return named;
}

std::string Doers::side_of(const Participant& actor) const {
  std::string side = actor_side(actor.name, theatre_, lexicon_);
  if (side.empty()) side = actor_side(words_of(report_.text, actor.span), theatre_, lexicon_);
  return side.empty() ? origin_of(actor.head) : side;
}

// "A suicide bomber from the Nusra Front", "fighters of the Islamic State".
std::string Doers::origin_of(TokenIndex actor) const {
  if (actor >= document_.children.size()) return "";
  for (const TokenIndex child : document_.children[actor]) {
    if (document_.tokens[child].deprel != Deprel::nmod) continue;
    const auto preposition = document_.child(child, Deprel::case_);
    if (!preposition) continue;
    const std::string_view word = document_.lemma(*preposition);
    if (word != "from" && word != "of") continue;
    const std::string_view phrase = document_.words(document_.span_of(*preposition + 1, child));
    if (std::string side = actor_side(phrase, theatre_, lexicon_); !side.empty()) return side;
  }
  return "";
}

}  // namespace relata
