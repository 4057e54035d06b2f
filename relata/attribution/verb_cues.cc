// SPDX-License-Identifier: Apache-2.0
#include "relata/attribution/verb_cues.h"

#include <algorithm>

#include "relata/attribution/source_words.h"

namespace relata {

namespace {

class VerbCues {
 public:
  VerbCues(const Clauses& clauses, const AttributionLexicon& lexicon, std::vector<Saying>& sayings)
      : clauses_(clauses), document_(clauses.document()), lexicon_(lexicon), sayings_(sayings) {}

  void find() {
    const auto size = static_cast<TokenIndex>(document_.tokens.size());
    for (TokenIndex token = 0; token < size; ++token) {
      if (token == consumed_) continue;
      if (is_cue(token)) try_senses(token);
    }
  }

 private:
  // What a verb is being tried for.
  struct Attempt {
    TokenIndex verb = 0;
    const CueSense* sense = nullptr;
    TokenRange cue;    // the verb with its particle
    TokenRange group;  // with its auxiliaries and adverbs: what a source stands next to
  };

  bool is_cue(TokenIndex token) const {
    const Token& word = document_.tokens[token];
    if (word.upos == Upos::verb) return true;
    if (word.upos == Upos::adj)
      return document_.child(token, Deprel::cop).has_value() || word.deprel == Deprel::xcomp;
    // A last word that the tagger took for a noun: "…, the monitor reports."
    return word.upos == Upos::noun && last_word_of_sentence(token) &&
           word.lemma != document_.word(token);
  }

  bool is_stop(TokenIndex token) const { return document_.tokens[token].upos == Upos::punct; }

  bool last_word_of_sentence(TokenIndex token) const {
    const TokenRange sentence = clauses_.sentence_of(token);
    for (TokenIndex at = token + 1; at < sentence.last; ++at) {
      if (!is_stop(at)) return false;
    }
    return true;
  }

  void try_senses(TokenIndex verb) {
    for (const CueSense& sense : lexicon_.verb(document_.lemma(verb))) {
      Attempt attempt{verb, &sense, {verb, verb + 1}, verb_group(verb)};
      if (!sense.particle.empty()) {
        const auto particle = particle_after(verb, sense.particle);
        if (!particle) continue;
        if (particle->first == verb + 1) {
          attempt.cue.last = particle->last;
          attempt.group.last = std::max(attempt.group.last, particle->last);
        }
      }
      if (clauses_.passive(verb) ? passive(attempt) : active(attempt)) return;
    }
  }

