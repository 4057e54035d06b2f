// SPDX-License-Identifier: Apache-2.0
#include "relata/attribution/clauses.h"

#include <algorithm>

namespace relata {

namespace {

bool is_object_like(Deprel deprel) {
  return deprel == Deprel::advcl || deprel == Deprel::xcomp || deprel == Deprel::conj ||
         deprel == Deprel::ccomp || deprel == Deprel::parataxis || deprel == Deprel::dep;
}

bool equal_lower(std::string_view word, std::string_view lower) {
  return word.size() == lower.size() &&
         std::equal(word.begin(), word.end(), lower.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
         });
}

}  // namespace

Clauses::Clauses(const Document& document) : document_(document) {
  extents_.reserve(document.tokens.size());
  for (TokenIndex t = 0; t < document.tokens.size(); ++t) extents_.push_back({t, t + 1});
  // A token widens every ancestor until one is wide enough already.
  for (TokenIndex t = 0; t < document.tokens.size(); ++t) {
    for (TokenIndex up = document.tokens[t].head; up != kNoToken; up = document.tokens[up].head) {
      TokenRange& range = extents_[up];
      if (range.contains(t)) continue;
      range = {std::min(range.first, t), std::max(range.last, t + 1)};
    }
  }
  pair_apostrophes();
}

// ''Like this,'' some newspapers mark quotations: the same sign opens and closes. A paragraph closes what it leaves open.
void Clauses::pair_apostrophes() {
  const auto is_mark = [this](TokenIndex t) { return document_.word(t) == "''"; };
  bool any = false;
  for (TokenIndex t = 0; t < document_.tokens.size() && !any; ++t) any = is_mark(t);
  if (!any) return;
  quoted_.assign(document_.tokens.size(), false);
  TokenIndex open = kNoToken;  // the mark that waits for its pair
  for (TokenIndex t = 0; t < document_.tokens.size(); ++t) {
    const auto& sentences = document_.sentences;
    const std::uint32_t paragraph = sentences[document_.tokens[t].sentence].paragraph;
    if (open != kNoToken && sentences[document_.tokens[open].sentence].paragraph != paragraph)
      open = kNoToken;
    if (!is_mark(t)) continue;
    if (open == kNoToken) {
      open = t;
      continue;
    }
    for (TokenIndex inside = open + 1; inside < t; ++inside) quoted_[inside] = true;
    open = kNoToken;
  }
}

bool Clauses::is_quote_mark(TokenIndex token) const {
  const Xpos xpos = document_.tokens[token].xpos;
  const std::string_view word = document_.word(token);
  return xpos == Xpos::open_quote || xpos == Xpos::close_quote || word == "\"" || word == "“" ||
         word == "”" || word == "''";
}

bool Clauses::opens_quote(TokenIndex token) const {
  return is_quote_mark(token) && token + 1 < document_.tokens.size() && quoted(token + 1) &&
         !quoted(token);
}

bool Clauses::closes_quote(TokenIndex token) const {
  return is_quote_mark(token) && token > 0 && quoted(token - 1) && !quoted(token);
}

TokenRange Clauses::sentence_of(TokenIndex token) const {
  const Sentence& sentence = document_.sentences[document_.tokens[token].sentence];
  return {sentence.first, sentence.last};
}

bool Clauses::is_place(TokenIndex token) const {
  return document_.name_kind_over(token) == NameKind::place;
}

std::optional<TokenIndex> Clauses::subject(TokenIndex verb) const {
  TokenIndex at = verb;
  for (int steps = 0; steps < 6;
       ++steps) {  // longer lines of shared subjects are errors of the tree
    // Of several, an error of the tree, the nearest before the verb; but not what only goes on with a list before it
    // ("SANA and the Observatory | monitoring group said").
    std::optional<TokenIndex> found;
    for (const TokenIndex child : document_.children[at]) {
      const Deprel deprel = document_.tokens[child].deprel;
      const bool subject = deprel == Deprel::nsubj || deprel == Deprel::nsubj_outer ||
                           (deprel == Deprel::nsubj_pass && at != verb);
      const bool goes_on = found && extents_[*found].last == extents_[child].first &&
                           document_.child(*found, Deprel::conj).has_value();
      if (subject && (child < at || !found) && !(found && is_place(child)) && !goes_on)
        found = child;
    }
    if (found) return found;
    const Token& token = document_.tokens[at];
    if (token.head == kNoToken) return std::nullopt;
    if (token.deprel == Deprel::acl) return token.head;
    if (!is_object_like(token.deprel)) return std::nullopt;
    if (token.deprel == Deprel::ccomp && at == verb && token.xpos != Xpos::vbg) return std::nullopt;
    if (token.deprel == Deprel::xcomp) {
      // "asked the army to say": the object controls, where there is one.
      if (const auto object = document_.child(token.head, Deprel::obj)) return object;
    }
    at = token.head;
  }
  return std::nullopt;
}

