// SPDX-License-Identifier: Apache-2.0
#include "relata/attribution/speakers.h"

#include <algorithm>

#include "relata/attribution/source_words.h"
#include "relata/base/fold.h"

namespace relata {

namespace {

bool same_last_word(std::string_view a, std::string_view b) {
  const auto last = [](std::string_view key) { return key.substr(key.rfind(' ') + 1); };
  return last(a) == last(b);
}

std::string squashed(std::string_view key) {
  std::string out;
  for (const char c : key) {
    if (c != ' ') out += c;
  }
  return out;
}

}  // namespace

Speakers::Speakers(const Clauses& clauses, const AttributionLexicon& lexicon,
                   std::optional<std::string_view> publisher, std::optional<Date> day)
    : clauses_(clauses), document_(clauses.document()), lexicon_(lexicon), day_(day) {
  if (!publisher || publisher->empty()) return;
  publisher_ = lexicon.known().find(*publisher, day);
  // A party, a ministry or an army that publishes what it says is who says it.
  if (publisher_ && !is_news_outlet(publisher_->kind)) return;
  publisher_key_ = squashed(name_key(*publisher));
}

bool Speakers::is_publisher(const KnownVoice* voice) const {
  if (!voice || publisher_key_.empty()) return false;
  if (voice == publisher_) return true;
  const std::string key = squashed(name_key(voice->name));
  return key == publisher_key_ || key == "al" + publisher_key_;
}

void Speakers::give_voice(const Saying& saying, Attribution& attribution) {
  ++clock_;
  if (saying.no_source || !saying.source || !saying.source_head ||
      names_nobody(clauses_, *saying.source_head)) {
    attribution.link = false;
    return;
  }
  // "A and B said": the source's head and what is joined to it.
  if (!saying.link && saying.strength != Strength::acts) return;
  std::vector<TokenIndex> heads{*saying.source_head};
  for (const TokenIndex child : document_.children[*saying.source_head]) {
    const bool joined =
        document_.tokens[child].deprel == Deprel::conj && saying.source->contains(child);
    if (joined && may_speak(clauses_, lexicon_, child) &&
        !one_name(*saying.source, heads.front(), child))
      heads.push_back(child);
  }
  if (heads.size() == 1) add_listed_after(*saying.source, heads);
  std::vector<Link> links;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    TokenRange part = *saying.source;
    if (i > 0) part.first = clauses_.extent(heads[i]).first;
    if (i + 1 < heads.size())
      part.last = std::max(clauses_.extent(heads[i + 1]).first, heads[i] + 1);
    while (part.first < heads[i] && (document_.tokens[part.first].upos == Upos::cconj ||
                                     document_.tokens[part.first].upos == Upos::punct))
      ++part.first;
    const auto speaker = speaker_of(part, heads[i]);
    if (!speaker) continue;
    part = clauses_.trimmed(part);
    remember(*speaker, part, heads[i]);
    if (speakers_[*speaker].publisher) continue;
    links.push_back({*speaker, document_.span_of(part.first, part.last - 1)});
  }
  if (links.empty()) {
    attribution.link = false;
    return;
  }
  attribution.voice = links.front().voice;
  attribution.beside.assign(links.begin() + 1, links.end());
  if (attribution.link) add_outlets(saying, attribution);
}

// "the Ledger Network and Radio Saffron": a second name behind "and" that the tree did not join to the first.
void Speakers::add_listed_after(TokenRange source, std::vector<TokenIndex>& heads) const {
  for (TokenIndex at = heads.front() + 1; at + 1 < source.last; ++at) {
    if (document_.tokens[at].upos != Upos::cconj) continue;
    for (const Mention& mention : document_.mentions) {
      const bool next =
          mention.first > at && mention.first <= at + 2 && mention.last <= source.last;
      if (next && mention.kind && may_speak(clauses_, lexicon_, mention.head) &&
          !one_name(source, heads.front(), mention.head)) {
        heads.push_back(mention.head);
        return;
      }
    }
  }
}

