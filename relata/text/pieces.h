// SPDX-License-Identifier: Apache-2.0
// Pieces: a document's words cut finer than tokens, into runs of letters, runs of digits and single marks, so that
// "20-30", "Jul 152015" and "27-year-old" read the same whatever the tokenizer made of them. For the lexical grammars
// of times and quantities.
//
//   Pieces pieces(document);
//   for (const Piece& piece : pieces.of_sentence(0)) …
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/span.h"
#include "relata/text/document.h"

namespace relata {

enum class PieceKind : std::uint8_t { word, digits, mark };

struct Piece {
  Span span;
  std::string_view lower;  // the words with ASCII letters lowered
  TokenIndex token = 0;    // the token that it is part of
  PieceKind kind = PieceKind::word;
  bool spaced = false;   // white space stands before it
  bool capital = false;  // begins with an ASCII capital

  [[nodiscard]] bool is(std::string_view word) const { return lower == word; }
  [[nodiscard]] bool is_dash() const;  // "-", "–", "—" and the other dashes
};

// The pieces point into the object: it is neither copied nor moved.
class Pieces {
 public:
  explicit Pieces(const Document& document);
  Pieces(const Pieces&) = delete;
  Pieces& operator=(const Pieces&) = delete;

  [[nodiscard]] std::span<const Piece> all() const { return pieces_; }
  [[nodiscard]] std::span<const Piece> of_sentence(std::size_t sentence) const;

 private:
  std::string lowered_;
  std::vector<Piece> pieces_;
  std::vector<std::size_t> sentences_;  // first piece of each sentence, and the end
};

}  // namespace relata
