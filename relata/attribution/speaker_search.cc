// SPDX-License-Identifier: Apache-2.0
// The part of Speakers that finds a voice again: by a pronoun, a surname, a role, a shorter name.
#include <algorithm>

#include "relata/attribution/source_words.h"
#include "relata/attribution/speakers.h"
#include "relata/base/fold.h"

namespace relata {

namespace {

bool same_last_word(std::string_view a, std::string_view b) {
  const auto last = [](std::string_view key) { return key.substr(key.rfind(' ') + 1); };
  return last(a) == last(b);
}

}  // namespace

std::optional<std::uint32_t> Speakers::by_pronoun(TokenIndex pronoun) {
  const Token& token = document_.tokens[pronoun];
  if (token.xpos == Xpos::wp || token.xpos == Xpos::wdt || token.xpos == Xpos::wp_poss) {
    // "activists who said": the noun that the clause hangs on.
    TokenIndex at = token.head;
    for (int steps = 0; at != kNoToken && steps < 4; ++steps, at = document_.tokens[at].head) {
      if (document_.tokens[at].deprel != Deprel::acl_relcl) continue;
      const TokenIndex noun = document_.tokens[at].head;
      if (noun == kNoToken || document_.tokens[noun].upos == Upos::pron) return std::nullopt;
      TokenRange range = clauses_.phrase(noun);
      range.last = std::max(noun + 1, std::min(range.last, clauses_.extent(at).first));
      return speaker_of(range, noun);
    }
    return std::nullopt;
  }
  const std::string& lemma = token.lemma;
  const bool person =
      lemma == "he" || lemma == "she" || lemma == "his" || lemma == "her" || lemma == "him";
  const bool thing = lemma == "it" || lemma == "its";
  const bool plural = lemma == "they" || lemma == "their" || lemma == "them";
  if (!person && !thing && !plural) return std::nullopt;
  if (const auto speaker = by_entity(pronoun)) {
    const bool fits = person == (speakers_[*speaker].sort == RoleSort::person) || plural;
    if (fits) return speaker;
  }
  if (const auto mention = document_.mention_over(pronoun)) {
    const Entity& entity = document_.entities[document_.mentions[*mention].entity];
    for (const std::uint32_t other : entity.mentions) {
      const Mention& named = document_.mentions[other];
      if (named.first >= pronoun) break;
      if (!named.kind || (person && *named.kind != NameKind::person)) continue;
      if (*named.kind == NameKind::place && person) continue;
      return speaker_of({named.first, named.last}, named.head);
    }
  }
  if (person) return latest(RoleSort::person, false);
  if (thing) return latest(RoleSort::group, std::nullopt);
  const auto many = latest(RoleSort::person, true);
  return many ? many : latest(RoleSort::group, std::nullopt);
}

// "a source told …, adding that": the same words once more.
bool Speakers::has_spoken_at(const Speaker& speaker, Span span) {
  const auto& spans = speaker.voice.spans;
  return std::find(spans.begin(), spans.end(), span) != spans.end();
}

// "the Coalition" after "the Syrian Coalition": a single common word for a name that the report has spelt out.
std::optional<std::uint32_t> Speakers::short_for(const Words& words) const {
  if (!words.definite || words.range.last - words.range.first != 2) return std::nullopt;
  if (!lexicon_.role(lower_ascii(document_.word(words.head)))) return std::nullopt;
  const std::string key = name_key(document_.word(words.head));
  std::optional<std::uint32_t> best;
  for (std::uint32_t i = 0; i < speakers_.size(); ++i) {
    const Speaker& speaker = speakers_[i];
    if (speaker.named && speaker.sort == RoleSort::group && same_last_word(speaker.key, key) &&
        (!best || speakers_[*best].last < speaker.last))
      best = i;
  }
  return best;
}

// A town or a building that is not known to speak for anybody.
bool Speakers::is_site(TokenIndex token) const {
  const auto mention = document_.mention_over(token);
  if (!mention) return false;
  const Mention& site = document_.mentions[*mention];
  if (site.kind == NameKind::facility) return true;
  return site.kind == NameKind::place &&
         !lexicon_.known().is_state(name_key(document_.words(site.span)));
}

bool Speakers::is_date(TokenIndex token) const {
  return document_.name_kind_over(token) == NameKind::date;
}

std::optional<std::uint32_t> Speakers::by_entity(TokenIndex token) const {
  const auto mention = document_.mention_over(token);
  if (!mention) return std::nullopt;
  const std::uint32_t entity = document_.mentions[*mention].entity;
  for (std::uint32_t i = 0; i < speakers_.size(); ++i) {
    const auto& entities = speakers_[i].entities;
    if (std::find(entities.begin(), entities.end(), entity) != entities.end()) return i;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Speakers::by_person(const Words& words) const {
  if (const auto speaker = by_entity(words.head)) return speaker;
  const std::string key = name_key(name_from(words));
  const bool single = key.find(' ') == std::string::npos;
  for (std::uint32_t i = 0; i < speakers_.size(); ++i) {
    const Speaker& speaker = speakers_[i];
    if (speaker.sort != RoleSort::person || !speaker.named) continue;
    if (speaker.key == key) return i;
    const bool other_single = speaker.key.find(' ') == std::string::npos;
    if ((single || other_single) && same_last_word(speaker.key, key)) return i;
  }
  return std::nullopt;
}

// "Thimblewood said", of a person who has spoken by the full name; a lost apostrophe may leave an s behind.
std::optional<std::uint32_t> Speakers::by_surname(std::string_view key) const {
  for (std::uint32_t i = 0; i < speakers_.size(); ++i) {
    const Speaker& speaker = speakers_[i];
    if (speaker.sort != RoleSort::person || !speaker.named) continue;
    if (same_last_word(speaker.key, key)) return i;
    if (key.ends_with('s') && same_last_word(speaker.key, key.substr(0, key.size() - 1))) return i;
  }
  return std::nullopt;
}

// "activists", then "activists in the area": a report that names nobody hardly tells such crowds apart.
std::optional<std::uint32_t> Speakers::same_crowd(const Words& words) const {
  const Xpos tag = document_.tokens[words.head].xpos;
  const bool crowd =
      (tag == Xpos::nns || tag == Xpos::nnps) && words.role && !words.body &&
      words.role->sort == RoleSort::person &&
      (words.role->kind == VoiceKind::activist || words.role->kind == VoiceKind::resident ||
       words.role->kind == VoiceKind::medic);
  if (!crowd) return std::nullopt;
  for (std::uint32_t i = 0; i < speakers_.size(); ++i) {
    const Speaker& speaker = speakers_[i];
    if (speaker.plural && !speaker.named && speaker.head_lemma == document_.lemma(words.head) &&
        speaker.voice.kind == words.role->kind)
      return i;
  }
  return std::nullopt;
}

// "the group", "the source", "the monitor": the voice that spoke last and can be so called.
std::optional<std::uint32_t> Speakers::by_role(const Words& words) const {
  std::optional<std::uint32_t> best;
  const std::string& lemma = document_.lemma(words.head);
  for (std::uint32_t i = 0; i < speakers_.size(); ++i) {
    const Speaker& speaker = speakers_[i];
    const bool same = speaker.head_lemma == lemma;
    const bool unnamed = !speaker.named && speaker.role && speaker.role->may_be(words.role->kind);
    const bool kind = (words.role->may_be(speaker.voice.kind) || unnamed) &&
                      (speaker.sort == RoleSort::person) == (words.role->sort == RoleSort::person);
    const bool fits = same || (!words.role->same_word && kind);
    if (!fits) continue;
    if (words.side != Side::unknown && speaker.voice.side != Side::unknown &&
        words.side != speaker.voice.side)
      continue;
    if (!best || speakers_[*best].last < speaker.last) best = i;
  }
  return best;
}

std::optional<std::uint32_t> Speakers::latest(RoleSort sort, std::optional<bool> plural) const {
  std::optional<std::uint32_t> best;
  for (std::uint32_t i = 0; i < speakers_.size(); ++i) {
    const Speaker& speaker = speakers_[i];
    const bool fits = (speaker.sort == RoleSort::person) == (sort == RoleSort::person) &&
                      (!plural || speaker.plural == *plural);
    if (fits && (!best || speakers_[*best].last < speaker.last)) best = i;
  }
  return best;
}

std::optional<std::uint32_t> Speakers::latest_of_all() const {
  std::optional<std::uint32_t> best;
  for (std::uint32_t i = 0; i < speakers_.size(); ++i) {
    if (!best || speakers_[*best].last < speakers_[i].last) best = i;
  }
  return best;
}

}  // namespace relata