bool Clauses::passive(TokenIndex verb) const {
  bool patient = false;
  for (const TokenIndex child : document_.children[verb]) {
    const Deprel deprel = document_.tokens[child].deprel;
    if (deprel == Deprel::obl_agent || (deprel == Deprel::aux_pass && !is_acronym(child)))
      return true;
    patient |= deprel == Deprel::nsubj_pass;
  }
  // "has repeatedly denied": a perfect without "been" is active, whatever the tree calls its subject.
  const auto auxiliary = document_.child(verb, Deprel::aux);
  if (patient) return !(auxiliary && document_.lemma(*auxiliary) == "have");
  const Token& token = document_.tokens[verb];
  // A participle with an object is a finite verb that the tagger mistook: "the opposition | accused the army".
  const auto object = document_.child(verb, Deprel::obj);
  return token.xpos == Xpos::vbn && (token.deprel == Deprel::acl || token.deprel == Deprel::amod) &&
         !document_.child(verb, Deprel::nsubj) && !(object && *object > verb);
}

bool Clauses::is_acronym(TokenIndex token) const { return document_.word(token) == "IS"; }

bool Clauses::has_auxiliary(TokenIndex verb) const {
  return document_.child(verb, Deprel::aux) || document_.child(verb, Deprel::aux_pass);
}

bool Clauses::negated(TokenIndex verb) const {
  for (const TokenIndex child : document_.children[verb]) {
    const Token& token = document_.tokens[child];
    if (token.lemma == "not" || token.lemma == "never" || token.lemma == "n't" ||
        token.lemma == "cannot")
      return true;
    // FA-KES and other scraped texts lose the apostrophe: "cant", "didnt".
    if (token.deprel == Deprel::aux && document_.word(child).ends_with("nt")) return true;
  }
  return false;
}

TokenRange Clauses::trimmed(TokenRange range) const {
  const auto is_punct = [this](TokenIndex token) {
    return document_.tokens[token].upos == Upos::punct;
  };
  while (!range.empty() && is_punct(range.first)) ++range.first;
  while (!range.empty() && is_punct(range.last - 1)) --range.last;
  return range;
}

TokenRange Clauses::phrase(TokenIndex head) const {
  TokenRange range = extents_[head];
  // A clause or a paratactic piece that hangs on the noun by mistake, and what stands before its own premodifiers, is no part of it.
  for (const TokenIndex child : document_.children[head]) {
    const Token& token = document_.tokens[child];
    const bool foreign = token.deprel == Deprel::parataxis || token.deprel == Deprel::punct ||
                         token.deprel == Deprel::cop || token.deprel == Deprel::nsubj ||
                         token.deprel == Deprel::advcl || token.deprel == Deprel::mark ||
                         token.deprel == Deprel::case_ || token.deprel == Deprel::cc;
    if (!foreign) continue;
    const TokenRange part = extents_[child];
    if (child < head) range.first = std::max(range.first, part.last);
    if (child > head && token.deprel != Deprel::punct && token.deprel != Deprel::case_)
      range.last = std::min(range.last, part.first);
  }
  return trimmed(range);
}

std::optional<TokenIndex> Clauses::oblique(TokenIndex token, std::string_view marker) const {
  for (const TokenIndex child : document_.children[token]) {
    const Deprel deprel = document_.tokens[child].deprel;
    if (deprel != Deprel::obl && deprel != Deprel::nmod && deprel != Deprel::advcl &&
        deprel != Deprel::acl && deprel != Deprel::obl_agent && deprel != Deprel::xcomp &&
        deprel != Deprel::ccomp) {
      continue;
    }
    for (const TokenIndex grandchild : document_.children[child]) {
      const Deprel relation = document_.tokens[grandchild].deprel;
      if ((relation == Deprel::case_ || relation == Deprel::mark) && word_is(grandchild, marker))
        return child;
    }
  }
  return std::nullopt;
}

bool Clauses::has_mark(TokenIndex token, std::string_view word) const {
  for (const TokenIndex child : document_.children[token]) {
    if (document_.tokens[child].deprel == Deprel::mark && word_is(child, word)) return true;
  }
  return false;
}

bool Clauses::word_is(TokenIndex token, std::string_view lower) const {
  return equal_lower(document_.word(token), lower);
}

std::vector<TokenRange> without(const std::vector<TokenRange>& whole, TokenRange hole) {
  std::vector<TokenRange> rest;
  for (const TokenRange piece : whole) {
    if (!piece.overlaps(hole)) {
      rest.push_back(piece);
      continue;
    }
    if (piece.first < hole.first) rest.push_back({piece.first, hole.first});
    if (hole.last < piece.last) rest.push_back({hole.last, piece.last});
  }
  return rest;
}

}  // namespace relata