  // The words of a particle right after the verb, or a single preposition that marks one of its dependents.
  std::optional<TokenRange> particle_after(TokenIndex verb, std::string_view particle) const {
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

  TokenRange verb_group(TokenIndex verb) const {
    TokenRange group{verb, verb + 1};
    const TokenRange sentence = clauses_.sentence_of(verb);
    const auto belongs = [this](TokenIndex token) {
      const Token& word = document_.tokens[token];
      return word.upos == Upos::aux || word.upos == Upos::adv || word.upos == Upos::part;
    };
    while (group.first > sentence.first && belongs(group.first - 1)) --group.first;
    while (group.last < sentence.last && document_.tokens[group.last].upos == Upos::adv &&
           document_.tokens[group.last].head == verb) {
      ++group.last;
    }
    return group;
  }

  Saying saying_of(const Attempt& attempt) const {
    const CueSense& sense = *attempt.sense;
    Saying saying;
    saying.cue = attempt.cue;
    saying.head = attempt.verb;
    saying.stance = sense.stance;
    saying.strength = sense.strength;
    saying.link = sense.link;
    saying.carries = sense.strength == Strength::says && sense.takes(Frame::quote);
    if (clauses_.negated(attempt.verb)) negate(saying);
    return saying;
  }

  static void negate(Saying& saying) {
    if (saying.stance == Stance::denies) {
      saying.stance = Stance::asserts;
    } else if (saying.stance == Stance::cannot_verify) {
      saying.link = true;
    }
  }

  // Who says it: the subject that stands by the verb, or the words before the verb that can be one.
  bool set_source(const Attempt& attempt, Saying& saying) const {
    const auto subject = clauses_.subject(attempt.verb);
    const bool final_verb = only_adverbials_after(attempt);
    if (subject) {
      TokenRange phrase = source_phrase(clauses_, lexicon_, *subject);
      const bool beside = phrase.last == attempt.group.first || phrase.first >= attempt.group.last;
      if (!final_verb || beside) {
        if (phrase.contains(attempt.verb)) phrase = {*subject, *subject + 1};
        saying.source = phrase;
        saying.source_head = *subject;
        if (phrase.overlaps(saying.cue)) saying.source = TokenRange{*subject, *subject + 1};
        return true;
      }
    }
    if (!final_verb) return false;
    const auto words = source_before(clauses_, lexicon_, attempt.group.first);
    if (!words) return false;
    saying.source = words->range;
    saying.source_head = words->head;
    return true;
  }

  // Whether nothing follows the verb that could be its content: adverbs, days, "in a statement".
  bool only_adverbials_after(const Attempt& attempt) const {
    const TokenRange sentence = clauses_.sentence_of(attempt.verb);
    for (TokenIndex at = attempt.group.last; at < sentence.last; ++at) {
      const Token& token = document_.tokens[at];
      if (token.upos == Upos::punct && token.xpos == Xpos::comma) return true;
      if (token.upos == Upos::punct && token.xpos != Xpos::stop) return is_last_stop(at, sentence);
      if (token.upos == Upos::verb || token.upos == Upos::aux || token.upos == Upos::sconj)
        return false;
    }
    return sentence.last - attempt.group.last <= 8;
  }

  bool is_last_stop(TokenIndex at, TokenRange sentence) const { return at + 1 >= sentence.last; }

  // ---- active
  bool active(const Attempt& attempt) {
    const CueSense& sense = *attempt.sense;
    if (sense.takes(Frame::hearer_as) && quoted_as(attempt)) return true;
    if (sense.takes(Frame::inf_passive) && sense.strength == Strength::seems) return seems(attempt);
    Saying saying = saying_of(attempt);
    if (!set_source(attempt, saying) && !may_lack_source(attempt)) return false;
    if (sense.particle.empty() &&
        (sense.takes(Frame::clause) || sense.takes(Frame::quote) || sense.takes(Frame::hearer))) {
      if (clause_after(attempt, saying) ||
          (sense.takes(Frame::quote) && clause_before(attempt, saying))) {
        return add(saying);
      }
    }
    if (sense.takes(Frame::inf) && infinitive(attempt, saying, false)) return add(saying);
    if (sense.takes(Frame::hearer_inf) && infinitive(attempt, saying, true)) return add(saying);
    if (sense.takes(Frame::ing) && gerund(attempt, saying)) return add(saying);
    const bool object_frames = sense.takes(Frame::object) || sense.takes(Frame::object_as) ||
                               sense.takes(Frame::small) || sense.takes(Frame::accuse) ||
                               sense.takes(Frame::blame) || !sense.particle.empty();
    return object_frames && object(attempt, saying) && add(saying);
  }

  bool may_lack_source(const Attempt& attempt) const {
    const Token& token = document_.tokens[attempt.verb];
    return token.xpos == Xpos::vbg || (token.deprel == Deprel::root &&
                                       clauses_.sentence_of(attempt.verb).first == attempt.verb);
  }

  // The end of what the verb says, if that begins at `start`: the verb's own words without what is joined to it ("and added",
  // "adding that", "but").
  TokenIndex content_end(TokenIndex verb, TokenIndex start) const {
    TokenIndex end = clauses_.extent(verb).last;
    for (const TokenIndex child : document_.children[verb]) {
      const Token& token = document_.tokens[child];
      const TokenIndex first = clauses_.extent(child).first;
      if (child < verb || first <= start) continue;
      const bool joined =
          token.deprel == Deprel::conj && (token.upos == Upos::verb || token.upos == Upos::aux);
      const bool further = (token.deprel == Deprel::advcl || token.deprel == Deprel::parataxis) &&
                           token.upos == Upos::verb && !lexicon_.verb(token.lemma).empty() &&
                           token.xpos != Xpos::vb;
      if (joined || further) end = std::min(end, first);
    }
    return end;
  }

  bool clause_after(const Attempt& attempt, Saying& saying) const {
    const TokenIndex verb = attempt.verb;
    const bool hears = attempt.sense->takes(Frame::hearer);
    std::optional<TokenIndex> start;
    for (const TokenIndex child : document_.children[verb]) {
      if (child < verb) continue;
      const Deprel deprel = document_.tokens[child].deprel;
      const TokenIndex first = clauses_.extent(child).first;
      if (hears && (deprel == Deprel::obj || deprel == Deprel::iobj)) saying.hearer = child;
      if (first < attempt.group.last) continue;
      const bool clause =
          deprel == Deprel::ccomp || (deprel == Deprel::xcomp && hears && saying.hearer);
      const bool loose =
          (deprel == Deprel::parataxis || deprel == Deprel::dep) && after_colon_or_quote(first);
      if (clause || loose) {
        start = first;
        break;
      }
    }
    if (!start) start = clause_by_signs(attempt, saying);
    if (!start) return false;
    if (saying.source && saying.source->contains(*start)) return false;
    saying.content.push_back({*start, std::max(content_end(verb, *start), *start + 1)});
    if (const auto antecedent = gap_antecedent(verb)) saying.content.push_back(*antecedent);
    return true;
  }

  bool after_colon_or_quote(TokenIndex first) const {
    for (TokenIndex at = first; at > 0 && at + 3 > first; --at) {
      const Xpos xpos = document_.tokens[at - 1].xpos;
      if (xpos == Xpos::colon || xpos == Xpos::open_quote) return true;
      if (document_.tokens[at - 1].upos != Upos::punct) break;
    }
    return document_.tokens[first].xpos == Xpos::open_quote ||
           document_.tokens[first].xpos == Xpos::colon;
  }

  // Where a clause begins by the signs of the text: "that", a colon, an opening quotation mark right after the verb or its hearer.
  std::optional<TokenIndex> clause_by_signs(const Attempt& attempt, const Saying& saying) const {
    const TokenRange sentence = clauses_.sentence_of(attempt.verb);
    TokenIndex at = attempt.group.last;
    if (saying.hearer) at = std::max(at, clauses_.phrase(*saying.hearer).last);
    if (saying.source && saying.source->first == at) at = saying.source->last;
    if (at < sentence.last && document_.tokens[at].xpos == Xpos::comma) ++at;
    if (at + 1 >= sentence.last) return std::nullopt;
    const Token& token = document_.tokens[at];
    if (token.xpos == Xpos::colon && document_.word(at) == ":") return at + 1;
    if (token.xpos == Xpos::open_quote) return at;
    if (token.lemma == "that" && at == attempt.group.last && token.upos == Upos::sconj) return at;
    return std::nullopt;
  }

  // "the blasts which the Observatory said killed soldiers": the noun is told as well.
  std::optional<TokenRange> gap_antecedent(TokenIndex verb) const {
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
  bool clause_before(const Attempt& attempt, Saying& saying) const {
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

  // The clause that the parenthesis interrupts or ends: the sentence, or the embedded clause that it stands in.
  TokenRange host_clause(const Attempt& attempt, TokenRange block) const {
    TokenRange host = clauses_.sentence_of(attempt.verb);
    const Token& token = document_.tokens[attempt.verb];
    if (token.deprel == Deprel::parataxis && token.head != kNoToken && token.head < block.first) {
      const TokenRange extent = clauses_.extent(token.head);
      if (document_.tokens[token.head].deprel != Deprel::root) host = extent;
    }
    // What an earlier saying of the sentence says stays with it.
    for (auto it = sayings_.rbegin(); it != sayings_.rend() && it->cue.first >= host.first; ++it) {
      if (it->strength != Strength::says || it->cue.last > block.first) continue;
      if (it->content.empty()) continue;
      const TokenRange last = it->content.back();
      if (last.first > it->cue.first && last.last < block.first && last.last > host.first)
        host.first = last.last;
      break;
    }
    return host;
  }

  bool parenthetical(const Attempt& attempt, TokenRange block, TokenRange before) const {
    const Token& token = document_.tokens[attempt.verb];
    if (token.deprel == Deprel::parataxis && token.head < block.first) return true;
    for (const TokenIndex child : document_.children[attempt.verb]) {
      if (child < block.first && document_.tokens[child].deprel == Deprel::ccomp) return true;
    }
    const Xpos mark = document_.tokens[block.first - 1].xpos;
    if (mark == Xpos::comma || mark == Xpos::close_quote)
      return only_adverbials_after(attempt) || mark == Xpos::close_quote;
    if (!only_adverbials_after(attempt)) return false;
    for (TokenIndex at = before.first; at < before.last;
         ++at) {  // a lost comma: a whole clause must stand before
      const Upos upos = document_.tokens[at].upos;
      if (upos == Upos::verb || upos == Upos::aux) return true;
    }
    return false;
  }

  // Where the interrupted words go on after the parenthesis; the end of the clause if they do not.
  TokenIndex resumed(const Attempt& attempt, TokenRange block, TokenRange whole) const {
    TokenIndex at = block.last;
    while (at < whole.last && document_.tokens[at].xpos != Xpos::comma &&
           document_.tokens[at].upos != Upos::verb) {
      if (document_.tokens[at].xpos == Xpos::open_quote || document_.word(at) == ":") return at;
      ++at;
    }
    if (at + 1 >= whole.last || document_.tokens[at].xpos != Xpos::comma) return whole.last;
    const Token& next = document_.tokens[at + 1];
    if (next.xpos == Xpos::open_quote) return at + 1;
    // "…, he said, adding that": a clause of the verb's own, no resumption.
    const bool own = next.xpos == Xpos::vbg || clauses_.extent(attempt.verb).contains(at + 1) ||
                     next.upos == Upos::cconj || next.xpos == Xpos::wdt || next.xpos == Xpos::wp;
    return own ? whole.last : at + 1;
  }

  bool infinitive(const Attempt& attempt, Saying& saying, bool with_object) const {
    const auto clause = document_.child(attempt.verb, Deprel::xcomp);
    const auto other = clause ? clause : document_.child(attempt.verb, Deprel::ccomp);
    if (!other || *other < attempt.verb || !clauses_.has_mark(*other, "to")) return false;
    const auto object = document_.child(attempt.verb, Deprel::obj);
    TokenIndex start = clauses_.extent(*other).first;
    if (object && *object > attempt.verb) {
      if (!with_object) return false;
      start = std::min(start, clauses_.extent(*object).first);
    } else if (with_object && !attempt.sense->takes(Frame::inf) &&
               !clauses_.has_mark(*other, "to")) {
      return false;
    }
    saying.content.push_back({start, content_end(attempt.verb, start)});
    return true;
  }

  bool gerund(const Attempt& attempt, Saying& saying) const {
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
  bool object(const Attempt& attempt, Saying& saying) const {
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
      const bool complement = token.deprel == Deprel::obj || token.deprel == Deprel::xcomp ||
                              token.deprel == Deprel::ccomp ||
                              (!sense.particle.empty() &&
                               (token.deprel == Deprel::obl || token.deprel == Deprel::advcl));
      if (complement && extent.first >= attempt.cue.first && !start)
        start = std::max(extent.first, attempt.cue.last);
    }
    if (!start && !(earlier && (sense.takes(Frame::small) || sense.takes(Frame::object_as))))
      return false;
    if (sense.takes(Frame::accuse) && !clauses_.oblique(attempt.verb, "of")) return false;
    if (sense.takes(Frame::object_as) && !sense.takes(Frame::small) &&
        !clauses_.oblique(attempt.verb, "as"))
      return false;
    if (sense.takes(Frame::small) && !sense.takes(Frame::object) && !named_thing(attempt))
      return false;
    const TokenIndex from = start.value_or(attempt.cue.last);
    const TokenIndex end = content_end(attempt.verb, from);
    if (from < end) saying.content.push_back({from, end});
    if (earlier) saying.content.push_back(*earlier);
    if (const auto antecedent = gap_antecedent(attempt.verb)) saying.content.push_back(*antecedent);
    return !saying.content.empty();
  }

  // "called it a crime", "considers them terrorists", "described as": something is said of the object.
  bool named_thing(const Attempt& attempt) const {
    return document_.child(attempt.verb, Deprel::xcomp) || clauses_.oblique(attempt.verb, "as") ||
           document_.child(attempt.verb, Deprel::ccomp) ||
           (attempt.sense->takes(Frame::small) && document_.child(attempt.verb, Deprel::iobj));
  }

  bool seems(const Attempt& attempt) {
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

  // ---- passive
  bool passive(const Attempt& attempt) {
    const CueSense& sense = *attempt.sense;
    const auto subject = document_.child(attempt.verb, Deprel::nsubj_pass);
    const auto agent = agent_of(attempt.verb);
    if (sense.takes(Frame::hearer_as) && quoted_as(attempt)) return true;
    Saying saying = saying_of(attempt);
    saying.carries = false;
    if (agent) {
      saying.source = source_phrase(clauses_, lexicon_, *agent);
      saying.source_head = agent;
    } else {
      saying.no_source = true;
      saying.link = false;
      if (sense.strength != Strength::acts && saying.stance == Stance::asserts)
        saying.stance = Stance::alleges;
    }
    const auto clause = document_.child(attempt.verb, Deprel::xcomp);
    const auto finite = document_.child(attempt.verb, Deprel::ccomp);
    const bool infinitive = clause && *clause > attempt.verb && sense.takes(Frame::inf_passive);
    const bool that_clause =
        finite && *finite > attempt.verb && sense.takes(Frame::clause) && sense.particle.empty();
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

  std::optional<TokenIndex> agent_of(TokenIndex verb) const {
    if (const auto agent = document_.child(verb, Deprel::obl_agent)) return agent;
    const auto by = clauses_.oblique(verb, "by");
    return by && document_.tokens[*by].upos != Upos::verb ? by : std::nullopt;
  }

  // "the attack was reported by X", "described by X as", "accused by X of": the subject is told, with what follows.
  bool passive_object(const Attempt& attempt, Saying& saying, std::optional<TokenIndex> subject,
                      std::optional<TokenIndex> agent) {
    const CueSense& sense = *attempt.sense;
    const bool takes = sense.takes(Frame::object) || sense.takes(Frame::object_as) ||
                       sense.takes(Frame::small) || sense.takes(Frame::accuse) ||
                       sense.takes(Frame::blame);
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

  // ---- "quoted X as saying", "X was quoted by Y as saying", "citing X"
  bool quoted_as(const Attempt& attempt) {
    const bool is_passive = clauses_.passive(attempt.verb);
    const auto speaker =
        is_passive ? document_.child(attempt.verb, Deprel::nsubj_pass) : object_after(attempt.verb);
    if (!speaker) return false;
    const TokenRange reach{attempt.cue.last, clauses_.sentence_of(attempt.verb).last};
    const auto saying_verb = as_saying(reach, is_passive ? attempt.cue.last : *speaker);
    Saying outer = saying_of(attempt);
    outer.carries = false;
    if (is_passive) {
      if (const auto agent = agent_of(attempt.verb)) {
        outer.source = source_phrase(clauses_, lexicon_, *agent);
        outer.source_head = agent;
      }
    } else {
      set_source(attempt, outer);
    }
    Saying inner = saying_of(attempt);
    inner.stance = Stance::asserts;
    inner.source = source_phrase(clauses_, lexicon_, *speaker);
    inner.source_head = speaker;
    inner.carries = true;
    if (!saying_verb) return cited(attempt, outer, inner);
    const TokenIndex end = content_end(*saying_verb, *saying_verb + 1);
    const TokenIndex start = *saying_verb + 1;
    if (start >= end) return false;
    consumed_ = *saying_verb;
    inner.cue = {*saying_verb - 1, *saying_verb + 1};
    inner.content.push_back({start, end});
    if (outer.source) {
      outer.content.push_back(is_passive ? TokenRange{start, end}
                                         : TokenRange{inner.source->first, end});
      inner.outer = sayings_.size();
      add(outer);
    } else {
      inner.cue = attempt.cue;
    }
    return add(inner);
  }

  std::optional<TokenIndex> object_after(TokenIndex verb) const {
    for (const TokenIndex child : document_.children[verb]) {
      const Deprel deprel = document_.tokens[child].deprel;
      if (child > verb &&
          (deprel == Deprel::obj || deprel == Deprel::iobj || deprel == Deprel::nsubj))
        return child;
    }
    return std::nullopt;
  }

  // "as saying" after `from`, within the words that can belong to one cue.
  std::optional<TokenIndex> as_saying(TokenRange reach, TokenIndex from) const {
    constexpr TokenIndex kFarthest = 25;
    const TokenIndex end = std::min(reach.last, from + kFarthest);
    for (TokenIndex at = std::max(reach.first, from); at + 1 < end; ++at) {
      if (!clauses_.word_is(at, "as")) continue;
      const Token& next = document_.tokens[at + 1];
      if (next.xpos == Xpos::vbg && !lexicon_.verb(next.lemma).empty()) return at + 1;
    }
    return std::nullopt;
  }

  // "citing a military source": the voice behind what the clause above says.
  bool cited(const Attempt& attempt, Saying& outer, Saying& inner) {
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
      for (TokenRange& piece : inner.content)
        piece.last = std::min(piece.last, std::max(attempt.cue.first, piece.first));
      return add(inner);
    }
    const TokenRange before{clauses_.sentence_of(attempt.verb).first, attempt.cue.first};
    if (document_.tokens[attempt.verb].xpos != Xpos::vbg || clauses_.trimmed(before).empty())
      return false;
    outer.content.clear();
    inner.content.push_back(before);
    return add(inner);
  }

  bool add(Saying& saying) {
    if (saying.source) {
      saying.content = without(saying.content, *saying.source);
    }
    saying.content = without(saying.content, saying.cue);
    for (TokenRange& piece : saying.content) piece = clauses_.trimmed(piece);
    std::erase_if(saying.content, [](TokenRange piece) { return piece.empty(); });
    std::sort(saying.content.begin(), saying.content.end());
    if (saying.content.empty()) return false;
    sayings_.push_back(saying);
    return true;
  }

  const Clauses& clauses_;
  const Document& document_;
  const AttributionLexicon& lexicon_;
  std::vector<Saying>& sayings_;
  std::optional<TokenIndex> consumed_;  // a verb that is part of another's cue
};

}  // namespace

void find_verb_cues(const Clauses& clauses, const AttributionLexicon& lexicon,
                    std::vector<Saying>& sayings) {
  VerbCues(clauses, lexicon, sayings).find();
}

}  // namespace relata
