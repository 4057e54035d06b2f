// SPDX-License-Identifier: Apache-2.0
#include "relata/attribution/speakers.h"

#include <algorithm>

#include "relata/attribution/source_words.h"
#include "relata/base/fold.h"

namespace relata {

namespace {

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
    // What follows a head with nothing between is more of its name: "… and Radio Saffron".
    const bool joined = document_.tokens[child].deprel == Deprel::conj &&
                        saying.source->contains(child) && child != heads.back() + 1;
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
    while (part.last > heads[i] + 1 && document_.tokens[part.last - 1].upos == Upos::cconj)
      --part.last;
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
    const TokenIndex last = source.last - 1;
    if (last > at && role_at(document_, lexicon_, last, at + 1) &&
        !one_name(source, heads.front(), last)) {
      heads.push_back(last);
      return;
    }
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
    const auto speaker = by_role(words);
    if (speaker && (words.definite || speakers_[*speaker].voice.kind == words.role->kind))
      return speaker;
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

// "the army's statement", "a report by the UN", "a statement from the ministry".
std::optional<TokenIndex> Speakers::issuer_of(TokenIndex thing) const {
  if (const auto owner = document_.child(thing, Deprel::nmod_poss)) {
    if (may_speak(clauses_, lexicon_, *owner) && document_.tokens[*owner].xpos != Xpos::prp_poss)
      return owner;
  }
  const auto told_of = clauses_.oblique(thing, "of");
  for (const std::string_view marker : {"by", "from", "of"}) {
    const auto issuer = clauses_.oblique(thing, marker);
    // "reports of executions by soldiers": they did it, and reported nothing.
    const bool did_it = marker == "by" && issuer && told_of && *told_of < *issuer;
    if (issuer && !did_it && may_speak(clauses_, lexicon_, *issuer)) return issuer;
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

std::vector<Voice> Speakers::voices() const {
  std::vector<Voice> voices;
  voices.reserve(speakers_.size());
  for (const Speaker& speaker : speakers_) voices.push_back(speaker.voice);
  return voices;
}

}  // namespace relata