// "Islamic State in Iraq and the Levant": one name, though its tree joins two.
bool Speakers::one_name(TokenRange range, TokenIndex first, TokenIndex second) const {
  for (TokenIndex at = range.first; at <= first; ++at) {
    const auto known = known_from(document_, lexicon_.known(), at, range.last, day_);
    if (known && known->range.contains(second)) return true;
  }
  return false;
}

std::optional<std::uint32_t> Speakers::speaker_of(TokenRange range, TokenIndex head) {
  const Token& token = document_.tokens[head];
  if (token.upos == Upos::pron || token.xpos == Xpos::prp || token.xpos == Xpos::prp_poss)
    return by_pronoun(head);
  const Words words = read(range, head);
  if (words.known) {
    for (std::uint32_t i = 0; i < speakers_.size(); ++i) {
      if (speakers_[i].known && speakers_[i].known->name == words.known->name) return i;
    }
    if (const auto longer = short_for(words)) return longer;
    if (const auto before = announced(*words.known)) {
      adopt(speakers_[*before], words);
      return before;
    }
    return add(words);
  }
  if (words.person) {
    const auto speaker = by_person(words);
    if (speaker) refine(speakers_[*speaker], words);
    return speaker ? *speaker : add(words);
  }
  if (words.role && words.role->sort == RoleSort::thing) {
    // "a statement by the army", "the report": who issued it speaks; else, of "the report", who spoke last.
    if (const auto issuer = issuer_of(head)) return speaker_of(clauses_.phrase(*issuer), *issuer);
    if (words.body && words.role->kind == VoiceKind::other) return by_known(*words.body, words);
    if (words.definite) {
      const auto named = by_role(words);
      const auto speaker = named ? named : latest_of_all();
      if (speaker) return speaker;
    }
  }
  // "A monitor said" twice without a name: the same one, until it is named.
  const bool body = words.role && words.role->sort == RoleSort::group &&
                    (words.role->kind == VoiceKind::monitor || words.role->kind == VoiceKind::ngo);
  const Xpos tag = token.xpos;
  if (body && tag != Xpos::nns && tag != Xpos::nnps) {
    if (const auto speaker = by_role(words)) return speaker;
  }
  const std::string key = name_key(name_from(words));
  const bool singular = token.xpos != Xpos::nns && token.xpos != Xpos::nnps;
  const bool named = token.upos == Upos::propn;
  if (!words.role && !(named && !is_date(head)) && !may_speak(clauses_, lexicon_, head))
    return std::nullopt;
  for (std::uint32_t i = 0; i < speakers_.size(); ++i) {
    const bool kept_apart = singular && !named && !words.definite &&
                            (!words.role || words.role->sort == RoleSort::person);
    const bool again = has_spoken_at(speakers_[i], document_.span_of(range.first, range.last - 1));
    const bool same = again || (speakers_[i].key == key && !kept_apart);
    if (same) return i;
  }
  if (named || words.definite) {
    if (const auto speaker = by_entity(head)) return speaker;
  }
  if (named && !words.role) {
    if (const auto speaker = by_surname(key)) return speaker;
  }
  if (const auto speaker = same_crowd(words)) return speaker;
  if (words.definite && words.role) {
    if (const auto speaker = by_role(words)) return speaker;
  }
  // A statement or footage that nobody is said to have issued is no voice.
  const bool text = words.role && words.role->sort == RoleSort::thing &&
                    words.role->kind == VoiceKind::other && !named;
  if (text || (named && !words.role && !words.person && is_site(head))) return std::nullopt;
  return add(words);
}

// "a Defense Department news release": the body whose words they are.
std::uint32_t Speakers::by_known(const KnownVoice& known, Words words) {
  for (std::uint32_t i = 0; i < speakers_.size(); ++i) {
    if (speakers_[i].known && speakers_[i].known->name == known.name) return i;
  }
  words.known = &known;
  words.body = nullptr;
  words.role = nullptr;
  return add(words);
}

