// SPDX-License-Identifier: Apache-2.0
// TimePieces: the pieces of one sentence with what each means as a word of time; what the grammars of time read from.
// Every question may be asked past the ends: the answer is then no.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "relata/text/pieces.h"
#include "relata/times/time_lexicon.h"
#include "relata/times/time_phrase.h"

namespace relata {

class TimePieces {
 public:
  TimePieces(std::span<const Piece> pieces, const TimeLexicon& lexicon);

  [[nodiscard]] std::size_t size() const { return pieces_.size(); }
  [[nodiscard]] const Piece& operator[](std::size_t at) const { return pieces_[at]; }
  [[nodiscard]] std::span<const Piece> all() const { return pieces_; }
  [[nodiscard]] const TimeLexicon& lexicon() const { return *lexicon_; }
  // Whether anything of time can begin there: a word of time, digits, or a number word with a word of time soon after.
  [[nodiscard]] bool may_begin(std::size_t at) const {
    if (pieces_[at].kind != PieceKind::word) return pieces_[at].kind == PieceKind::digits;
    for (std::size_t near = at; near < size() && near <= at + 4; ++near) {
      if (words_[near] != nullptr) return true;
    }
    return pieces_[at].is("once") || pieces_[at].is("twice") || is(at + 1, "half");
  }

  // What the word there means, if it is of that kind.
  [[nodiscard]] const TimeWord* word(std::size_t at, TimeWordKind kind) const {
    return at < size() && words_[at] != nullptr && words_[at]->kind == kind ? words_[at] : nullptr;
  }
  [[nodiscard]] bool is(std::size_t at, std::string_view lower) const {
    return at < size() && pieces_[at].is(lower);
  }
  [[nodiscard]] bool is_any(std::size_t at, std::initializer_list<std::string_view> lower) const;
  [[nodiscard]] bool is_dash(std::size_t at) const { return at < size() && pieces_[at].is_dash(); }
  // Whether no white space parts it from the piece before.
  [[nodiscard]] bool adjoins(std::size_t at) const { return at < size() && !pieces_[at].spaced; }
  [[nodiscard]] bool is_word(std::size_t at) const {
    return at < size() && pieces_[at].kind == PieceKind::word;
  }
  // Digits there: `least` to `most` of them.
  [[nodiscard]] std::optional<int> digits(std::size_t at, std::size_t least,
                                          std::size_t most) const;
  // Past the piece there if it is `lower`.
  [[nodiscard]] std::size_t past(std::size_t at, std::string_view lower) const {
    return is(at, lower) ? at + 1 : at;
  }

 private:
  std::span<const Piece> pieces_;
  std::vector<const TimeWord*> words_;
  const TimeLexicon* lexicon_;
};

// A phrase of time read from pieces [.., end).
struct ReadPhrase {
  TimePhrase phrase = {};
  std::size_t end = 0;
  std::string day_part =
      {};  // TIMEX3 of the part of the day or the clock time beside it: "TMO", "T10:30"
};

}  // namespace relata
