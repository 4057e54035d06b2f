// SPDX-License-Identifier: Apache-2.0
// WordOrder: what stands at once before or beside an event's words and bears on whether it happened. Trees of news go
// wrong most often where clauses hang together ("no evidence that …", "is suspected of having …"), and there the order of
// the words is the better witness.
//
//   order.before_that(fled)       // "evidence" of "there is little evidence that anyone fled"
//
// It says where such words stand; what follows from them is the business of status.h.
#pragma once

#include <optional>

#include "relata/events/status_words.h"
#include "relata/text/document.h"

namespace relata {

class WordOrder {
 public:
  WordOrder(const Document& document, const StatusWords& words)
      : document_(document), words_(words) {}

  // "no longer holds", "did not attack", "swore not to attack".
  [[nodiscard]] bool is_negated(TokenIndex first) const;
  // "was to deliver"
  [[nodiscard]] bool is_scheduled(TokenIndex first) const;
  // "too weak to storm the fort"
  [[nodiscard]] bool is_too_much(TokenIndex first) const;
  // The entry of a word like "if" or "lest" that opens the clause of a verb, or of the subject of one.
  [[nodiscard]] const StatusWord* condition_before(TokenIndex head) const;
  // "none of the men was executed", "displaced no one": a denied subject that ends where the verb begins, or a denied object
  // that begins where it ends.
  [[nodiscard]] bool is_denied_beside(TokenIndex first, TokenIndex last) const;
  // Denied in "Had the shells held sarin, nobody would have lived", feared in "Were the dam to fall, the valley would drown".
  [[nodiscard]] std::optional<Status> inverted_condition(TokenIndex first) const;
  // The verb whose object a noun is by its place: "escaped" of "escaped certain execution".
  [[nodiscard]] std::optional<TokenIndex> verb_before(TokenIndex first) const;
  // The word that governs an infinitive or a gerund: "due" of "due to be airlifted", "short" of "short of calling".
  [[nodiscard]] std::optional<TokenIndex> governing(TokenIndex first) const;
  // The word before the "that" that opens the clause of a verb, or of the subject of one, or before a clause without it.
  [[nodiscard]] std::optional<TokenIndex> before_that(TokenIndex head) const;
  // The predicate that follows a noun and its phrases, or a clause: "averted" of "the raid on the port was averted".
  [[nodiscard]] std::optional<TokenIndex> predicate_after(TokenIndex last) const;
  // The entry of a preposition of several words that stands before a noun: "ahead of", "in case of".
  [[nodiscard]] const StatusWord* preposition_before(TokenIndex first) const;
  // A word of this token alone that denies: not that of "not only".
  [[nodiscard]] bool is_none(TokenIndex token) const;

 private:
  struct Auxiliaries {
    TokenIndex first = 0;  // the first of them, or the event's own first word
    bool negated = false;
    bool to = false;
    bool having = false;
    bool scheduled = false;  // "was to"
  };
  [[nodiscard]] Auxiliaries auxiliaries_before(TokenIndex first) const;
  [[nodiscard]] TokenIndex predicate_from(TokenIndex first) const;
  [[nodiscard]] bool governs(TokenIndex token) const;
  [[nodiscard]] bool opens_content(TokenIndex token, TokenIndex head) const;
  [[nodiscard]] TokenIndex start_of(TokenIndex token) const {
    return document_.sentences[document_.tokens[token].sentence].first;
  }

  const Document& document_;
  const StatusWords& words_;
};

}  // namespace relata