// "A monitor said …": one that has spoken without a name, and is named only now.
std::optional<std::uint32_t> Speakers::announced(const KnownVoice& known) const {
  const bool kind = known.kind == VoiceKind::monitor || known.kind == VoiceKind::ngo ||
                    known.kind == VoiceKind::broadcaster || known.kind == VoiceKind::news_agency ||
                    known.kind == VoiceKind::newspaper;
  if (!kind) return std::nullopt;
  for (std::uint32_t i = 0; i < speakers_.size(); ++i) {
    const Speaker& speaker = speakers_[i];
    if (!speaker.named && !speaker.plural && speaker.role &&
        speaker.role->sort == RoleSort::group && !speaker.role->same_word &&
        speaker.role->may_be(known.kind) && speaker.role->kind != VoiceKind::other) {
      return i;
    }
  }
  return std::nullopt;
}

void Speakers::adopt(Speaker& speaker, const Words& words) const {
  speaker.voice.name = name_from(words);
  speaker.key = name_key(speaker.voice.name);
  speaker.known = words.known;
  speaker.role = words.role;
  speaker.named = true;
  speaker.publisher = is_publisher(words.known);
  describe(speaker, words);
}

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
  return mention && (document_.mentions[*mention].kind == NameKind::place ||
                     document_.mentions[*mention].kind == NameKind::facility);
}

