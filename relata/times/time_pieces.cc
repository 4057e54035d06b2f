// SPDX-License-Identifier: Apache-2.0
#include "relata/times/time_pieces.h"

#include <algorithm>
#include <charconv>

namespace relata {

TimePieces::TimePieces(std::span<const Piece> pieces, const TimeLexicon& lexicon)
    : pieces_(pieces), lexicon_(&lexicon) {
  words_.reserve(pieces.size());
  for (const Piece& piece : pieces) {
    words_.push_back(piece.kind == PieceKind::word ? lexicon.find(piece.lower) : nullptr);
  }
}

bool TimePieces::is_any(std::size_t at, std::initializer_list<std::string_view> lower) const {
  return at < size() && std::find(lower.begin(), lower.end(), pieces_[at].lower) != lower.end();
}

std::optional<int> TimePieces::digits(std::size_t at, std::size_t least, std::size_t most) const {
  if (at >= size() || pieces_[at].kind != PieceKind::digits) return std::nullopt;
  const std::string_view text = pieces_[at].lower;
  if (text.size() < least || text.size() > most) return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace relata
