// SPDX-License-Identifier: Apache-2.0
#include "relata/events/participant_words.h"

#include "relata/events/clause.h"
#include "relata/text/noun_phrases.h"

namespace relata {

bool ParticipantWords::may_act(TokenIndex token) const {
  if (is_nobody(document_.tokens[token])) return false;
  const auto kind = document_.name_kind_over(token);
  if (kind) return *kind != NameKind::date && *kind != NameKind::quantity;
  return is_nominal(document_.tokens[token]) || has_class(token, bit(WordClass::force));
}

bool ParticipantWords::may_do(TokenIndex token) const {
  if (is_weapon(token)) return false;
  constexpr ClassMask kDoers = bit(WordClass::force) | bit(WordClass::civilian) |
                               bit(WordClass::air) | bit(WordClass::authority) |
                               bit(WordClass::diplomat);
  constexpr ClassMask kThings = bit(WordClass::place) | bit(WordClass::property) |
                                bit(WordClass::conflict) | bit(WordClass::truce) |
                                bit(WordClass::harm) | bit(WordClass::arms) |
                                bit(WordClass::chemical);
  const auto kind = document_.name_kind_over(token);
  if (kind == NameKind::place) {
    const auto mention = document_.mention_over(token);
    return victims_.is_country(document_.words(document_.mentions[*mention].span));
  }
  if (kind == NameKind::facility || kind == NameKind::weapon)
    return has_class(token, bit(WordClass::air));
  return kind || has_class(token, kDoers) || !has_class(token, kThings);
}

bool ParticipantWords::is_doer(TokenIndex token) const {
  if (has_class(token, bit(WordClass::force) | bit(WordClass::air))) return true;
  const auto kind = document_.name_kind_over(token);
  return kind == NameKind::armed_group || kind == NameKind::organisation ||
         (kind == NameKind::place && may_do(token));
}

bool ParticipantWords::is_somebody(TokenIndex token) const {
  constexpr ClassMask kPeople =
      bit(WordClass::civilian) | bit(WordClass::diplomat) | bit(WordClass::authority);
  return is_doer(token) || document_.name_kind_over(token) == NameKind::person ||
         has_class(token, kPeople) || document_.tokens[token].upos == Upos::pron;
}

bool ParticipantWords::may_suffer(TokenIndex token, EventType type) const {
  constexpr ClassMask kPeople =
      bit(WordClass::force) | bit(WordClass::civilian) | bit(WordClass::property);
  constexpr ClassMask kMeans = bit(WordClass::shell) | bit(WordClass::explosive) |
                               bit(WordClass::chemical) | bit(WordClass::conflict);
  const bool of_arms = type == EventType::weapons_disruption || type == EventType::destruction;
  return of_arms || document_.name_kind_over(token) || has_class(token, kPeople) ||
         !has_class(token, kMeans);
}

std::optional<TokenIndex> ParticipantWords::antecedent(TokenIndex token) const {
  const Xpos xpos = document_.tokens[token].xpos;
  if (xpos != Xpos::wdt && xpos != Xpos::wp) return token;
  const TokenIndex start = document_.sentences[document_.tokens[token].sentence].first;
  for (TokenIndex at = token; at-- > start && token - at <= 2;) {
    if (is_nominal(document_.tokens[at])) return at;
  }
  return std::nullopt;
}

bool ParticipantWords::is_weapon(TokenIndex token) const {
  const ClassMask classes = words_.classes[token];
  constexpr ClassMask kWeapons =
      bit(WordClass::explosive) | bit(WordClass::shell) | bit(WordClass::chemical);
  return (classes & kWeapons) != 0 &&
         (classes & (bit(WordClass::force) | bit(WordClass::air))) == 0;
}

}  // namespace relata
