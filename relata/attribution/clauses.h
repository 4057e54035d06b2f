// SPDX-License-Identifier: Apache-2.0
// Clauses: what the finders ask of a document's trees, with the extents of all subtrees counted once.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "relata/attribution/saying.h"
#include "relata/text/document.h"

namespace relata {

class Clauses {
 public:
  explicit Clauses(const Document& document);

  [[nodiscard]] const Document& document() const { return document_; }
  // Everything under a token.
  [[nodiscard]] TokenRange extent(TokenIndex token) const { return extents_[token]; }
  [[nodiscard]] TokenRange sentence_of(TokenIndex token) const;
  // The subject of a verb: its own, or the one it shares with the verb it is joined to. For a participle after a noun, the noun.
  [[nodiscard]] std::optional<TokenIndex> subject(TokenIndex verb) const;
  // "IS said": the Islamic State, which a tagger takes for the verb.
  [[nodiscard]] bool is_acronym(TokenIndex token) const;
  [[nodiscard]] bool passive(TokenIndex verb) const;
  [[nodiscard]] bool has_auxiliary(TokenIndex verb) const;
  [[nodiscard]] bool negated(TokenIndex verb) const;
  // The range of the noun phrase that a token heads, as it stands: modifiers, appositions, relative clauses; no punctuation at its ends.
  [[nodiscard]] TokenRange phrase(TokenIndex head) const;
  // The child with this case marker ("for" of "called for help"), if any.
  [[nodiscard]] std::optional<TokenIndex> oblique(TokenIndex token, std::string_view marker) const;
  [[nodiscard]] bool has_mark(TokenIndex token, std::string_view word) const;
  [[nodiscard]] bool word_is(TokenIndex token, std::string_view lower) const;
  [[nodiscard]] TokenRange trimmed(TokenRange range) const;
  // Whether a token stands inside quotation marks; those of the document, and pairs of '' as some newspapers write them.
  [[nodiscard]] bool quoted(TokenIndex token) const {
    return document_.tokens[token].quoted || (!quoted_.empty() && quoted_[token]);
  }
  [[nodiscard]] bool is_quote_mark(TokenIndex token) const;
  [[nodiscard]] bool opens_quote(TokenIndex token) const;
  [[nodiscard]] bool closes_quote(TokenIndex token) const;

 private:
  void pair_apostrophes();
  [[nodiscard]] bool is_place(TokenIndex token) const;

  const Document& document_;
  std::vector<TokenRange> extents_;
  std::vector<bool> quoted_;  // by pairs of ''; empty if there are none
};

// What is left of `whole` without `hole`.
[[nodiscard]] std::vector<TokenRange> without(const std::vector<TokenRange>& whole,
                                              TokenRange hole);

}  // namespace relata
