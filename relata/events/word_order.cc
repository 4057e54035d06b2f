// SPDX-License-Identifier: Apache-2.0
#include "relata/events/word_order.h"

#include "relata/base/fold.h"
#include "relata/events/clause.h"

namespace relata {
namespace {

constexpr TokenIndex kMostSubjectWords = 8;
constexpr TokenIndex kMostClauseWords = 10;  // between "that" and its clause's verb
constexpr TokenIndex kMostPhraseWords = 5;   // between a preposition and its noun

// What may stand between a preposition or a negation and the noun that it belongs to.
bool is_in_noun_phrase(const Token& token) {
  return is_nominal(token) || token.upos == Upos::adj || token.upos == Upos::det ||
         token.xpos == Xpos::vbn;
}

}  // namespace

bool WordOrder::is_none(TokenIndex token) const {
  for (const StatusRole role : {StatusRole::none, StatusRole::negation}) {
    const StatusWord* const word = words_.find(document_, token, role);
    if (word && word->status == Status::denied) return true;
  }
  return false;
}

bool WordOrder::governs(TokenIndex token) const {
  return words_.find(document_, token, StatusRole::governs) ||
         words_.find(document_, token, StatusRole::governs_to) ||
         words_.find(document_, token, StatusRole::undoes);
}

WordOrder::Auxiliaries WordOrder::auxiliaries_before(TokenIndex first) const {
  Auxiliaries found{.first = first};
  const TokenIndex start = start_of(first);
  while (found.first > start) {
    const TokenIndex token = found.first - 1;
    const Upos upos = document_.tokens[token].upos;
    const std::string form = lower_ascii(document_.word(token));
    const bool loose = upos == Upos::aux || upos == Upos::adv || upos == Upos::part ||
                       form == "having" || is_none(token);
    if (!loose || governs(token)) break;
    // "was to deliver"
    const bool before_to = found.first < first && document_.word(found.first) == "to";
    found.scheduled = found.scheduled || (before_to && document_.lemma(token) == "be");
    found.first = token;
    found.negated = found.negated || is_none(token);
    found.to = found.to || form == "to";
    found.having = found.having || form == "having";
  }
  return found;
}

// A noun that is said of something begins with its article, behind a form of "be": "is thought to be a suicide bombing".
TokenIndex WordOrder::predicate_from(TokenIndex first) const {
  if (!is_nominal(document_.tokens[first])) return first;
  const TokenIndex start = start_of(first);
  TokenIndex token = first;
  while (token > start && is_in_noun_phrase(document_.tokens[token - 1])) --token;
  const bool said = token > start && document_.tokens[token - 1].upos == Upos::aux;
  return said ? token : first;
}

bool WordOrder::is_negated(TokenIndex first) const { return auxiliaries_before(first).negated; }

bool WordOrder::is_scheduled(TokenIndex first) const { return auxiliaries_before(first).scheduled; }

bool WordOrder::is_too_much(TokenIndex first) const {
  const auto adjective = governing(first);
  return adjective && *adjective > start_of(first) &&
         document_.tokens[*adjective].upos == Upos::adj && document_.word(*adjective - 1) == "too";
}

const StatusWord* WordOrder::condition_before(TokenIndex head) const {
  const TokenIndex start = start_of(head);
  TokenIndex token = head;
  for (TokenIndex words = 0; token > start && words < kMostClauseWords; --token, ++words) {
    const Token& word = document_.tokens[token - 1];
    if (word.upos == Upos::sconj) {
      const StatusWord* const mark = words_.find(document_, token - 1, StatusRole::mark);
      const bool open = mark && mark->status != Status::denied && mark->second.empty();
      return open ? mark : nullptr;
    }
    const bool verb = word.upos == Upos::verb && word.xpos != Xpos::vbn;
    if (verb || word.upos == Upos::punct || word.upos == Upos::cconj) return nullptr;
  }
  return nullptr;
}

bool WordOrder::is_denied_beside(TokenIndex first, TokenIndex last) const {
  if (!is_verbal(document_.tokens[first])) return false;
  const Sentence& sentence = document_.sentences[document_.tokens[first].sentence];
  if (last + 1 < sentence.last && words_.find(document_, last + 1, StatusRole::none)) return true;
  const Auxiliaries auxiliaries = auxiliaries_before(first);
  if (auxiliaries.to || auxiliaries.having || auxiliaries.negated) return false;
  TokenIndex token = auxiliaries.first;
  for (TokenIndex words = 0; token > sentence.first && words < kMostSubjectWords;
       --token, ++words) {
    const Token& word = document_.tokens[token - 1];
    if (words_.find(document_, token - 1, StatusRole::none)) return true;
    if (!is_in_noun_phrase(word) && word.upos != Upos::adp) return false;
  }
  return false;
}

std::optional<Status> WordOrder::inverted_condition(TokenIndex first) const {
  const Sentence& sentence = document_.sentences[document_.tokens[first].sentence];
  if (first == sentence.first) return std::nullopt;
  const std::string opening = lower_ascii(document_.word(sentence.first));
  if (opening != "had" && opening != "were") return std::nullopt;
  bool to = false;
  for (TokenIndex token = sentence.first; token < first; ++token) {
    if (document_.word(token) == ",") return std::nullopt;  // the condition ends at its comma
    to = to || document_.word(token) == "to";
  }
  if (opening == "were" && !to) return std::nullopt;
  for (TokenIndex token = first; token < sentence.last; ++token) {
    const StatusWord* const word = words_.find(document_, token, StatusRole::aux);
    if (word && word->status != Status::asserted)
      return opening == "had" ? Status::denied : Status::feared;
  }
  return std::nullopt;
}

std::optional<TokenIndex> WordOrder::verb_before(TokenIndex first) const {
  const TokenIndex start = start_of(first);
  TokenIndex token = first;
  for (TokenIndex words = 0; token > start && words < kMostPhraseWords; --token, ++words) {
    const Token& word = document_.tokens[token - 1];
    if (word.upos == Upos::verb) return token - 1;
    if (!is_in_noun_phrase(word)) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<TokenIndex> WordOrder::governing(TokenIndex first) const {
  const Auxiliaries auxiliaries = auxiliaries_before(predicate_from(first));
  TokenIndex token = auxiliaries.first;
  const TokenIndex start = start_of(first);
  if (token == start) return std::nullopt;
  const bool gerund = auxiliaries.having || document_.tokens[first].xpos == Xpos::vbg ||
                      document_.word(first).ends_with("ing");
  const Upos before = document_.tokens[token - 1].upos;
  const bool preposition = !auxiliaries.to && gerund &&
                           (before == Upos::adp || before == Upos::sconj || before == Upos::part);
  if (preposition) --token;
  const bool follows = auxiliaries.to || auxiliaries.having || preposition;
  if (!follows || token == start) return std::nullopt;
  return token - 1;
}

// "worry they will be abducted": a governing word at once before the subject of a clause that no "that" opens.
bool WordOrder::opens_content(TokenIndex token, TokenIndex head) const {
  if (token + 1 >= head || !is_verbal(document_.tokens[head])) return false;
  const Token& word = document_.tokens[token];
  const Token& next = document_.tokens[token + 1];
  // "not established who opened fire": who is asked, not whether.
  if (next.xpos == Xpos::wp || next.xpos == Xpos::wdt || next.xpos == Xpos::wp_poss) return false;
  const bool pronoun = next.xpos == Xpos::prp && next.upos == Upos::pron;
  const bool passive = word.xpos == Xpos::vbn && token > 0 && document_.lemma(token - 1) == "be";
  const bool verb =
      word.upos == Upos::verb && word.xpos != Xpos::vbg && (word.xpos != Xpos::vbn || passive);
  if (!verb && !(word.upos == Upos::noun && pronoun)) return false;
  const bool governs = words_.find(document_, token, StatusRole::governs) ||
                       (passive && words_.find(document_, token, StatusRole::governs_passive));
  if (!governs) return false;
  const bool subject = is_nominal(next) || next.upos == Upos::det || next.upos == Upos::adj;
  // A subject and a verb of its own: "fear the town fell", not "fear to fall" nor "feared attackers".
  const Xpos own = document_.tokens[head].xpos;
  const bool finite = own == Xpos::vbd || own == Xpos::vbz || own == Xpos::vbp ||
                      (document_.tokens[head - 1].upos == Upos::aux);
  return subject && finite;
}

std::optional<TokenIndex> WordOrder::before_that(TokenIndex head) const {
  const TokenIndex start = start_of(head);
  TokenIndex token = head;
  for (TokenIndex words = 0; token > start && words < kMostClauseWords; --token, ++words) {
    const Token& word = document_.tokens[token - 1];
    if (lower_ascii(document_.word(token - 1)) == "that") {
      // "the attack that killed nine": there it is the subject itself.
      const Upos next = document_.tokens[token].upos;
      const bool opens = word.upos == Upos::sconj || (next != Upos::verb && next != Upos::aux);
      return opens && token - 1 > start ? std::optional(token - 2) : std::nullopt;
    }
    if (opens_content(token - 1, head)) return token - 1;
    if (word.upos == Upos::verb && word.xpos != Xpos::vbn) return std::nullopt;
    if (word.upos == Upos::punct || word.upos == Upos::sconj || word.upos == Upos::cconj)
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<TokenIndex> WordOrder::predicate_after(TokenIndex last) const {
  const Sentence& sentence = document_.sentences[document_.tokens[last].sentence];
  TokenIndex token = last + 1;
  for (TokenIndex words = 0; token < sentence.last && words < kMostSubjectWords; ++token, ++words) {
    const Token& word = document_.tokens[token];
    if (!is_in_noun_phrase(word) && word.upos != Upos::adp) break;
  }
  const TokenIndex auxiliary = token;
  while (token < sentence.last && (document_.tokens[token].upos == Upos::aux ||
                                   document_.tokens[token].upos == Upos::adv || is_none(token)))
    ++token;
  if (token >= sentence.last) return std::nullopt;
  // "fatalities expected to rise"
  if (token == auxiliary) {
    const bool reduced = document_.tokens[token].xpos == Xpos::vbn && token + 1 < sentence.last &&
                         document_.word(token + 1) == "to";
    return reduced ? std::optional(token) : std::nullopt;
  }
  const Token& found = document_.tokens[token];
  const bool passive = found.xpos == Xpos::vbn && document_.lemma(token - 1) == "be";
  const bool predicate = passive || found.upos == Upos::adj;
  return predicate ? std::optional(token) : std::nullopt;
}

const StatusWord* WordOrder::preposition_before(TokenIndex first) const {
  const TokenIndex start = start_of(first);
  TokenIndex token = first;
  for (TokenIndex words = 0; token > start && words < kMostPhraseWords; --token, ++words) {
    if (!is_in_noun_phrase(document_.tokens[token - 1])) break;
  }
  if (token < start + 2 || document_.tokens[token - 1].upos != Upos::adp) return nullptr;
  const StatusWord* const word = words_.find(document_, token - 2, StatusRole::mark);
  return word && word->second == lower_ascii(document_.word(token - 1)) ? word : nullptr;
}

}  // namespace relata
