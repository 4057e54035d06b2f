// SPDX-License-Identifier: Apache-2.0
#include "relata/attribution/verb_cues.h"

#include <algorithm>

#include "relata/attribution/source_words.h"
#include "relata/attribution/verb_finder.h"

namespace relata {

void VerbCues::find() {
  const auto size = static_cast<TokenIndex>(document_.tokens.size());
  for (TokenIndex token = 0; token < size; ++token) {
    if (token == consumed_) continue;
    if (is_cue(token)) try_senses(token);
  }
}

bool VerbCues::is_cue(TokenIndex token) const {
  const Token& word = document_.tokens[token];
  // "informed sources": a participle that is part of a role.
  const bool in_role =
      word.xpos == Xpos::vbn && token + 1 < clauses_.sentence_of(token).last && role_of_two(token);
  if (word.upos == Upos::verb) return !in_role;
  if (word.upos == Upos::adj)
    return document_.child(token, Deprel::cop).has_value() || word.deprel == Deprel::xcomp;
  // A last word that the tagger took for a noun: "…, the monitor reports."
  return word.upos == Upos::noun && last_word_of_sentence(token) &&
         word.lemma != document_.word(token);
}

bool VerbCues::role_of_two(TokenIndex first) const {
  const VoiceRole* role = role_at(document_, lexicon_, first + 1, first);
  return role && role->words == 2;
}

bool VerbCues::is_stop(TokenIndex token) const {
  return document_.tokens[token].upos == Upos::punct;
}

bool VerbCues::last_word_of_sentence(TokenIndex token) const {
  const TokenRange sentence = clauses_.sentence_of(token);
  for (TokenIndex at = token + 1; at < sentence.last; ++at) {
    if (!is_stop(at)) return false;
  }
  return true;
}

void VerbCues::try_senses(TokenIndex verb) {
  for (const CueSense& sense : lexicon_.verb(document_.lemma(verb))) {
    Attempt attempt{verb, &sense, {verb, verb + 1}, verb_group(verb)};
    if (!sense.particle.empty()) {
      const auto particle = particle_after(verb, sense.particle);
      if (!particle || is_day(particle->last)) continue;
      if (particle->first == verb + 1) {
        attempt.cue.last = particle->last;
        attempt.group.last = std::max(attempt.group.last, particle->last);
      }
    }
    if (says_nothing(attempt)) continue;
    // "… injured | a local source told Radio Saffron": no participle either.
    Saying closing = saying_of(attempt);
    if (!clauses_.has_auxiliary(verb) && closes_sentence(attempt, closing) && add(closing)) return;
    // "sources announced on Sunday that …": no participle, whatever the tree says.
    const bool takes_clause = that_ahead(attempt).has_value() && !clauses_.has_auxiliary(verb);
    if (clauses_.passive(verb) && !takes_clause ? passive(attempt) : active(attempt)) return;
  }
}

bool VerbCues::says_nothing(const Attempt& attempt) const {
  const auto& unless = attempt.sense->unless;
  const auto& only = attempt.sense->only;
  if (unless.empty() && only.empty()) return false;
  const auto object = document_.child(attempt.verb, Deprel::obj);
  if (!object) return !only.empty();
  const auto among = [&](const std::vector<std::string>& words) {
    return std::find(words.begin(), words.end(), document_.lemma(*object)) != words.end();
  };
  return among(unless) || (!only.empty() && !among(only));
}

// The words of a particle right after the verb, or a single preposition that marks one of its dependents.
std::optional<TokenRange> VerbCues::particle_after(TokenIndex verb,
                                                   std::string_view particle) const {
  TokenRange range{verb + 1, verb + 1};
  const TokenIndex end = clauses_.sentence_of(verb).last;
  std::string_view rest = particle;
  while (!rest.empty() && range.last < end) {
    const std::size_t space = rest.find(' ');
    if (!clauses_.word_is(range.last, rest.substr(0, space))) break;
    ++range.last;
    rest = space == std::string_view::npos ? std::string_view() : rest.substr(space + 1);
  }
  if (rest.empty()) return range;
  if (particle.find(' ') != std::string_view::npos) return std::nullopt;
  const auto oblique = clauses_.oblique(verb, particle);
  if (!oblique || *oblique < verb) return std::nullopt;
  return TokenRange{clauses_.extent(*oblique).first, clauses_.extent(*oblique).first + 1};
}

bool VerbCues::may_say(const std::string& lemma) const {
  const auto senses = lexicon_.verb(lemma);
  return std::any_of(senses.begin(), senses.end(),
                     [](const CueSense& sense) { return sense.only.empty(); });
}

// "reported on | Monday": no particle of the verb.
bool VerbCues::is_day(TokenIndex token) const {
  return token < document_.tokens.size() && document_.name_kind_over(token) == NameKind::date;
}

TokenRange VerbCues::verb_group(TokenIndex verb) const {
  TokenRange group{verb, verb + 1};
  const TokenRange sentence = clauses_.sentence_of(verb);
  const auto belongs = [this](TokenIndex token) {
    const Token& word = document_.tokens[token];
    return (word.upos == Upos::aux && !clauses_.is_acronym(token)) || word.upos == Upos::adv ||
           word.upos == Upos::part;
  };
  while (group.first > sentence.first && belongs(group.first - 1)) --group.first;
  while (group.last < sentence.last && document_.tokens[group.last].upos == Upos::adv &&
         document_.tokens[group.last].head == verb) {
    ++group.last;
  }
  return group;
}

Saying VerbCues::saying_of(const Attempt& attempt) const {
  const CueSense& sense = *attempt.sense;
  Saying saying;
  saying.cue = attempt.cue;
  saying.head = attempt.verb;
  saying.stance = sense.stance;
  saying.strength = sense.strength;
  saying.link = sense.link;
  saying.carries = sense.strength == Strength::says && sense.takes(CueFrame::quote);
  if (beyond_reach(attempt.verb)) {
    negate(saying);
  } else if (saying.stance == Stance::cannot_verify) {
    saying.stance = Stance::asserts;
  }
  return saying;
}

// "could not verify", "was unable to verify".
bool VerbCues::beyond_reach(TokenIndex verb) const {
  if (clauses_.negated(verb)) return true;
  const Token& token = document_.tokens[verb];
  return token.deprel == Deprel::xcomp && token.head != kNoToken &&
         (document_.lemma(token.head) == "unable" || clauses_.negated(token.head));
}

void VerbCues::negate(Saying& saying) {
  if (saying.stance == Stance::denies) {
    saying.stance = Stance::asserts;
  } else if (saying.stance == Stance::cannot_verify) {
    saying.link = true;
  }
}

// Who says it: the subject that stands by the verb, or the words before the verb that can be one, or the subject farther off.
bool VerbCues::set_source(const Attempt& attempt, Saying& saying) const {
  const auto found = clauses_.subject(attempt.verb);
  if (!found || is_day(*found)) {  // "the Observatory said | Monday"
    const auto described =
        is_speech(attempt) ? described_speaker(attempt.group.first) : std::nullopt;
    if (described) return take_source(saying, described->range, described->head);
    return source_by_place(attempt, false, saying);
  }
  const TokenIndex subject = *found;
  const bool mute = !may_speak(clauses_, lexicon_, subject);
  TokenRange phrase = source_phrase(clauses_, subject);
  if (phrase.contains(attempt.verb) || phrase.overlaps(attempt.cue))
    phrase = {subject, subject + 1};
  if (mute ? source_beside_mute(attempt, subject, phrase, saying)
           : source_by_subject(attempt, subject, phrase, saying))
    return true;
  if (source_by_place(attempt, !mute, saying)) return true;
  const bool participle = document_.tokens[attempt.verb].xpos == Xpos::vbg;
  if (only_adverbials_after(attempt) && !participle && is_speech(attempt)) return false;
  if (mute && (participle || is_place(subject))) return false;
  return take_source(saying, phrase, subject);
}

// A subject that can speak, by the verb or parted from it only by what belongs to it.
bool VerbCues::source_by_subject(const Attempt& attempt, TokenIndex subject, TokenRange phrase,
                                 Saying& saying) const {
  if (phrase.last == attempt.group.first || phrase.first >= attempt.group.last)
    return take_source(saying, phrase, subject);
  const TokenRange whole{phrase.first, attempt.group.first};
  if (only_place_between(phrase.last, attempt.group.first))
    return take_source(saying, whole, subject);
  // "SANA and the Observatory | monitoring group | said": the last of a list that the tree cut short.
  constexpr TokenIndex kCutShort = 3;
  return document_.child(subject, Deprel::conj) && phrase.last < attempt.group.first &&
         attempt.group.first - phrase.last <= kCutShort &&
         document_.tokens[phrase.last].xpos != Xpos::comma && take_source(saying, whole, subject);
}

// A subject that cannot speak is an error of the tree, or a thing that tells.
bool VerbCues::source_beside_mute(const Attempt& attempt, TokenIndex subject, TokenRange phrase,
                                  Saying& saying) const {
  if (is_speech(attempt)) {
    // "…al-Fardous on Wednesday, the Ledger Network said": a place before a comma is no speaker of what stands after it.
    const auto comma = is_place(subject) ? last_comma(subject, attempt.group.first) : std::nullopt;
    const auto listed = comma ? source_behind(clauses_, lexicon_, *comma + 1) : std::nullopt;
    if (listed) return take_source(saying, {*comma + 1, attempt.group.first}, listed->head);
    // "… has fallen from army control | said its director.": who speaks stands behind.
    const bool room = phrase.last <= attempt.group.first &&
                      attempt.group.last < clauses_.sentence_of(attempt.verb).last;
    const auto behind = room ? source_behind(clauses_, lexicon_, attempt.group.last) : std::nullopt;
    if (behind && ends_clause(behind->range.last))
      return take_source(saying, behind->range, behind->head);
    // "the Observatory, which tracks the war, | said": the war does not speak.
    if (const auto words = described_speaker(attempt.group.first))
      return take_source(saying, words->range, words->head);
  }
  const bool beside = phrase.last == attempt.group.first || phrase.first >= attempt.group.last;
  const bool participle = document_.tokens[attempt.verb].xpos == Xpos::vbg;
  return beside && !participle && take_source(saying, phrase, subject);
}

// By where words stand: the speaker before a participle, the words before the verb, the words behind it.
bool VerbCues::source_by_place(const Attempt& attempt, bool has_subject, Saying& saying) const {
  const bool participle = document_.tokens[attempt.verb].xpos == Xpos::vbg;
  if (participle && !has_subject) {
    // "…, residents said, adding that": the participle goes on with the speaker before it.
    if (const Saying* before = speaker_before(attempt))
      return take_source(saying, *before->source, *before->source_head);
  }
  if (!participle && (only_adverbials_after(attempt) || is_speech(attempt))) {
    const auto words = source_before(clauses_, lexicon_, attempt.group.first);
    if (words) return take_source(saying, words->range, words->head);
  }
  if (is_speech(attempt) && !attempt.sense->takes(CueFrame::hearer) &&
      attempt.group.last < clauses_.sentence_of(attempt.verb).last) {
    const auto words = source_behind(clauses_, lexicon_, attempt.group.last);
    if (words && ends_clause(words->range.last))
      return take_source(saying, words->range, words->head);
  }
  return false;
}

// The noun before a relative clause of one verb that ends at `end`, if it can speak.
std::optional<SourceWords> VerbCues::described_speaker(TokenIndex end) const {
  constexpr TokenIndex kLongestClause = 20;
  const TokenRange sentence = clauses_.sentence_of(end);
  int verbs = 0;
  for (TokenIndex at = end; at-- > sentence.first && end - at <= kLongestClause;) {
    const Token& token = document_.tokens[at];
    verbs += token.upos == Upos::verb ? 1 : 0;
    if (token.xpos != Xpos::wp && token.xpos != Xpos::wdt) continue;
    TokenIndex noun_end = at;
    if (noun_end > sentence.first && document_.tokens[noun_end - 1].xpos == Xpos::comma) --noun_end;
    if (verbs != 1 || noun_end == sentence.first) return std::nullopt;
    return source_before(clauses_, lexicon_, noun_end);
  }
  return std::nullopt;
}

std::optional<TokenIndex> VerbCues::last_comma(TokenIndex first, TokenIndex last) const {
  for (TokenIndex at = last; at-- > first;) {
    if (document_.tokens[at].xpos == Xpos::comma) return at;
  }
  return std::nullopt;
}

bool VerbCues::is_place(TokenIndex token) const {
  const auto kind = document_.name_kind_over(token);
  return kind == NameKind::place || kind == NameKind::facility || kind == NameKind::date;
}

// "A source | at Aleppo Police Command | told": a tree may hang the place on the verb.
bool VerbCues::only_place_between(TokenIndex first, TokenIndex last) const {
  constexpr TokenIndex kLongestPlace = 8;
  if (first >= last || last - first > kLongestPlace || document_.tokens[first].upos != Upos::adp)
    return false;
  for (TokenIndex at = first; at < last; ++at) {
    const Token& token = document_.tokens[at];
    if (token.upos == Upos::verb || token.upos == Upos::aux || token.upos == Upos::pron ||
        token.xpos == Xpos::comma)
      return false;
    if (is_day(at)) return false;
  }
  return true;
}

// Whether the words from here on cannot be what a verb before them says: "…, said the army | adding that", "| in a statement".
bool VerbCues::ends_clause(TokenIndex at) const {
  const TokenRange sentence = clauses_.sentence_of(at - 1);
  if (at >= sentence.last) return true;
  const Token& token = document_.tokens[at];
  return token.upos == Upos::punct || token.upos == Upos::adp || token.upos == Upos::cconj ||
         token.upos == Upos::det || token.xpos == Xpos::vbg || token.xpos == Xpos::wp ||
         token.xpos == Xpos::wdt || token.xpos == Xpos::wp_poss;
}

const Saying* VerbCues::speaker_before(const Attempt& attempt) const {
  const TokenRange sentence = clauses_.sentence_of(attempt.verb);
  for (auto it = sayings_.rbegin(); it != sayings_.rend() && it->cue.first >= sentence.first;
       ++it) {
    if (it->cue.first < attempt.verb && it->strength == Strength::says && it->source &&
        it->source_head)
      return &*it;
  }
  return nullptr;
}

bool VerbCues::take_source(Saying& saying, TokenRange range, TokenIndex head) {
  saying.source = range;
  saying.source_head = head;
  return true;
}

// A finite verb of plain speech: for these the place in the sentence is evidence enough.
bool VerbCues::is_speech(const Attempt& attempt) const {
  const Xpos xpos = document_.tokens[attempt.verb].xpos;
  const bool finite = xpos == Xpos::vbd || xpos == Xpos::vbz || xpos == Xpos::vbp ||
                      xpos == Xpos::nns || xpos == Xpos::vbn;
  return finite && attempt.sense->particle.empty() && attempt.sense->strength == Strength::says &&
         (attempt.sense->takes(CueFrame::quote) || attempt.sense->takes(CueFrame::hearer));
}

// Whether nothing follows the verb that could be its content: adverbs, days, "in a statement".
bool VerbCues::only_adverbials_after(const Attempt& attempt) const {
  const TokenRange sentence = clauses_.sentence_of(attempt.verb);
  for (TokenIndex at = attempt.group.last; at < sentence.last; ++at) {
    const Token& token = document_.tokens[at];
    if (token.upos == Upos::punct && token.xpos == Xpos::comma) return true;
    if (token.upos == Upos::punct && token.xpos != Xpos::stop) return is_last_stop(at, sentence);
    if (token.xpos == Xpos::vbg) return true;  // "… the army said citing witnesses"
    if (token.upos == Upos::verb || token.upos == Upos::aux || token.upos == Upos::sconj)
      return false;
  }
  return sentence.last - attempt.group.last <= 8;
}

bool VerbCues::is_last_stop(TokenIndex at, TokenRange sentence) const {
  return at + 1 >= sentence.last;
}

bool VerbCues::active(const Attempt& attempt) {
  const CueSense& sense = *attempt.sense;
  if (sense.takes(CueFrame::hearer_as) && quoted_as(attempt)) return true;
  if (sense.takes(CueFrame::inf_passive) && sense.strength == Strength::seems)
    return seems(attempt);
  Saying saying = saying_of(attempt);
  if (!set_source(attempt, saying) && !may_lack_source(attempt)) return false;
  if (is_speech(attempt) && awaits_content(attempt, saying)) return add(saying);
  if (sense.particle.empty() && (sense.takes(CueFrame::clause) || sense.takes(CueFrame::quote) ||
                                 sense.takes(CueFrame::hearer))) {
    if (is_quoting(sense) && quotation_before(attempt, saying) && clause_before(attempt, saying))
      return add(saying);
    if (clause_after(attempt, saying) ||
        (is_quoting(sense) && document_.tokens[attempt.verb].xpos != Xpos::vbg &&
         clause_before(attempt, saying)) ||
        (is_speech(attempt) && clause_by_place(attempt, saying))) {
      return add(saying);
    }
  }
  if (sense.takes(CueFrame::inf) && infinitive(attempt, saying, false)) return add(saying);
  if (sense.takes(CueFrame::hearer_inf) && infinitive(attempt, saying, true)) return add(saying);
  if (sense.takes(CueFrame::ing) && gerund(attempt, saying)) return add(saying);
  const bool object_frames = sense.takes(CueFrame::object) || sense.takes(CueFrame::object_as) ||
                             sense.takes(CueFrame::small) || sense.takes(CueFrame::accuse) ||
                             sense.takes(CueFrame::blame) || !sense.particle.empty();
  return object_frames && object(attempt, saying) && add(saying);
}

bool VerbCues::is_quoting(const CueSense& sense) {
  return sense.takes(CueFrame::quote) || sense.takes(CueFrame::hearer);
}

bool VerbCues::may_lack_source(const Attempt& attempt) const {
  const Token& token = document_.tokens[attempt.verb];
  const auto subject = clauses_.subject(attempt.verb);
  return token.xpos == Xpos::vbg || (subject && is_day(*subject)) ||
         (token.deprel == Deprel::root && clauses_.sentence_of(attempt.verb).first == attempt.verb);
}

bool VerbCues::infinitive(const Attempt& attempt, Saying& saying, bool with_object) const {
  const auto clause = document_.child(attempt.verb, Deprel::xcomp);
  const auto other = clause ? clause : document_.child(attempt.verb, Deprel::ccomp);
  if (!other || *other < attempt.verb || !clauses_.has_mark(*other, "to")) return false;
  const auto object = document_.child(attempt.verb, Deprel::obj);
  TokenIndex start = clauses_.extent(*other).first;
  if (object && *object > attempt.verb) {
    if (!with_object) return false;
    start = std::min(start, clauses_.extent(*object).first);
  } else if (with_object && !attempt.sense->takes(CueFrame::inf) &&
             !clauses_.has_mark(*other, "to")) {
    return false;
  }
  saying.content.push_back({start, content_end(attempt.verb, start)});
  return true;
}

bool VerbCues::gerund(const Attempt& attempt, Saying& saying) const {
  for (const TokenIndex child : document_.children[attempt.verb]) {
    const Token& token = document_.tokens[child];
    const bool complement = token.deprel == Deprel::xcomp || token.deprel == Deprel::ccomp ||
                            token.deprel == Deprel::obj;
    if (child < attempt.verb || !complement || token.xpos != Xpos::vbg) continue;
    const TokenIndex start = clauses_.extent(child).first;
    saying.content.push_back({start, content_end(attempt.verb, start)});
    return true;
  }
  return false;
}

// The object and what follows it: "called the raid a crime", "accused the army of shelling", "reported the blast".
bool VerbCues::object(const Attempt& attempt, Saying& saying) const {
  const CueSense& sense = *attempt.sense;
  std::optional<TokenIndex> start;
  std::optional<TokenRange> earlier;
  for (const TokenIndex child : document_.children[attempt.verb]) {
    const Token& token = document_.tokens[child];
    const TokenRange extent = clauses_.extent(child);
    if (child < attempt.verb) {
      if (token.deprel == Deprel::obj) earlier = extent;
      continue;
    }
    const bool complement =
        token.deprel == Deprel::obj || token.deprel == Deprel::xcomp ||
        token.deprel == Deprel::ccomp ||
        (!sense.particle.empty() && (token.deprel == Deprel::obl || token.deprel == Deprel::advcl));
    if (complement && extent.first >= attempt.cue.first && !start)
      start = std::max(extent.first, attempt.cue.last);
  }
  if (!start && !(earlier && (sense.takes(CueFrame::small) || sense.takes(CueFrame::object_as))))
    return false;
  if (sense.takes(CueFrame::accuse) && !clauses_.oblique(attempt.verb, "of")) return false;
  if (sense.takes(CueFrame::object_as) && !sense.takes(CueFrame::small) &&
      !clauses_.oblique(attempt.verb, "as"))
    return false;
  if (sense.takes(CueFrame::small) && !sense.takes(CueFrame::object) && !named_thing(attempt))
    return false;
  const TokenIndex from = start.value_or(attempt.cue.last);
  const TokenIndex end = content_end(attempt.verb, from);
  if (from < end) saying.content.push_back({from, end});
  if (earlier) saying.content.push_back(*earlier);
  if (const auto antecedent = gap_antecedent(attempt.verb)) saying.content.push_back(*antecedent);
  return !saying.content.empty();
}

// "called it a crime", "considers them terrorists", "described as": something is said of the object.
bool VerbCues::named_thing(const Attempt& attempt) const {
  return document_.child(attempt.verb, Deprel::xcomp) || clauses_.oblique(attempt.verb, "as") ||
         document_.child(attempt.verb, Deprel::ccomp) ||
         (attempt.sense->takes(CueFrame::small) && document_.child(attempt.verb, Deprel::iobj));
}

bool VerbCues::add(Saying& saying) {
  if (saying.source) {
    saying.content = without(saying.content, *saying.source);
  }
  saying.content = without(saying.content, saying.cue);
  for (TokenRange& piece : saying.content) piece = clauses_.trimmed(piece);
  std::erase_if(saying.content, [](TokenRange piece) { return piece.empty(); });
  std::sort(saying.content.begin(), saying.content.end());
  if (saying.content.empty() && !saying.awaits) return false;
  sayings_.push_back(saying);
  return true;
}

void find_verb_cues(const Clauses& clauses, const AttributionLexicon& lexicon,
                    std::vector<Saying>& sayings) {
  VerbCues(clauses, lexicon, sayings).find();
}

}  // namespace relata
