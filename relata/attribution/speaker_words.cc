// SPDX-License-Identifier: Apache-2.0
// The part of Speakers that reads the words of a source: who is named, in what role, for whom.
#include <algorithm>

#include "relata/attribution/source_words.h"
#include "relata/attribution/speakers.h"
#include "relata/base/fold.h"

namespace relata {

namespace {

bool speaks_for_a_state(VoiceKind kind) {
  return kind == VoiceKind::official || kind == VoiceKind::government ||
         kind == VoiceKind::military || kind == VoiceKind::state_media;
}

// The kind of a person who speaks for a body: a ministry's spokesman is an official, an army's is military.
VoiceKind kind_for_body(VoiceKind body) {
  return body == VoiceKind::government ? VoiceKind::official : body;
}

// Who holds an office of the United Nations speaks for them.
VoiceKind kind_of_known(const KnownVoice& known) {
  const bool for_the_un = known.kind == VoiceKind::official && known.side == Side::united_nations;
  return for_the_un ? VoiceKind::international_organisation : known.kind;
}

}  // namespace

Speakers::Words Speakers::read(TokenRange range, TokenIndex head) const {
  Words words;
  words.range = range;
  words.head = head;
  const Token& first = document_.tokens[range.first];
  words.definite = first.upos == Upos::det &&
                   (clauses_.word_is(range.first, "the") || clauses_.word_is(range.first, "this") ||
                    clauses_.word_is(range.first, "that") || clauses_.word_is(range.first, "both"));
  const bool common = document_.tokens[head].upos != Upos::propn;
  words.role = role_at(document_, lexicon_, head, range.first);
  if (!words.role) read_role(words);
  const bool person_role = words.role && words.role->sort == RoleSort::person;
  for (TokenIndex at = range.first; at < range.last; ++at) {
    const auto found = known_from(document_, lexicon_.known(), at, range.last, day_);
    if (!found) continue;
    const bool covers = found->range.contains(head);
    const TokenIndex tail = found->range.last - 1;
    const bool person = found->voice->kind == VoiceKind::official ||
                        (found->voice->kind == VoiceKind::monitor && is_person(tail));
    const bool part = direct_part(tail, head) && (!person_role || person);
    // "SANA | correspondent": the person speaks, whichever word the tree takes for the head.
    const VoiceRole* behind =
        found->range.last < range.last
            ? role_at(document_, lexicon_, found->range.last, found->range.last)
            : nullptr;
    const bool for_body = behind && behind->sort == RoleSort::person && behind->takes_body;
    const bool itself =
        ((covers && !(person_role && common && found->range.last - found->range.first == 1)) ||
         part) &&
        !for_body && (covers || !inside_longer_name(found->range));
    if (itself && (!words.known || covers)) {
      words.known = found->voice;
    } else if (!words.body) {
      words.body = found->voice;
    }
    at = tail;
  }
  words.person = person_in(words);
  if (!words.person && person_role) words.person = named_behind(head);
  if (words.person && words.known && !is_news_outlet(words.known->kind)) {
    // "Observatory director Rami Abdel Rahman": the person speaks, the Observatory is the body; unless the person is the known one.
    const Mention& person = document_.mentions[*words.person];
    const auto same = known_from(document_, lexicon_.known(), person.first, person.last, day_);
    if (!same || same->voice != words.known) {
      const bool person_known = same && same->range.last == person.last;
      words.body = words.known;
      words.known = person_known ? same->voice : nullptr;
    }
  }
  if (words.person && !words.known) {
    // "Minister Ellwood": known by the full name that the report gives elsewhere.
    const Entity& entity = document_.entities[document_.mentions[*words.person].entity];
    if (entity.kind == NameKind::person) words.known = lexicon_.known().find(entity.name, day_);
  }
  read_role(words);
  read_sides(words);
  return words;
}

// "the Qatar | Red Crescent Society": a state's name within that of a body.
bool Speakers::inside_longer_name(TokenRange range) const {
  const auto mention = document_.mention_over(range.last - 1);
  if (!mention) return false;
  const Mention& name = document_.mentions[*mention];
  return name.kind == NameKind::organisation && name.last > range.last;
}

bool Speakers::is_person(TokenIndex token) const {
  return document_.name_kind_over(token) == NameKind::person;
}

// The role that stands anywhere in the source, and where the head's own says little, what follows it: "a source | at the police command".
void Speakers::read_role(Words& words) const {
  const auto is_noun = [&](TokenIndex at) {
    const Upos upos = document_.tokens[at].upos;
    const bool title = upos == Upos::adj && at + 1 < words.range.last && is_person(at + 1);
    return upos == Upos::noun || upos == Upos::propn || title;
  };
  for (TokenIndex at = words.range.first; at < words.range.last && !words.role; ++at) {
    // The last noun of a compound says what somebody is: "media | activist".
    for (; at < words.range.last && is_noun(at); ++at) {
      const VoiceRole* role = role_at(document_, lexicon_, at, words.range.first);
      if (role) words.role = role;
    }
  }
  if (!words.role || words.role->kind != VoiceKind::other || words.body) return;
  for (TokenIndex at = words.range.first; at < words.range.last; ++at) {
    if (at == words.head) continue;
    const TokenIndex from = at < words.head ? words.range.first : words.head + 1;
    const VoiceRole* other = is_noun(at) ? role_at(document_, lexicon_, at, from) : nullptr;
    if (other && other->kind != VoiceKind::other && other->sort != RoleSort::thing) {
      words.role = other;
      return;
    }
  }
}

// What the words around a person's other mentions say: "the governor of Homs, Talal Harb" … "Harb said".
void Speakers::read_entity(Words& words) const {
  constexpr TokenIndex kReach = 8;
  const Entity& entity = document_.entities[document_.mentions[*words.person].entity];
  for (const std::uint32_t index : entity.mentions) {
    const Mention& mention = document_.mentions[index];
    if (!mention.kind) continue;
    const TokenRange sentence = clauses_.sentence_of(mention.first);
    Words around = words;
    around.range = {mention.first, mention.last};
    const auto belongs = [this](TokenIndex at) {
      const Token& token = document_.tokens[at];
      return token.upos == Upos::noun || token.upos == Upos::propn || token.upos == Upos::adj ||
             token.upos == Upos::det || token.xpos == Xpos::pos || token.xpos == Xpos::hyph ||
             token.lemma == "of" || token.lemma == "for";
    };
    while (around.range.first > sentence.first && mention.first - around.range.first < kReach &&
           belongs(around.range.first - 1))
      --around.range.first;
    TokenIndex end = mention.last;
    if (end < sentence.last && document_.tokens[end].xpos == Xpos::comma) ++end;
    const bool apposition =
        end < sentence.last && (document_.tokens[end].upos == Upos::det || end > mention.last);
    while (apposition && end < sentence.last && end - mention.last < kReach && belongs(end)) ++end;
    if (apposition) around.range.last = end;
    if (around.range == TokenRange{mention.first, mention.last}) continue;
    if (!words.role) {
      around.role = nullptr;
      read_role(around);
      words.role = around.role;
    }
    for (TokenIndex at = around.range.first; at < around.range.last && !words.body; ++at) {
      const auto known = known_from(document_, lexicon_.known(), at, around.range.last, day_);
      if (known && !known->range.overlaps({mention.first, mention.last})) words.body = known->voice;
    }
    if (words.side == Side::unknown) {
      read_sides(around);
      words.side = around.side;
      words.state_side = around.state_side;
    }
    if (words.role && words.body) return;
  }
}

void Speakers::read_sides(Words& words) const {
  for (TokenIndex at = words.range.first; at < words.range.last && words.side == Side::unknown;
       ++at) {
    std::string word = lower_ascii(document_.word(at));
    if (word.ends_with("'s")) word.resize(word.size() - 2);
    const SideWord* side = lexicon_.side_word(word);
    // A lost apostrophe: "Turkeys president".
    if (!side && word.ends_with('s') && document_.tokens[at].upos == Upos::propn) {
      word.pop_back();
      side = lexicon_.side_word(word);
    }
    if (!side) continue;
    words.side = side->side;
    words.state_side = side->state_only;
  }
}

// A person's name that is the source's head or stands in apposition to it, not one within "for X", "of X".
std::optional<std::uint32_t> Speakers::person_in(const Words& words) const {
  for (TokenIndex at = words.range.first; at < words.range.last; ++at) {
    const auto mention = document_.mention_over(at);
    if (!mention) continue;
    const Mention& person = document_.mentions[*mention];
    const bool heads = words.head >= person.first && words.head < person.last;
    if (person.kind == NameKind::person && (heads || direct_part(person.head, words.head)))
      return mention;
    if (person.kind) at = std::max(at, person.last - 1);
  }
  return std::nullopt;
}

// "a resident named | Jane Doe": the name behind a participle.
std::optional<std::uint32_t> Speakers::named_behind(TokenIndex role) const {
  const TokenRange sentence = clauses_.sentence_of(role);
  if (role + 2 >= sentence.last || document_.tokens[role + 1].xpos != Xpos::vbn)
    return std::nullopt;
  const auto mention = document_.mention_over(role + 2);
  if (!mention || document_.mentions[*mention].kind != NameKind::person) return std::nullopt;
  return mention;
}

bool Speakers::direct_part(TokenIndex token, TokenIndex head) const {
  for (int steps = 0; steps < 5; ++steps) {
    if (token == head) return true;
    const Token& word = document_.tokens[token];
    const bool direct = word.deprel == Deprel::compound || word.deprel == Deprel::flat ||
                        word.deprel == Deprel::appos || word.deprel == Deprel::nmod_desc ||
                        word.deprel == Deprel::nmod_unmarked || word.deprel == Deprel::list ||
                        word.deprel == Deprel::dep;
    if (!direct || word.head == kNoToken) return false;
    token = word.head;
  }
  return false;
}

void Speakers::describe(Speaker& speaker, const Words& words) const {
  Voice& voice = speaker.voice;
  speaker.sort = words.person ? RoleSort::person : words.role ? words.role->sort : RoleSort::group;
  speaker.guessed = !words.known && !words.role && !words.body;
  if (words.known) {
    voice.kind = kind_of_known(*words.known);
    voice.side = words.known->side;
    const bool group_kind = words.known->kind != VoiceKind::official && !words.person;
    speaker.sort = group_kind ? RoleSort::group : RoleSort::person;
    return;
  }
  voice.kind = words.role ? words.role->kind : VoiceKind::other;
  if (words.body && (!words.role || words.role->takes_body))
    voice.kind = kind_for_body(words.body->kind);
  if (!words.role && !words.body && !words.person) {
    const auto mention = document_.mention_over(words.head);
    const auto is = [&](NameKind kind) {
      return mention && document_.mentions[*mention].kind.has_value() &&
             *document_.mentions[*mention].kind == kind;
    };
    if (is(NameKind::armed_group)) voice.kind = VoiceKind::armed_group;
    // A country speaks through its government; a people has none.
    if (is(NameKind::place) || (is(NameKind::nationality) && !speaker.plural))
      voice.kind = VoiceKind::government;
    if (is(NameKind::person)) speaker.sort = RoleSort::person;
  }
  if (words.body) {
    voice.side = words.body->side;
  } else if (words.side != Side::unknown && (!words.state_side || speaks_for_a_state(voice.kind))) {
    voice.side = words.side;
  } else if (words.role) {
    voice.side = words.role->side;
  }
}

std::string Speakers::name_from(const Words& words) const {
  if (words.known) return name_of_known(words);
  if (words.person) {
    const Mention& person = document_.mentions[*words.person];
    const Entity& entity = document_.entities[person.entity];
    if (entity.kind == NameKind::person && !entity.name.empty()) return entity.name;
    return std::string(document_.words(person.span));
  }
  if (const auto person = unlisted_person(words))
    return std::string(document_.words(document_.span_of(person->first, person->last - 1)));
  // The words without article, up to a comma or a clause, with "at …", "of …" while short.
  constexpr TokenIndex kLongestName = 8;
  TokenIndex first = words.range.first;
  if (first < words.head &&
      (document_.tokens[first].upos == Upos::det || document_.tokens[first].xpos == Xpos::wdt))
    ++first;
  TokenIndex last = words.head + 1;
  while (last < words.range.last && last - first < kLongestName) {
    const Token& token = document_.tokens[last];
    const bool joins = token.xpos == Xpos::hyph || token.xpos == Xpos::pos ||
                       document_.word(last) == "'" || document_.word(last) == "’";
    const bool before_day =
        token.upos == Upos::adp && last + 1 < words.range.last && is_date(last + 1);
    if ((token.upos == Upos::punct && !joins) || token.upos == Upos::verb ||
        token.upos == Upos::pron || token.upos == Upos::cconj || before_day || is_date(last))
      break;
    ++last;
  }
  const auto dangles = [this](TokenIndex at) {
    const Token& token = document_.tokens[at];
    return token.upos == Upos::adp || token.upos == Upos::det || token.xpos == Xpos::hyph ||
           (at + 1 < document_.tokens.size() && document_.tokens[at + 1].xpos == Xpos::hyph);
  };
  while (last > words.head + 1 && dangles(last - 1)) --last;
  first = std::max(first,
                   last > kLongestName + 4 ? std::min(words.head, last - kLongestName - 4) : first);
  return std::string(document_.words(document_.span_of(std::min(first, words.head), last - 1)));
}

// "Vice-president of the Ledger Party Omar Thimblewood": a name that was not found as one, before or behind the role and the body.
std::optional<TokenRange> Speakers::unlisted_person(const Words& words) const {
  if (!words.body || !words.role || words.role->sort != RoleSort::person) return std::nullopt;
  const auto belongs = [this](TokenIndex at) {
    return document_.tokens[at].upos == Upos::propn || document_.tokens[at].xpos == Xpos::hyph;
  };
  TokenIndex first = words.range.last;
  bool behind_body = false;
  while (first > words.range.first && belongs(first - 1)) --first;
  for (TokenIndex at = words.range.first; at < words.range.last; ++at) {
    const auto known = known_from(document_, lexicon_.known(), at, words.range.last, day_);
    if (!known) continue;
    if (known->range.last > first) first = known->range.last;
    behind_body |= known->range.last == first;
    at = known->range.last - 1;
  }
  if (behind_body && words.range.last >= first + 2 &&
      !role_at(document_, lexicon_, words.range.last - 1, first))
    return TokenRange{first, words.range.last};
  TokenIndex last = words.range.first;
  while (last < words.range.last && belongs(last) && !role_at(document_, lexicon_, last, last))
    ++last;
  if (last >= words.range.first + 2 && last < words.range.last)
    return TokenRange{words.range.first, last};
  return std::nullopt;
}

// The table's name for an acronym or a seat of government ("SOHR", "Ankara"); the report's own words where they only differ
// a little ("Turkish military" for the Turkish army).
std::string Speakers::name_of_known(const Words& words) const {
  const std::string& name = words.known->name;
  const auto found = known_words(words);
  if (!found) return name;
  const std::string key = " " + name_key(name) + " ";
  std::size_t shared = 0, strange = 0;
  for (TokenIndex at = found->first; at < found->last; ++at) {
    const std::string word = name_key(document_.word(at));
    if (word.empty() || word == "the" || word == "of") continue;
    ++(key.find(" " + word + " ") != std::string::npos ? shared : strange);
  }
  if (shared == 0 || strange == 0) return name;
  return std::string(document_.words(document_.span_of(found->first, found->last - 1)));
}

// Where in the source the known name stands.
std::optional<TokenRange> Speakers::known_words(const Words& words) const {
  for (TokenIndex at = words.range.first; at < words.range.last; ++at) {
    const auto found = known_from(document_, lexicon_.known(), at, words.range.last, day_);
    if (!found) continue;
    TokenRange range = found->range;
    if (found->voice == words.known) {
      if (document_.tokens[range.first].upos == Upos::det && range.last - range.first > 1)
        ++range.first;
      return range;
    }
    at = range.last - 1;
  }
  return std::nullopt;
}

bool Speakers::is_outlet(const Words& words) const {
  if (words.known) return is_news_outlet(words.known->kind);
  if (words.body && words.role && words.role->takes_body) return is_news_outlet(words.body->kind);
  if (!words.role || words.role->sort == RoleSort::person) return false;
  return is_news_outlet(words.role->kind);
}

}  // namespace relata
