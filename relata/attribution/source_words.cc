// SPDX-License-Identifier: Apache-2.0
#include "relata/attribution/source_words.h"

#include <algorithm>
#include <string>

#include "relata/base/fold.h"
#include "relata/text/noun_phrases.h"

namespace relata {

namespace {

bool is_name_word(const Token& token) {
  return token.upos == Upos::propn || token.upos == Upos::noun || token.upos == Upos::adj ||
         token.upos == Upos::num || token.upos == Upos::x || token.xpos == Xpos::pos ||
         token.upos == Upos::sym;
}

// "Aleppo | - | based": a hyphen, or a word behind one.
bool in_compound(const Document& document, TokenIndex token) {
  return document.tokens[token].xpos == Xpos::hyph ||
         (token > 0 && document.tokens[token - 1].xpos == Xpos::hyph);
}

bool is_personal(const Token& token) { return token.xpos == Xpos::prp; }

bool in_date(const Document& document, TokenIndex token) {
  return document.name_kind_over(token) == NameKind::date;
}

// "the Lantern | Observatory": not the one that everybody calls "the Observatory".
bool has_own_name(const Document& document, TokenIndex token) {
  if (token == 0) return false;
  const Token& before = document.tokens[token - 1];
  const char initial = document.word(token - 1)[0];
  return initial >= 'A' && initial <= 'Z' && before.upos != Upos::det &&
         !in_date(document, token - 1) && before.sentence == document.tokens[token].sentence;
}

// "AFPs correspondent", "Turkeys president": texts lose the apostrophe before what somebody owns.
bool lost_apostrophe(const Document& document, TokenIndex token) {
  if (token + 1 >= document.tokens.size() || !document.word(token).ends_with('s')) return false;
  const Upos next = document.tokens[token + 1].upos;
  return document.tokens[token].upos == Upos::propn &&
         (next == Upos::noun || next == Upos::adj || next == Upos::propn);
}

// Whether the word that ends a known name is only the beginning of other words: "Britain|-based monitor", "The
// Independent | Commission" for a newspaper that is called by a common word.
bool goes_on(const Document& document, const KnownVoice& voice, TokenIndex last) {
  if (last + 2 >= document.tokens.size()) return false;
  const Token& next = document.tokens[last + 1];
  const bool joined = next.span.begin == document.tokens[last].span.end;
  if (joined && document.word(last + 1) == "-" &&
      document.tokens[last + 2].span.begin == next.span.end) {
    return true;
  }
  return voice.name.starts_with("The ") && (next.upos == Upos::propn || next.upos == Upos::noun);
}

}  // namespace

std::optional<KnownWords> known_from(const Document& document, const KnownVoices& known,
                                     TokenIndex first, TokenIndex end, std::optional<Date> day) {
  std::optional<KnownWords> best;
  std::string key;
  TokenIndex limit = std::min(end, first + static_cast<TokenIndex>(KnownVoices::kLongestName));
  for (TokenIndex last = first; last < limit; ++last) {
    if (last > first && document.tokens[last].xpos == Xpos::comma) break;
    const std::size_t before = key.size();
    append_name_key(key, document.word(last));
    if (last > first && key.size() == before) continue;  // a mark or a clitic ends no name
    if (key.empty()) return std::nullopt;                // begins with a mark
    if (key == "the") {
      key.clear();
      continue;
    }
    if (key.find(' ') == std::string::npos) {
      // The first word of a name decides at once whether any can begin here.
      std::size_t longest = known.longest_from(key);
      if (longest == 0 && lost_apostrophe(document, last)) {
        key.pop_back();
        longest = known.longest_from(key);
      }
      if (longest == 0) return std::nullopt;
      limit = std::min(limit, last + static_cast<TokenIndex>(longest));
    }
    const std::size_t size = key.size();
    while (key.ends_with(' ')) key.pop_back();
    const Span span = document.span_of(first, last);
    const KnownVoice* voice = known.find_key(key, document.words(span), day);
    const bool another =
        voice && ((known.is_common(key) && has_own_name(document, last)) ||
                  (known.is_at_home_only(key) && voice->country != document.country));
    if (voice && !another && !goes_on(document, *voice, last))
      best = KnownWords{voice, {first, last + 1}};
    key.resize(size, ' ');
  }
  return best;
}

std::optional<KnownWords> known_before(const Document& document, const KnownVoices& known,
                                       TokenIndex first, TokenIndex end, std::optional<Date> day) {
  const auto longest = static_cast<TokenIndex>(KnownVoices::kLongestName);
  TokenIndex from = end > longest ? end - longest : 0;
  for (from = std::max(from, first); from < end; ++from) {
    const auto found = known_from(document, known, from, end, day);
    if (found && found->range.last == end) return found;
  }
  return std::nullopt;
}

const VoiceRole* role_at(const Document& document, const AttributionLexicon& lexicon,
                         TokenIndex head, TokenIndex first) {
  constexpr TokenIndex kLongestRole = 4;  // words
  const VoiceRole* best = nullptr;
  std::string words;
  for (TokenIndex at = head + 1; at-- > first && head - at < kLongestRole;) {
    std::string word =
        lower_ascii(at == head ? std::string_view(document.lemma(at)) : document.word(at));
    words = words.empty() ? word : word + " " + words;
    const VoiceRole* role = lexicon.role(words);
    if (!role && at == head && word.size() > 4 && word.ends_with('s')) {
      // A plural that the tagger took for a name keeps its ending: "Witnesses".
      word.pop_back();
      role = lexicon.role(word);
      if (!role && word.ends_with('e')) {
        word.pop_back();
        role = lexicon.role(word);
      }
      if (role) words = word;
    }
    if (role) best = role;
  }
  return best;
}

TokenRange source_phrase(const Clauses& clauses, TokenIndex head) {
  const Document& document = clauses.document();
  TokenRange range = clauses.phrase(head);
  if (range.empty() || !range.contains(head)) return {head, head + 1};
  // Days, and what ends in a preposition, belong to the clause before: "… on Tuesday state media said".
  while (range.first < head && in_date(document, range.first)) ++range.first;
  for (TokenIndex at = range.first; at < head; ++at) {
    const Token& token = document.tokens[at];
    // "some critically | The source": an article opens the phrase.
    if (at > range.first && token.upos == Upos::det && token.head == head) range.first = at;
    const bool clause = token.upos == Upos::adp || token.upos == Upos::sconj ||
                        token.upos == Upos::aux ||
                        (token.upos == Upos::verb && token.deprel != Deprel::amod &&
                         token.deprel != Deprel::compound);
    const bool named = at > range.first && document.tokens[at - 1].upos == Upos::propn &&
                       document.tokens[at + 1].upos == Upos::propn &&
                       (token.lemma == "of" || token.lemma == "for");
    if (clause && !named) range.first = at + 1;
  }
  // A new article right after a noun begins another phrase, where a comma was lost: "the watchdog | the attacker".
  for (TokenIndex at = head + 1; at < range.last; ++at) {
    const Upos before = document.tokens[at - 1].upos;
    const Token& token = document.tokens[at];
    const bool opens = token.upos == Upos::det && (before == Upos::noun || before == Upos::propn);
    if (opens && (token.head == kNoToken || token.head > at)) range.last = at;
  }
  return clauses.trimmed(range);
}

TokenRange with_known_name(const Document& document, const KnownVoices& known, TokenRange range,
                           TokenRange sentence) {
  const auto longest = static_cast<TokenIndex>(KnownVoices::kLongestName);
  const TokenIndex from =
      std::max(sentence.first, range.first > longest ? range.first - longest : 0);
  for (TokenIndex at = from; at < range.first; ++at) {
    const auto found = known_from(document, known, at, sentence.last, std::nullopt);
    if (found && found->range.last > range.first) {
      TokenRange wide{at, std::max(range.last, found->range.last)};
      if (at > sentence.first && document.tokens[at - 1].upos == Upos::det) --wide.first;
      return wide;
    }
  }
  return range;
}

TokenRange with_role_words(const Document& document, const AttributionLexicon& lexicon,
                           SourceWords source, TokenRange sentence) {
  TokenRange range = source.range;
  // "…, medic | Jane Doe told": a role before a name, whatever the tagger took it for.
  if (range.first > sentence.first) {
    const auto mention = document.mention_over(range.first);
    const VoiceRole* title = role_at(document, lexicon, range.first - 1, sentence.first);
    const bool person = mention && document.mentions[*mention].kind == NameKind::person &&
                        document.mentions[*mention].first == range.first;
    if (person && title && title->sort == RoleSort::person &&
        range.first >= sentence.first + title->words) {
      range.first -= static_cast<TokenIndex>(title->words);
      return range;
    }
  }
  const VoiceRole* role = role_at(document, lexicon, source.head, sentence.first);
  if (!role || !range.contains(source.head)) return range;
  const auto words = static_cast<TokenIndex>(role->words);
  if (source.head + 1 >= words + sentence.first)
    range.first = std::min(range.first, source.head + 1 - words);
  if (!role->takes_body) return range;
  const auto body =
      known_before(document, lexicon.known(), sentence.first, range.first, std::nullopt);
  return body ? TokenRange{body->range.first, range.last} : range;
}

SourceWords with_speaker_at(const Document& document, const AttributionLexicon& lexicon,
                            SourceWords source, TokenRange sentence) {
  TokenIndex at = source.range.first;
  if (at < sentence.first + 2 || document.tokens[at - 1].upos != Upos::adp) return source;
  const auto named = document.mention_over(source.head);
  if (named && document.mentions[*named].kind == NameKind::person) return source;
  const TokenIndex noun = at - 2;
  const VoiceRole* role = role_at(document, lexicon, noun, sentence.first);
  const Xpos tag = document.tokens[noun].xpos;
  const bool person = role && role->sort == RoleSort::person && tag != Xpos::nns;
  if (!person || document.tokens[noun].upos != Upos::noun) return source;
  at = noun + 1 - static_cast<TokenIndex>(std::min<std::size_t>(role->words, noun + 1));
  if (at == sentence.first || document.tokens[at - 1].upos != Upos::det) return source;
  return SourceWords{{at - 1, source.range.last}, noun};
}

SourceWords with_hyphen(const Document& document, SourceWords source, TokenRange sentence) {
  TokenIndex at = source.range.last;
  const bool joined = at + 2 < sentence.last && document.word(at) == "-" &&
                      document.tokens[at].span.begin == document.tokens[at - 1].span.end &&
                      document.tokens[at + 1].span.begin == document.tokens[at].span.end;
  if (!joined) return source;
  for (at += 2; at < sentence.last && is_name_word(document.tokens[at]); ++at) {
    source.range.last = at + 1;
    source.head = at;
  }
  return source;
}

std::optional<SourceWords> with_name_before(const Document& document, const KnownVoices& known,
                                            SourceWords source, TokenRange sentence) {
  const TokenIndex first = source.range.first;
  if (first == sentence.first) return std::nullopt;
  const Token& token = document.tokens[first];
  const bool article = document.word(first) == "a" || document.word(first) == "an";
  if (!article && token.upos != Upos::noun) return std::nullopt;
  const TokenIndex before = first - 1;
  const auto mention = document.mention_over(before);
  if (mention && document.mentions[*mention].kind == NameKind::person &&
      document.mentions[*mention].last == first) {
    const Mention& person = document.mentions[*mention];
    return SourceWords{{person.first, source.range.last}, person.last - 1};
  }
  if (!article) return std::nullopt;
  const auto name = known_before(document, known, sentence.first, first, std::nullopt);
  if (!name || name->voice->kind == VoiceKind::government) return std::nullopt;
  return SourceWords{{name->range.first, source.range.last}, name->range.last - 1};
}

std::optional<SourceWords> source_after(const Clauses& clauses, const AttributionLexicon& lexicon,
                                        TokenIndex first) {
  const Document& document = clauses.document();
  const TokenRange sentence = clauses.sentence_of(first);
  TokenIndex begin = first;
  if (document.tokens[begin].upos == Upos::det && begin + 1 < sentence.last) ++begin;
  const auto known = known_from(document, lexicon.known(), begin, sentence.last, std::nullopt);
  if (!known) return std::nullopt;
  const TokenIndex next = known->range.last;
  if (next < sentence.last) {
    const Token& token = document.tokens[next];
    // "the Observatory's head", "UN officials": the name goes on into a longer phrase.
    const Token& last = document.tokens[next - 1];
    const bool longer = token.xpos == Xpos::pos || token.upos == Upos::cconj ||
                        ((token.upos == Upos::noun || token.upos == Upos::propn) &&
                         (last.head == next || role_at(document, lexicon, next, next)));
    if (longer) return std::nullopt;
  }
  return SourceWords{{first, next}, next - 1};
}

// Where the words before `end` end once a short form in parentheses is left out; `end` if there is none.
TokenIndex before_parenthesis(const Document& document, TokenIndex end, TokenIndex first) {
  constexpr TokenIndex kLongest = 4;
  if (end <= first + 2 || document.word(end - 1) != ")") return end;
  for (TokenIndex at = end - 1; at-- > first && end - at <= kLongest + 1;) {
    if (document.word(at) == "(") return at > first ? at : end;
  }
  return end;
}

// The noun before "on the ground", "in the city", if people are called so.
std::optional<TokenIndex> speaker_before_place(const Document& document,
                                               const AttributionLexicon& lexicon, TokenIndex first,
                                               TokenIndex end) {
  constexpr TokenIndex kLongestPlace = 6;
  for (TokenIndex at = end; at-- > first + 1 && end - at <= kLongestPlace;) {
    const Upos upos = document.tokens[at].upos;
    if (upos == Upos::adp) {
      const VoiceRole* role = role_at(document, lexicon, at - 1, first);
      if (role && role->sort == RoleSort::person) return at - 1;
      return std::nullopt;
    }
    if (upos != Upos::noun && upos != Upos::propn && upos != Upos::det && upos != Upos::adj &&
        !in_compound(document, at))
      return std::nullopt;
  }
  return std::nullopt;
}

// "Jane Doe, a spokeswoman for the charity, | said": the person named before a parenthesis without a verb.
std::optional<SourceWords> person_before(const Clauses& clauses, TokenIndex end) {
  constexpr TokenIndex kFarthest = 20;
  const Document& document = clauses.document();
  const TokenRange sentence = clauses.sentence_of(end);
  for (TokenIndex at = end; at-- > sentence.first && end - at < kFarthest;) {
    const Token& token = document.tokens[at];
    if (token.upos == Upos::verb && token.xpos != Xpos::vbn && token.xpos != Xpos::vbg)
      return std::nullopt;
    const auto mention = document.mention_over(at);
    if (!mention || document.mentions[*mention].kind != NameKind::person) continue;
    const Mention& person = document.mentions[*mention];
    if (person.last < end && document.tokens[person.last].xpos != Xpos::comma) continue;
    return SourceWords{{person.first, end}, person.last - 1};
  }
  return std::nullopt;
}

std::optional<SourceWords> source_before(const Clauses& clauses, const AttributionLexicon& lexicon,
                                         TokenIndex end) {
  if (end == 0) return std::nullopt;
  const Document& document = clauses.document();
  const TokenRange sentence = clauses.sentence_of(end - 1);
  // "the Ledger Network (LN) | reported": the short form belongs to the name.
  const TokenIndex open = before_parenthesis(document, end, sentence.first);
  if (open < end) {
    auto words = source_before(clauses, lexicon, open);
    if (words) words->range.last = end;
    return words;
  }
  if (is_personal(document.tokens[end - 1])) return SourceWords{{end - 1, end}, end - 1};
  if (document.tokens[end - 1].xpos == Xpos::comma) return person_before(clauses, end - 1);
  if (const auto known =
          known_before(document, lexicon.known(), sentence.first, end, std::nullopt)) {
    TokenRange range = known->range;
    if (range.first > sentence.first && document.tokens[range.first - 1].upos == Upos::det)
      --range.first;
    return SourceWords{range, known->range.last - 1};
  }
  TokenIndex head = end - 1;
  if (!may_speak(clauses, lexicon, head)) {
    // "sources on the ground | said": the place of who speaks.
    const auto noun = speaker_before_place(document, lexicon, sentence.first, end);
    if (!noun) return std::nullopt;
    head = *noun;
  }
  const VoiceRole* role = role_at(document, lexicon, head, sentence.first);
  TokenIndex first = head;
  if (role)
    first = head + 1 -
            static_cast<TokenIndex>(std::min<std::size_t>(role->words, head + 1 - sentence.first));
  while (first > sentence.first) {
    first = before_parenthesis(document, first, sentence.first);
    if (first == sentence.first) break;
    const TokenIndex before = first - 1;
    const Token& token = document.tokens[before];
    if (token.upos == Upos::det) {
      first = before;
      break;
    }
    // What modifies the words so far belongs to them; a place or a day before a role word may not: "in Aleppo | local sources".
    const bool modifies = token.head != kNoToken && token.head >= first && token.head < end;
    const bool joined = token.xpos == Xpos::hyph || document.tokens[first].xpos == Xpos::hyph ||
                        (before > sentence.first && document.tokens[before - 1].xpos == Xpos::hyph);
    const bool named = (!role || head + 1 < end) && token.upos == Upos::propn;
    if (in_date(document, before) || !(joined || named || (is_name_word(token) && modifies))) break;
    first = before;
  }
  return SourceWords{{first, end}, head};
}

std::optional<SourceWords> source_behind(const Clauses& clauses, const AttributionLexicon& lexicon,
                                         TokenIndex first) {
  const Document& document = clauses.document();
  const TokenRange sentence = clauses.sentence_of(first);
  if (is_personal(document.tokens[first])) return SourceWords{{first, first + 1}, first};
  TokenIndex end = first;
  while (end < sentence.last) {
    const Token& token = document.tokens[end];
    const bool opens = end == first && token.upos == Upos::det;
    const bool describes = token.xpos == Xpos::vbn && token.deprel == Deprel::amod;  // "trusted"
    if (!opens && !describes && !is_name_word(token) && !in_compound(document, end)) break;
    if (in_date(document, end)) break;
    ++end;
  }
  // The last word that can speak heads it: what follows may belong to the next clause.
  for (TokenIndex head = end; head-- > first;) {
    if (is_name_word(document.tokens[head]) && may_speak(clauses, lexicon, head))
      return SourceWords{{first, head + 1}, head};
  }
  return std::nullopt;
}

bool names_nobody(const Clauses& clauses, TokenIndex head) {
  const Document& document = clauses.document();
  for (const TokenIndex child : document.children[head]) {
    const std::string& lemma = document.lemma(child);
    if (child < head && (lemma == "no" || lemma == "neither")) return true;
  }
  return is_nobody(document.tokens[head]);
}

bool may_speak(const Clauses& clauses, const AttributionLexicon& lexicon, TokenIndex head) {
  const Document& document = clauses.document();
  const Token& token = document.tokens[head];
  if (is_personal(token)) return true;
  if (role_at(document, lexicon, head, clauses.sentence_of(head).first)) return true;
  if (token.upos != Upos::propn) return false;
  const auto mention = document.mention_over(head);
  if (!mention || !document.mentions[*mention].kind) return true;
  const NameKind kind = *document.mentions[*mention].kind;
  if (kind ==
      NameKind::place) {  // only one that stands for those who govern there: "Damascus said"
    const std::string_view name = document.words(document.mentions[*mention].span);
    return lexicon.known().find(name, std::nullopt) != nullptr;
  }
  return kind == NameKind::person || kind == NameKind::organisation ||
         kind == NameKind::armed_group || kind == NameKind::nationality;
}

}  // namespace relata
