// SPDX-License-Identifier: Apache-2.0
// ParticipantWords: what a word by itself can be in a happening: somebody who does it, somebody or something that it is done to,
// or neither ("the attack", "shells", "Monday"). Names decide before word classes (data/event_words.tsv) do.
#pragma once

#include <optional>

#include "relata/events/event.h"
#include "relata/events/trigger_table.h"
#include "relata/events/victims.h"
#include "relata/text/document.h"

namespace relata {

class ParticipantWords {
 public:
  ParticipantWords(const Document& document, const TokenWords& words, const VictimClasses& victims)
      : document_(document), words_(words), victims_(victims) {}

  [[nodiscard]] bool has_class(TokenIndex token, ClassMask classes) const {
    return (words_.classes[token] & classes) != 0;
  }
  // Whether a word may stand for somebody or something at all: no date, no number.
  [[nodiscard]] bool may_act(TokenIndex token) const;
  // Whether it may do something: not a town, a building, or a happening that happens to be the subject.
  [[nodiscard]] bool may_do(TokenIndex token) const;
  // Whether it is known to be a doer: a force, aircraft, or a name of people who act.
  [[nodiscard]] bool is_doer(TokenIndex token) const;
  // A doer, or people of any kind.
  [[nodiscard]] bool is_somebody(TokenIndex token) const;
  // Whether something may be done to it: not the means, nor the happening itself.
  [[nodiscard]] bool may_suffer(TokenIndex token, EventType type) const;
  // "who", "which": the noun before it, where the tree did not show it, if there is one; any other token is itself.
  [[nodiscard]] std::optional<TokenIndex> antecedent(TokenIndex token) const;
  // Bombs and shells do nothing of themselves; aircraft stand for those who fly them.
  [[nodiscard]] bool is_weapon(TokenIndex token) const;

 private:
  const Document& document_;
  const TokenWords& words_;
  const VictimClasses& victims_;
};

}  // namespace relata
