// SPDX-License-Identifier: Apache-2.0
// The part of VerbCues that finds clauses: "said that …", "…, said X, …", "said: …".
#include <algorithm>

#include "relata/attribution/source_words.h"
#include "relata/attribution/verb_finder.h"

namespace relata {

// The end of what the verb says, if that begins at `start`: the verb's own words without what is joined to it ("and added",
// "adding that", "but").
TokenIndex VerbCues::content_end(TokenIndex verb, TokenIndex start) const {
  TokenIndex end = clauses_.extent(verb).last;
  for (const TokenIndex child : document_.children[verb]) {
    const Token& token = document_.tokens[child];
    const TokenIndex first = clauses_.extent(child).first;
    if (child < verb || first <= start) continue;
    const bool joined =
        token.deprel == Deprel::conj && (token.upos == Upos::verb || token.upos == Upos::aux);
    const bool further = (token.deprel == Deprel::advcl || token.deprel == Deprel::parataxis) &&
                         token.upos == Upos::verb && may_say(token.lemma) && token.xpos != Xpos::vb;
    if (joined || further) end = std::min(end, first);
  }
  return next_speech(verb, start, goes_on_to(verb, end));
}

// ", noting that …", "and argued that …" after the content: the speaker's next saying, whatever the tree hangs it on.
TokenIndex VerbCues::next_speech(TokenIndex verb, TokenIndex start, TokenIndex end) const {
  const Xpos tense = document_.tokens[verb].xpos;
  for (TokenIndex at = start + 2; at < end; ++at) {
    const Token& token = document_.tokens[at];
    if (token.upos != Upos::verb || clauses_.quoted(at) != clauses_.quoted(verb)) continue;
    const Token& before = document_.tokens[at - 1];
    const bool participle = token.xpos == Xpos::vbg && before.xpos == Xpos::comma;
    const bool joined = before.upos == Upos::cconj && token.xpos == tense && tense != Xpos::vb &&
                        !document_.child(at, Deprel::nsubj);
    if (!participle && !joined) continue;
    for (const CueSense& sense : lexicon_.verb(token.lemma)) {
      if (sense.particle.empty() && sense.strength == Strength::says && is_quoting(sense))
        return joined ? at - 1 : at;
    }
  }
  return end;
}

// Where the tree has cut the content short, it goes on to the next comma, conjunction or the sentence's end.
TokenIndex VerbCues::goes_on_to(TokenIndex verb, TokenIndex end) const {
  const TokenRange sentence = clauses_.sentence_of(verb);
  const bool whole = document_.tokens[verb].deprel == Deprel::root ||
                     document_.tokens[verb].deprel == Deprel::parataxis;
  if (!whole) return end;
  while (end < sentence.last) {
    const Token& token = document_.tokens[end];
    if (token.upos == Upos::punct || token.upos == Upos::cconj) break;
    ++end;
  }
  return end;
}

bool VerbCues::clause_after(const Attempt& attempt, Saying& saying) const {
  const TokenIndex verb = attempt.verb;
  const bool hears = attempt.sense->takes(CueFrame::hearer);
  std::optional<TokenIndex> start;
  std::optional<TokenIndex>
      object;  // of a verb without hearer: the beginning of a clause that the tree cut up
  for (const TokenIndex child : document_.children[verb]) {
    if (child < verb) continue;
    const Deprel deprel = document_.tokens[child].deprel;
    const TokenIndex first = clauses_.extent(child).first;
    if (hears && (deprel == Deprel::obj || deprel == Deprel::iobj) &&
        !clauses_.word_is(child, "that"))
      saying.hearer = child;
    if (first < attempt.group.last) continue;
    // "…, he said, speaking on condition of …": no content.
    const bool aside = document_.tokens[attempt.group.last].xpos == Xpos::comma &&
                       document_.tokens[child].xpos == Xpos::vbg;
    if (aside) continue;
    if (!hears && (deprel == Deprel::obj || deprel == Deprel::nsubj) && !object &&
        !(saying.source && saying.source->contains(child))) {
      object = first;
    }
    const bool clause = (deprel == Deprel::ccomp && (attempt.sense->takes(CueFrame::inf) ||
                                                     !clauses_.has_mark(child, "to"))) ||
                        (deprel == Deprel::xcomp && hears && saying.hearer);
    const bool loose =
        (deprel == Deprel::parataxis || deprel == Deprel::dep) && after_colon_or_quote(first);
    if (clause || loose) {
      start = object ? std::min(*object, first) : first;
      break;
    }
  }
  // "… were killed, said its head, | who gave no number": the speaker is described.
  if (start && saying.source && saying.source->last == *start && is_relative(*start))
    start = std::nullopt;
  if (!start) start = clause_by_signs(attempt, saying);
  if (!start) {
    const auto that = that_ahead(attempt);
    if (!that) return false;
    saying.content.push_back({*that, content_end_by_place(verb, *that)});
    return true;
  }
  if (saying.source && saying.source->contains(*start)) return false;
  saying.content.push_back({*start, std::max(content_end(verb, *start), *start + 1)});
  if (const auto antecedent = gap_antecedent(verb)) saying.content.push_back(*antecedent);
  return true;
}

bool VerbCues::is_relative(TokenIndex token) const {
  const Xpos xpos = document_.tokens[token].xpos;
  return xpos == Xpos::wp || xpos == Xpos::wp_poss ||
         (xpos == Xpos::wdt && !clauses_.word_is(token, "that"));
}

bool VerbCues::after_colon_or_quote(TokenIndex first) const {
  for (TokenIndex at = first; at > 0 && at + 3 > first; --at) {
    const Xpos xpos = document_.tokens[at - 1].xpos;
    if (xpos == Xpos::colon || clauses_.opens_quote(at - 1)) return true;
    if (document_.tokens[at - 1].upos != Upos::punct) break;
  }
  return clauses_.opens_quote(first) || document_.tokens[first].xpos == Xpos::colon;
}

// Where a clause begins by the signs of the text: "that", a colon, an opening quotation mark right after the verb or its hearer.
std::optional<TokenIndex> VerbCues::clause_by_signs(const Attempt& attempt,
                                                    const Saying& saying) const {
  const TokenRange sentence = clauses_.sentence_of(attempt.verb);
  TokenIndex at = attempt.group.last;
  if (saying.hearer) at = std::max(at, clauses_.phrase(*saying.hearer).last);
  if (saying.source && saying.source->first == at) at = saying.source->last;
  if (at < sentence.last && document_.tokens[at].xpos == Xpos::comma) ++at;
  if (at + 1 >= sentence.last) return std::nullopt;
  const Token& token = document_.tokens[at];
  if (token.xpos == Xpos::colon && document_.word(at) == ":") return at + 1;
  if (clauses_.opens_quote(at)) return at;
  if (token.lemma == "that" && document_.tokens[at - 1].xpos != Xpos::comma &&
      (token.upos == Upos::sconj || saying.hearer)) {
    return at;
  }
  return std::nullopt;
}

// "announced on Saturday | that …", "told a reporter | that …": the conjunction a few words on, however the tree takes it,
// if nothing before it can hold a clause of its own.
std::optional<TokenIndex> VerbCues::that_ahead(const Attempt& attempt) const {
  return is_speech(attempt) ? that_after(attempt.group.last) : std::nullopt;
}

std::optional<TokenIndex> VerbCues::that_after(TokenIndex first) const {
  constexpr TokenIndex kReach = 12;
  const TokenIndex end = std::min(clauses_.sentence_of(first - 1).last, first + kReach);
  for (TokenIndex at = first; at + 1 < end; ++at) {
    const Token& token = document_.tokens[at];
    if (clauses_.word_is(at, "that")) {
      const Upos next = document_.tokens[at + 1].upos;
      // "that rockets hit …": of two verbs in a row the first is a noun that the tagger mistook.
      const bool noun = next == Upos::verb && at + 2 < clauses_.sentence_of(at).last &&
                        (document_.tokens[at + 2].xpos == Xpos::vbd ||
                         document_.tokens[at + 2].upos == Upos::aux);
      const bool relative = (next == Upos::verb && !noun) || next == Upos::aux;
      if (relative || document_.tokens[at - 1].xpos == Xpos::comma) return std::nullopt;
      return at;
    }
    const bool participle = token.xpos == Xpos::vbn || token.xpos == Xpos::vbg;
    const bool clause = (token.upos == Upos::verb && !participle) || token.upos == Upos::aux ||
                        token.upos == Upos::sconj;
    if (clause || (token.upos == Upos::punct && document_.word(at) != "-")) return std::nullopt;
  }
  return std::nullopt;
}

// "the blasts which the Observatory said killed soldiers": the noun is told as well.
std::optional<TokenRange> VerbCues::gap_antecedent(TokenIndex verb) const {
  const Token& token = document_.tokens[verb];
  if (token.deprel != Deprel::acl_relcl || token.head == kNoToken || token.head > verb)
    return std::nullopt;
  const auto subject = document_.child(verb, Deprel::nsubj);
  if (!subject || document_.tokens[*subject].upos == Upos::pron) {
    const bool relative = subject && (document_.tokens[*subject].xpos == Xpos::wp ||
                                      document_.tokens[*subject].xpos == Xpos::wdt);
    if (!subject || relative) return std::nullopt;
  }
  const TokenRange phrase = clauses_.extent(token.head);
  const TokenIndex end = clauses_.extent(verb).first;
  return TokenRange{phrase.first, std::max(end, token.head + 1)};
}

// "…, the ministry said." and "…, said the ministry, …": what stands before, and after a comma what goes on.
bool VerbCues::clause_before(const Attempt& attempt, Saying& saying) const {
  if (!saying.source) return false;
  const TokenRange block{std::min(saying.source->first, attempt.group.first),
                         std::max(saying.source->last, attempt.group.last)};
  if (block.last - block.first >
      saying.source->last - saying.source->first + attempt.group.last - attempt.group.first + 2) {
    return false;  // source and verb do not stand together
  }
  const TokenRange whole = host_clause(attempt, block);
  TokenRange before{whole.first, block.first};
  if (clauses_.trimmed(before).empty()) return false;
  if (!parenthetical(attempt, block, before)) return false;
  saying.content.push_back(before);
  const TokenIndex rest = resumed(attempt, block, whole);
  if (rest < whole.last) saying.content.push_back({rest, whole.last});
  return true;
}

// "… B," | he said: a quotation ends right before a token.
bool VerbCues::ends_quotation(TokenIndex at) const {
  for (TokenIndex back = 1; back <= 2 && back <= at; ++back) {
    if (clauses_.closes_quote(at - back)) return true;
    if (document_.tokens[at - back].upos != Upos::punct) return false;
  }
  return false;
}

bool VerbCues::quotation_before(const Attempt& attempt, const Saying& saying) const {
  if (!saying.source || clauses_.quoted(attempt.verb)) return false;
  if (!ends_quotation(std::min(saying.source->first, attempt.group.first))) return false;
  const auto marked = clause_by_signs(attempt, saying);
  return !marked || document_.tokens[*marked].lemma != "that";
}

// The clause that the parenthesis interrupts or ends: the sentence, or the embedded clause that it stands in.
TokenRange VerbCues::host_clause(const Attempt& attempt, TokenRange block) const {
  TokenRange host = clauses_.sentence_of(attempt.verb);
  const Token& token = document_.tokens[attempt.verb];
  if (token.deprel == Deprel::parataxis && token.head != kNoToken && token.head < block.first) {
    const TokenRange extent = clauses_.extent(token.head);
    if (document_.tokens[token.head].deprel != Deprel::root) host = extent;
  }
  const bool after_quote = block.first > host.first && ends_quotation(block.first);
  // What an earlier saying of the sentence says stays with it.
  for (auto it = sayings_.rbegin(); it != sayings_.rend() && it->cue.first >= host.first; ++it) {
    if (it->strength != Strength::says || it->cue.last > block.first) continue;
    if (after_quote && clauses_.quoted(it->head)) continue;  // reported within the quotation
    if (it->content.empty()) continue;
    const TokenRange last = it->content.back();
    if (last.first > it->cue.first && last.last < block.first && last.last > host.first)
      host.first = last.last;
    break;
  }
  return host;
}

bool VerbCues::parenthetical(const Attempt& attempt, TokenRange block, TokenRange before) const {
  const Token& token = document_.tokens[attempt.verb];
  if (token.deprel == Deprel::parataxis && token.head < block.first) return true;
  for (const TokenIndex child : document_.children[attempt.verb]) {
    if (child < block.first && document_.tokens[child].deprel == Deprel::ccomp) return true;
  }
  const Xpos mark = document_.tokens[block.first - 1].xpos;
  if (clauses_.closes_quote(block.first - 1) || mark == Xpos::close_quote) return true;
  if (!only_adverbials_after(attempt)) return false;
  return mark == Xpos::comma ||
         has_finite_verb(before);  // a lost comma: a whole clause must stand before
}

bool VerbCues::has_finite_verb(TokenRange range) const {
  for (TokenIndex at = range.first; at < range.last; ++at) {
    const Upos upos = document_.tokens[at].upos;
    if (upos == Upos::verb || upos == Upos::aux) return true;
  }
  return false;
}

// The first word after the verb, its hearer, adverbs and days.
TokenIndex VerbCues::after_adverbials(const Attempt& attempt, const Saying& saying) const {
  const TokenRange sentence = clauses_.sentence_of(attempt.verb);
  TokenIndex at = attempt.group.last;
  if (saying.source && saying.source->first == at) at = saying.source->last;
  if (attempt.sense->takes(CueFrame::hearer)) {
    TokenIndex hearer_end = saying.hearer ? source_phrase(clauses_, *saying.hearer).last : at + 1;
    // "told | SANA reporter": the rest of a name.
    while (!saying.hearer && hearer_end < sentence.last &&
           (document_.tokens[hearer_end].upos == Upos::propn ||
            document_.tokens[hearer_end].upos == Upos::noun) &&
           !is_day(hearer_end))
      ++hearer_end;
    at = std::max(at, hearer_end);
  }
  while (at < sentence.last) {
    const Token& token = document_.tokens[at];
    const bool before_day = token.upos == Upos::adp && at + 1 < sentence.last && is_day(at + 1);
    if (!is_day(at) && !before_day && token.upos != Upos::adv) break;
    ++at;
  }
  return at;
}

// "Following the meeting the minister said:", and the sentence ends: what follows is the content.
bool VerbCues::awaits_content(const Attempt& attempt, Saying& saying) const {
  const TokenRange sentence = clauses_.sentence_of(attempt.verb);
  if (!saying.source || document_.word(sentence.last - 1) != ":") return false;
  if (!clauses_.trimmed({after_adverbials(attempt, saying), sentence.last}).empty()) return false;
  saying.awaits = true;
  return true;
}

bool VerbCues::closes_sentence(const Attempt& attempt, Saying& saying) const {
  const TokenRange sentence = clauses_.sentence_of(attempt.verb);
  if (!is_speech(attempt) || clauses_.quoted(attempt.verb) ||
      document_.word(sentence.last - 1) == ":" || attempt.group.first <= sentence.first + 2)
    return false;
  auto words = source_before(clauses_, lexicon_, attempt.group.first);
  if (!words || words->range.first <= sentence.first + 1) return false;
  // "… state media and a monitor said": both.
  if (document_.tokens[words->range.first - 1].upos == Upos::cconj) {
    const auto other = source_before(clauses_, lexicon_, words->range.first - 1);
    if (!other || other->range.first <= sentence.first + 1) return false;
    words = SourceWords{{other->range.first, words->range.last}, other->head};
  }
  const Token& before = document_.tokens[words->range.first - 1];
  // "… and thirty injured | a local source told": an article opens the speaker's words.
  const bool opened = document_.tokens[words->range.first].upos == Upos::det;
  if (before.upos == Upos::cconj || before.upos == Upos::adp || before.upos == Upos::sconj ||
      (before.upos == Upos::verb && !opened) || before.upos == Upos::aux ||
      before.upos == Upos::punct || before.upos == Upos::pron || before.upos == Upos::det ||
      before.xpos == Xpos::pos)
    return false;
  const TokenRange host = host_clause(attempt, {words->range.first, attempt.group.last});
  const TokenRange content{host.first, words->range.first};
  if (content.empty() || !has_finite_verb(content)) return false;
  const TokenIndex rest = after_adverbials(attempt, saying);
  if (rest < sentence.last && clauses_.word_is(attempt.group.last, "by")) return false;
  if (!says_no_more(rest)) return false;
  take_source(saying, words->range, words->head);
  saying.content.push_back(content);
  return true;
}

// Whether from here on to the sentence's end nothing can be what somebody said: "| in a statement.", "| adding that".
bool VerbCues::says_no_more(TokenIndex from) const {
  const TokenRange sentence = clauses_.sentence_of(from > 0 ? from - 1 : from);
  for (TokenIndex at = from; at < sentence.last; ++at) {
    const Token& token = document_.tokens[at];
    if (token.xpos == Xpos::vbg) return true;
    if (token.upos == Upos::verb || token.upos == Upos::aux || token.upos == Upos::sconj ||
        token.upos == Upos::cconj || is_relative(at) || token.lemma == "that")
      return false;
    if (token.upos == Upos::punct && at + 1 < sentence.last) return false;
  }
  return true;
}

bool VerbCues::clause_by_place(const Attempt& attempt, Saying& saying) const {
  // "continued": by its place alone only a quotation can be what was said.
  if (!saying.source ||
      !(attempt.sense->takes(CueFrame::clause) || attempt.sense->takes(CueFrame::hearer)))
    return false;
  const TokenRange sentence = clauses_.sentence_of(attempt.verb);
  const TokenIndex at = std::min(after_adverbials(attempt, saying), sentence.last);
  const TokenRange after = clauses_.trimmed({at, sentence.last});
  const bool goes_on =
      !after.empty() && after.first == at && document_.tokens[at].xpos != Xpos::vbg &&
      document_.tokens[at].upos != Upos::sconj && document_.tokens[at].upos != Upos::cconj &&
      document_.tokens[at].upos != Upos::adp && !is_relative(at);
  if (goes_on && has_finite_verb(after)) {
    saying.content.push_back({at, std::max(content_end_by_place(attempt.verb, at), at + 1)});
    return true;
  }
  const TokenIndex begin = std::min(saying.source->first, attempt.group.first);
  const TokenRange before{host_clause(attempt, {begin, attempt.group.last}).first, begin};
  if (clauses_.trimmed(before).empty() || !has_finite_verb(before)) return false;
  const Xpos mark = document_.tokens[begin - 1].xpos;
  if (goes_on && mark != Xpos::comma && mark != Xpos::close_quote) return false;
  saying.content.push_back(before);
  return true;
}

// As content_end, but where the tree has lost the clause the sentence's end counts.
TokenIndex VerbCues::content_end_by_place(TokenIndex verb, TokenIndex start) const {
  TokenIndex end = clauses_.sentence_of(verb).last;
  for (TokenIndex at = start + 1; at < end; ++at) {
    const Token& token = document_.tokens[at];
    if (token.xpos == Xpos::vbg && document_.tokens[at - 1].xpos == Xpos::comma &&
        may_say(token.lemma))
      return at;
  }
  return end;
}

// Where the interrupted words go on after the parenthesis; the end of the clause if they do not.
TokenIndex VerbCues::resumed(const Attempt& attempt, TokenRange block, TokenRange whole) const {
  TokenIndex at = block.last;
  while (at < whole.last && document_.tokens[at].xpos != Xpos::comma &&
         document_.tokens[at].upos != Upos::verb) {
    if (clauses_.opens_quote(at) || document_.word(at) == ":") return at;
    ++at;
  }
  if (at + 1 >= whole.last || document_.tokens[at].xpos != Xpos::comma) return whole.last;
  const Token& next = document_.tokens[at + 1];
  if (clauses_.opens_quote(at + 1)) return at + 1;
  // "…, he said, adding that": a clause of the verb's own, no resumption.
  const bool own = next.xpos == Xpos::vbg || clauses_.extent(attempt.verb).contains(at + 1) ||
                   next.upos == Upos::cconj || next.xpos == Xpos::wdt || next.xpos == Xpos::wp;
  return own ? whole.last : at + 1;
}

}  // namespace relata