bool Speakers::is_date(TokenIndex token) const {
  const auto mention = document_.mention_over(token);
  return mention && document_.mentions[*mention].kind == NameKind::date;
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

// "the army's statement", "a report by the UN", "a statement from the ministry".
std::optional<TokenIndex> Speakers::issuer_of(TokenIndex thing) const {
  if (const auto owner = document_.child(thing, Deprel::nmod_poss)) {
    if (may_speak(clauses_, lexicon_, *owner) && document_.tokens[*owner].xpos != Xpos::prp_poss)
      return owner;
  }
  for (const std::string_view marker : {"by", "from", "of"}) {
    const auto issuer = clauses_.oblique(thing, marker);
    if (issuer && may_speak(clauses_, lexicon_, *issuer)) return issuer;
  }
  return std::nullopt;
}

std::uint32_t Speakers::add(Words words) {
  if (words.person && !words.known) read_entity(words);
  Speaker speaker;
  speaker.voice.name = name_from(words);
  speaker.known = words.known;
  speaker.role = words.role;
  speaker.key = name_key(speaker.voice.name);
  speaker.head_lemma = document_.lemma(words.head);
  const Xpos tag = document_.tokens[words.head].xpos;
  speaker.plural = tag == Xpos::nns || tag == Xpos::nnps;
  speaker.named = words.known || words.person ||
                  (document_.tokens[words.head].upos == Upos::propn && !words.role);
  describe(speaker, words);
  speaker.publisher = is_publisher(words.known);
  speakers_.push_back(std::move(speaker));
  return static_cast<std::uint32_t>(speakers_.size() - 1);
}

// A later mention may say what the first did not: "Barazi" … "the governor, Talal Barazi".
void Speakers::refine(Speaker& speaker, const Words& words) const {
  const std::string name = name_from(words);
  if (name.size() > speaker.voice.name.size()) {
    speaker.voice.name = name;
    speaker.key = name_key(name);
  }
  if (speaker.guessed && (words.role || words.body)) describe(speaker, words);
}

void Speakers::remember(std::uint32_t index, TokenRange range, TokenIndex head) {
  Speaker& speaker = speakers_[index];
  speaker.last = clock_;
  const Span span = document_.span_of(range.first, range.last - 1);
  auto& spans = speaker.voice.spans;
  if (std::find(spans.begin(), spans.end(), span) == spans.end()) spans.push_back(span);
  const auto mention = document_.mention_over(head);
  if (!mention) return;
  const std::uint32_t entity = document_.mentions[*mention].entity;
  auto& entities = speaker.entities;
  if (std::find(entities.begin(), entities.end(), entity) == entities.end())
    entities.push_back(entity);
}

void Speakers::add_outlets(const Saying& saying, Attribution& attribution) {
  if (saying.hearer) add_outlet(clauses_.phrase(*saying.hearer), *saying.hearer, attribution);
  if (attribution.outlets.empty() && saying.strength == Strength::says) {
    // "in an interview with CNN", "in a statement to AFP", "carried by SANA": beside the cue, outside what is said.
    const TokenRange sentence = clauses_.sentence_of(saying.head);
    const auto taken = [&](TokenIndex t) {
      return saying.source->contains(t) ||
             std::any_of(saying.content.begin(), saying.content.end(),
                         [t](TokenRange piece) { return piece.contains(t); });
    };
    for (TokenIndex t = sentence.first; t + 1 < sentence.last && attribution.outlets.empty(); ++t) {
      if (taken(t) || taken(t + 1)) continue;
      const bool marker =
          (clauses_.word_is(t, "to") || clauses_.word_is(t, "with") || clauses_.word_is(t, "by")) &&
          document_.tokens[t].upos == Upos::adp;
      const bool hears = t == saying.head && t + 1 == saying.cue.last;  // "told | SANA"
      if (!marker && !hears) continue;
      TokenIndex first = t + 1;
      if (document_.tokens[first].upos == Upos::det && first + 1 < sentence.last) ++first;
      const auto known = known_from(document_, lexicon_.known(), first, sentence.last, day_);
      if (known) {
        add_outlet(known->range, known->range.last - 1, attribution);
      } else if (hears) {
        add_outlet_named_at(first, attribution);
      }
    }
  }
  Speaker& speaker = speakers_[*attribution.voice];
  if (!attribution.outlets.empty()) place_by_outlet(speaker, attribution.outlets.front().voice);
  if (!attribution.outlets.empty()) {
    speaker.outlets = attribution.outlets;
  } else {
    attribution.outlets = speaker.outlets;
  }
}

// "a source told SANA": whoever speaks to the state's media without a name speaks for the state.
void Speakers::place_by_outlet(Speaker& speaker, std::uint32_t outlet) const {
  const Voice& brought_by = speakers_[outlet].voice;
  const bool unnamed = !speaker.named && speaker.role && speaker.role->sort == RoleSort::person &&
                       speaker.voice.kind == VoiceKind::other &&
                       speaker.voice.side == Side::unknown;
  if (!unnamed || brought_by.kind != VoiceKind::state_media) return;
  speaker.voice.kind = VoiceKind::official;
  speaker.voice.side = brought_by.side;
}

// "told | Radio Saffron": a name that is in no table, by the word in it for what it is.
void Speakers::add_outlet_named_at(TokenIndex first, Attribution& attribution) {
  const TokenRange sentence = clauses_.sentence_of(first);
  TokenIndex end = first;
  while (end < sentence.last && document_.tokens[end].upos == Upos::propn && !is_date(end)) ++end;
  if (end > first + 1) add_outlet({first, end}, end - 1, attribution);
}

void Speakers::add_outlet(TokenRange range, TokenIndex head, Attribution& attribution) {
  const Words words = read(range, head);
  if (!is_outlet(words) || is_publisher(words.body)) return;
  const auto outlet = speaker_of(range, head);
  if (!outlet || speakers_[*outlet].publisher || outlet == attribution.voice) return;
  remember(*outlet, range, head);
  attribution.outlets.push_back({*outlet, document_.span_of(range.first, range.last - 1)});
}

std::vector<Voice> Speakers::voices() const {
  std::vector<Voice> voices;
  voices.reserve(speakers_.size());
  for (const Speaker& speaker : speakers_) voices.push_back(speaker.voice);
  return voices;
}

}  // namespace relata
