// SPDX-License-Identifier: Apache-2.0
// Counts in a sentence, by words alone: a number with what bounds it ("at least", "up to") and the noun phrase that it
// counts. Years, dates, ages, ordinals, measures, money and names with numbers are left out here.
//
//   for (const CountPhrase& count : read_counts(pieces, document, lexicon)) …
//
// What happened to those counted is read after it (harm.h).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "relata/quantities/quantity_lexicon.h"
#include "relata/text/document.h"
#include "relata/text/pieces.h"

namespace relata {

// Pieces are counted within the sentence.
struct CountPhrase {
  std::size_t begin = 0;   // with its bounds: "at least"
  std::size_t number = 0;  // where the number begins
  std::size_t number_end = 0;
  std::size_t end = 0;  // after the noun phrase and what bounds it from behind
  std::optional<double> low = {};
  std::optional<double> high = {};
  NumberForm form = NumberForm::digits;
  bool share = false;       // a fraction of one
  bool of_them = false;     // "eight of them (children)"
  bool introduced = false;  // after "including", "among them": a part of what stands before
  std::optional<std::size_t> noun = {};  // the head of the noun phrase
  std::optional<CountWordKind> noun_kind = {};

  [[nodiscard]] bool counts_people() const {
    return noun_kind == CountWordKind::person || noun_kind == CountWordKind::body;
  }
};

// In order of the sentence. An article counts ("a woman") only before a noun for a person.
[[nodiscard]] std::vector<CountPhrase> read_counts(std::span<const Piece> pieces,
                                                   const Document& document,
                                                   const QuantityLexicon& lexicon);

}  // namespace relata
