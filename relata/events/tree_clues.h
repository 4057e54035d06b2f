// SPDX-License-Identifier: Apache-2.0
// TreeClues: what the tree says around one word that bears on whether an event happened: is it negated, would it only have
// been, is what it names taken as given? Facts about single words; how far they reach is the business of status.h.
//
//   clues.is_negated(confirm, kNoToken)      // "nobody could confirm that …"
#pragma once

#include "relata/events/status.h"
#include "relata/events/status_words.h"
#include "relata/events/word_order.h"
#include "relata/text/document.h"

namespace relata {

class TreeClues {
 public:
  TreeClues(const Document& document, const StatusWords& words, const EventPhrase& phrase)
      : document_(document), words_(words), order_(document, words), phrase_(phrase) {}

  // Whether a word denies: none that the event is told with, as in "received no aid".
  [[nodiscard]] bool is_none(TokenIndex token) const;
  // "nobody", "no marines", "none of the men", "not a single shell".
  [[nodiscard]] bool is_denied_argument(TokenIndex token) const;
  // "did not confirm", "no evidence", "nobody knows"; what hangs on it as `except` is left out.
  [[nodiscard]] bool is_negated(TokenIndex token, TokenIndex except) const;
  // "had the shells contained …, none would be alive"; "would have begun".
  [[nodiscard]] bool is_counterfactual(TokenIndex head) const;
  [[nodiscard]] bool has_have(TokenIndex head) const;
  [[nodiscard]] bool has_could(TokenIndex head) const;
  [[nodiscard]] bool is_passive(TokenIndex token) const;
  // What such a subject does, it would only do if it were: "an attack would drown the valley", "any raid will be avenged".
  [[nodiscard]] bool is_hypothetical(TokenIndex subject, TokenIndex head) const;
  // "the shelling", "their raid": what it names is taken as given.
  [[nodiscard]] bool is_definite(TokenIndex noun) const;
  // "who carried out the strike", "why they withdrew": asked or unclear is who or why, not whether.
  [[nodiscard]] bool asks_for_part(TokenIndex clause) const;
  // Not bound to a time of its own: "to attack", "of having attacked", "being attacked".
  [[nodiscard]] bool is_nonfinite(TokenIndex verb) const;
  // "that …", "whether …"
  [[nodiscard]] bool is_content_clause(TokenIndex clause) const;

 private:
  [[nodiscard]] bool has_any(TokenIndex noun) const;

  const Document& document_;
  const StatusWords& words_;
  WordOrder order_;
  const EventPhrase& phrase_;
};

}  // namespace relata
