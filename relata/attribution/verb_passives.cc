// SPDX-License-Identifier: Apache-2.0
// The part of VerbCues for passives and for who is quoted: "is said to", "was quoted by Y as saying", "citing X".
#include <algorithm>

#include "relata/attribution/source_words.h"
#include "relata/attribution/verb_finder.h"

namespace relata {

bool VerbCues::seems(const Attempt& attempt) {
  const auto clause = document_.child(attempt.verb, Deprel::xcomp);
  const auto finite = document_.child(attempt.verb, Deprel::ccomp);
  const auto complement = clause ? clause : finite;
  if (!complement || *complement < attempt.verb) return false;
  Saying saying = saying_of(attempt);
  saying.no_source = true;
  if (const auto subject = document_.child(attempt.verb, Deprel::nsubj))
    saying.content.push_back(clauses_.extent(*subject));
  saying.content.push_back(clauses_.extent(*complement));
  return add(saying);
}

bool VerbCues::passive(const Attempt& attempt) {
  const CueSense& sense = *attempt.sense;
  const auto subject = document_.child(attempt.verb, Deprel::nsubj_pass);
  const auto agent = agent_of(attempt.verb);
  if (sense.takes(CueFrame::hearer_as) && quoted_as(attempt)) return true;
  Saying saying = saying_of(attempt);
  saying.carries = false;
  if (agent) {
    saying.source = source_phrase(clauses_, *agent);
    saying.source_head = agent;
  } else {
    saying.no_source = true;
    saying.link = false;
    if (sense.strength != Strength::acts && saying.stance == Stance::asserts)
      saying.stance = Stance::alleges;
  }
  const auto clause = document_.child(attempt.verb, Deprel::xcomp);
  const auto finite = document_.child(attempt.verb, Deprel::ccomp);
  const bool infinitive = clause && *clause > attempt.verb && sense.takes(CueFrame::inf_passive);
  const bool that_clause =
      finite && *finite > attempt.verb && sense.takes(CueFrame::clause) && sense.particle.empty();
  if (infinitive) {
    if (subject) saying.content.push_back(clauses_.extent(*subject));
    saying.content.push_back(clauses_.extent(*clause));
    return add(saying);
  }
  if (that_clause) {
    saying.content.push_back(clauses_.extent(*finite));
    return add(saying);
  }
  return passive_object(attempt, saying, subject, agent);
}

std::optional<TokenIndex> VerbCues::agent_of(TokenIndex verb) const {
  if (const auto agent = document_.child(verb, Deprel::obl_agent)) return agent;
  const auto by = clauses_.oblique(verb, "by");
  return by && document_.tokens[*by].upos != Upos::verb ? by : std::nullopt;
}

// "the attack was reported by X", "described by X as", "accused by X of": the subject is told, with what follows.
bool VerbCues::passive_object(const Attempt& attempt, Saying& saying,
                              std::optional<TokenIndex> subject, std::optional<TokenIndex> agent) {
  const CueSense& sense = *attempt.sense;
  const bool takes = sense.takes(CueFrame::object) || sense.takes(CueFrame::object_as) ||
                     sense.takes(CueFrame::small) || sense.takes(CueFrame::accuse) ||
                     sense.takes(CueFrame::blame);
  if (!takes) return false;
  if (!agent && sense.strength != Strength::says) return false;
  const bool complement = clauses_.oblique(attempt.verb, "as") ||
                          clauses_.oblique(attempt.verb, "of") ||
                          document_.child(attempt.verb, Deprel::xcomp);
  if (!agent && !complement) return false;
  const Token& token = document_.tokens[attempt.verb];
  if (subject) {
    saying.content.push_back(clauses_.extent(*subject));
  } else if (token.deprel == Deprel::acl && token.head < attempt.verb) {
    saying.content.push_back(
        {clauses_.extent(token.head).first, clauses_.extent(attempt.verb).first});
  } else {
    return false;
  }
  saying.content.push_back({attempt.cue.last, content_end(attempt.verb, attempt.cue.last)});
  return add(saying);
}

bool VerbCues::quoted_as(const Attempt& attempt) {
  const bool is_passive = clauses_.passive(attempt.verb);
  auto speaker =
      is_passive ? document_.child(attempt.verb, Deprel::nsubj_pass) : object_after(attempt.verb);
  // "quoted | trusted sources | as saying": between the verb and "as" stands the speaker, whatever the tree says.
  const auto between =
      !speaker && !is_passive && attempt.cue.last < clauses_.sentence_of(attempt.verb).last
          ? source_behind(clauses_, lexicon_, attempt.cue.last)
          : std::nullopt;
  const bool before_as = between && between->range.last < document_.tokens.size() &&
                         clauses_.word_is(between->range.last, "as");
  if (before_as) speaker = between->head;
  if (!speaker) return false;
  const TokenRange reach{attempt.cue.last, clauses_.sentence_of(attempt.verb).last};
  const auto saying_verb = as_saying(reach, is_passive ? attempt.cue.last : *speaker);
  Saying outer = saying_of(attempt);
  outer.carries = false;
  if (is_passive) {
    if (const auto agent = agent_of(attempt.verb)) {
      outer.source = source_phrase(clauses_, *agent);
      outer.source_head = agent;
    }
  } else {
    set_source(attempt, outer);
  }
  Saying inner = saying_of(attempt);
  inner.stance = Stance::asserts;
  inner.source = before_as ? between->range : source_phrase(clauses_, *speaker);
  inner.source_head = speaker;
  inner.carries = true;
  if (!saying_verb) return cited(attempt, outer, inner);
  // A tree may hang "as saying …" on the speaker.
  if (inner.source->last > *saying_verb - 1 && inner.source->first < *saying_verb - 1)
    inner.source->last = *saying_verb - 1;
  TokenIndex end = content_end(*saying_verb, *saying_verb + 1);
  TokenIndex start = *saying_verb + 1;
  const TokenIndex sentence_begin = clauses_.sentence_of(attempt.verb).first;
  // "as saying on Thursday | that …": what follows the conjunction, wherever the tree hangs it.
  if (const auto that = that_after(start)) {
    end = std::max(end, content_end_by_place(*saying_verb, *that));
  }
  if (!has_finite_verb({start, end}) && has_finite_verb({sentence_begin, attempt.cue.first})) {
    // "…," the agency quoted a medic as saying: what was said stands before.
    start = clauses_.sentence_of(attempt.verb).first;
    end = outer.source ? std::min(outer.source->first, attempt.cue.first) : attempt.cue.first;
  }
  if (start >= end) return false;
  consumed_ = *saying_verb;
  inner.cue = {*saying_verb - 1, *saying_verb + 1};
  inner.content.push_back({start, end});
  if (outer.source) {
    const bool before = end <= attempt.cue.first;
    outer.content.push_back(is_passive || before ? TokenRange{start, end}
                                                 : TokenRange{inner.source->first, end});
    inner.outer = sayings_.size();
    add(outer);
  } else {
    inner.cue = attempt.cue;
  }
  return add(inner);
}

std::optional<TokenIndex> VerbCues::object_after(TokenIndex verb) const {
  for (const TokenIndex child : document_.children[verb]) {
    const Deprel deprel = document_.tokens[child].deprel;
    if (child > verb &&
        (deprel == Deprel::obj || deprel == Deprel::iobj || deprel == Deprel::nsubj))
      return child;
  }
  return std::nullopt;
}

// "as saying" after `from`, within the words that can belong to one cue.
std::optional<TokenIndex> VerbCues::as_saying(TokenRange reach, TokenIndex from) const {
  constexpr TokenIndex kFarthest = 25;
  const TokenIndex end = std::min(reach.last, from + kFarthest);
  for (TokenIndex at = std::max(reach.first, from); at + 1 < end; ++at) {
    if (!clauses_.word_is(at, "as")) continue;
    const Token& next = document_.tokens[at + 1];
    if (next.xpos == Xpos::vbg && may_say(next.lemma)) return at + 1;
  }
  return std::nullopt;
}

// "citing a military source": the voice behind what the clause above says.
bool VerbCues::cited(const Attempt& attempt, Saying& outer, Saying& inner) {
  if (clauses_.passive(attempt.verb)) return false;
  if (!may_speak(clauses_, lexicon_, *inner.source_head)) return false;
  // The clause above: the saying whose verb governs this one, or the sentence before the cue.
  TokenIndex governor = document_.tokens[attempt.verb].head;
  for (std::size_t i = sayings_.size(); i-- > 0;) {
    const Saying& other = sayings_[i];
    if (document_.tokens[other.head].sentence != document_.tokens[attempt.verb].sentence) break;
    if (other.strength != Strength::says || !other.link || other.content.empty()) continue;
    if (other.head != governor && other.cue.last > attempt.cue.first) continue;
    inner.content = other.content;
    inner.outer = i;
    // What stands behind the cited voice is said as well: "reported, citing a source, | that …".
    for (TokenRange& piece : inner.content) {
      if (piece.first < attempt.cue.first)
        piece.last = std::min(piece.last, std::max(attempt.cue.first, piece.first));
    }
    return add(inner);
  }
  const TokenRange before{clauses_.sentence_of(attempt.verb).first, attempt.cue.first};
  if (document_.tokens[attempt.verb].xpos != Xpos::vbg || clauses_.trimmed(before).empty())
    return false;
  outer.content.clear();
  inner.content.push_back(before);
  return add(inner);
}

}  // namespace relata
