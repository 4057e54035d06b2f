// SPDX-License-Identifier: Apache-2.0
#include "relata/export/plover_actors.h"

#include <algorithm>
#include <optional>

namespace relata {
namespace {

struct Subject {
  TokenIndex token = 0;
  TokenIndex verb = 0;
  bool passive = false;
};

std::optional<Subject> own_subject(const Document& document, TokenIndex verb) {
  for (const TokenIndex child : document.children[verb]) {
    switch (document.tokens[child].deprel) {
      case Deprel::nsubj:
      case Deprel::nsubj_outer:
        return Subject{child, verb, false};
      case Deprel::nsubj_pass:  // "have agreed" is none, whatever the tree says
        return Subject{child, verb, document.child(verb, Deprel::aux_pass).has_value()};
      default:
        break;
    }
  }
  return std::nullopt;
}

// The subject of the word, or of the nearest word above it that has one. Pronouns are passed over: whoever they stand for
// is most often the subject above.
std::optional<Subject> subject_over(const Document& document, TokenIndex word) {
  for (TokenIndex at = word; at != kNoToken; at = document.tokens[at].head) {
    const auto subject = own_subject(document, at);
    if (subject && document.tokens[subject->token].upos != Upos::pron) return subject;
  }
  return std::nullopt;
}

// Whether what stands right of a noun is still part of its name: "leaders of the council", "minister Nour Haddad".
bool names_more_closely(const Document& document, TokenIndex noun, TokenIndex child) {
  switch (document.tokens[child].deprel) {
    case Deprel::compound:
    case Deprel::flat:
    case Deprel::appos:
    case Deprel::conj:
      return true;
    case Deprel::nmod:
      return document.extent(child).first == noun + 1;
    default:
      return false;
  }
}

// Whether a word before a noun only joins it to others: "by", "and", a comma.
bool joins(Deprel deprel) {
  return deprel == Deprel::case_ || deprel == Deprel::cc || deprel == Deprel::mark ||
         deprel == Deprel::punct;
}

// A noun with what names it more closely: all that stands before it, and the rest of its name.
Span phrase_at(const Document& document, TokenIndex noun) {
  Span span = document.tokens[noun].span;
  for (const TokenIndex child : document.children[noun]) {
    if (child < noun && !joins(document.tokens[child].deprel))
      span = cover(span, document.tokens[document.extent(child).first].span);
  }
  for (const TokenIndex child : document.children[noun]) {
    if (child > noun && names_more_closely(document, noun, child))
      span = cover(span, document.tokens[child].span);
  }
  if (const auto mention = document.mention_over(noun))
    span = cover(span, document.mentions[*mention].span);
  return span;
}

std::optional<TokenIndex> agent_of(const Document& document, TokenIndex verb) {
  return document.child(verb, Deprel::obl_agent);
}

bool is_actor(const Mention& mention) {
  if (!mention.kind) return false;
  switch (*mention.kind) {
    case NameKind::person:
    case NameKind::organisation:
    case NameKind::armed_group:
    case NameKind::place:
    case NameKind::nationality:
      return true;
    case NameKind::facility:
    case NameKind::weapon:
    case NameKind::date:
    case NameKind::quantity:
      return false;
  }
  return false;
}

// Whether the token belongs to a clause that only says who told the sentence: "…, witnesses said".
bool in_tail(const Document& document, TokenIndex token) {
  for (TokenIndex at = token; at != kNoToken; at = document.tokens[at].head) {
    if (document.tokens[at].deprel == Deprel::parataxis) return true;
  }
  return false;
}

// Whoever is named first in the sentence, before the word.
std::optional<Span> named_before(const Document& document, TokenIndex word) {
  const TokenIndex first = document.sentences[document.tokens[word].sentence].first;
  for (const Mention& mention : document.mentions) {
    if (mention.first >= first && mention.last <= word && is_actor(mention))
      return phrase_at(document, mention.head);
  }
  return std::nullopt;
}

// Whoever is named first after the word, else before it, and is not `other`.
std::optional<Span> named_near(const Document& document, TokenIndex word,
                               const std::optional<Span>& other) {
  const Sentence& sentence = document.sentences[document.tokens[word].sentence];
  std::optional<Span> before;
  for (const Mention& mention : document.mentions) {
    if (mention.first < sentence.first || mention.last > sentence.last || !is_actor(mention))
      continue;
    const Span span = phrase_at(document, mention.head);
    if ((other && other->overlaps(span)) || in_tail(document, mention.head)) continue;
    if (mention.first > word) return span;
    if (!before) before = span;
  }
  return before;
}

std::optional<Span> object_of(const Document& document, TokenIndex verb) {
  const auto object = document.child(verb, Deprel::obj);
  if (!object) return std::nullopt;
  return phrase_at(document, *object);
}

std::vector<Span> as_list(const std::optional<Span>& span) {
  return span ? std::vector<Span>{*span} : std::vector<Span>{};
}

}  // namespace

PloverActors actors_around(const Document& document, TokenIndex word, bool by_speaker) {
  const auto subject = subject_over(document, word);
  std::optional<Span> source, target;
  if (subject && by_speaker) {
    const TokenIndex above = document.tokens[subject->verb].head;
    const auto speaker = above == kNoToken ? std::nullopt : subject_over(document, above);
    if (speaker) {
      source = phrase_at(document, speaker->token);
      target = phrase_at(document, subject->token);
    } else {
      source = phrase_at(document, subject->token);
    }
  } else if (subject && subject->passive) {
    target = phrase_at(document, subject->token);
    if (const auto agent = agent_of(document, subject->verb)) source = phrase_at(document, *agent);
    if (!source) source = named_near(document, word, target);
  } else if (subject) {
    source = phrase_at(document, subject->token);
  }
  if (!source && !target) source = named_before(document, word);
  if (!target) target = named_near(document, word, source);
  if (!target) target = object_of(document, word);
  return {as_list(source), as_list(target)};
}

}  // namespace relata
