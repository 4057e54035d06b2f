// SPDX-License-Identifier: Apache-2.0
#include "relata/text/pieces.h"

#include "relata/base/fold.h"
#include "relata/base/utf8.h"

namespace relata {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); }

// Marks beyond ASCII: Latin-1 signs, general punctuation, currency, the minus sign and arrows, CJK punctuation.
bool is_mark(char32_t c) {
  return (c >= 0x80 && c <= 0xBF) || (c >= 0x2000 && c <= 0x20CF) || (c >= 0x2190 && c <= 0x22FF) ||
         (c >= 0x3000 && c <= 0x303F) || c == 0xFEFF;
}

PieceKind kind_at(std::string_view text, std::size_t at, std::size_t& next) {
  const char c = text[at];
  if ((c & 0x80) == 0) {
    next = at + 1;
    return is_digit(c) ? PieceKind::digits : is_letter(c) ? PieceKind::word : PieceKind::mark;
  }
  next = at;
  return is_mark(next_code_point(text, next)) ? PieceKind::mark : PieceKind::word;
}

}  // namespace

bool Piece::is_dash() const {
  // U+2010 to U+2015 are the dashes, U+2212 the minus sign.
  return kind == PieceKind::mark && (lower == "-" || lower == "\u2212" ||
                                     (lower.size() == 3 && lower.starts_with("\xE2\x80") &&
                                      lower[2] >= '\x90' && lower[2] <= '\x95'));
}

Pieces::Pieces(const Document& document) : lowered_(lower_ascii(document.text)) {
  const std::string_view text = document.text;
  pieces_.reserve(document.tokens.size() + document.tokens.size() / 4);
  sentences_.reserve(document.sentences.size() + 1);
  std::uint32_t last_end = 0;
  for (const Sentence& sentence : document.sentences) {
    sentences_.push_back(pieces_.size());
    for (TokenIndex token = sentence.first; token < sentence.last; ++token) {
      const Span span = document.tokens[token].span;
      for (std::size_t at = span.begin; at < span.end;) {
        std::size_t end = at;
        const PieceKind kind = kind_at(text, at, end);
        std::size_t next = end;
        while (kind != PieceKind::mark && end < span.end && kind_at(text, end, next) == kind)
          end = next;
        const auto begin = static_cast<std::uint32_t>(at);
        pieces_.push_back(Piece{.span = {begin, static_cast<std::uint32_t>(end)},
                                .lower = std::string_view(lowered_).substr(at, end - at),
                                .token = token,
                                .kind = kind,
                                .spaced = begin > last_end,
                                .capital = is_upper(text[at])});
        last_end = static_cast<std::uint32_t>(end);
        at = end;
      }
    }
  }
  sentences_.push_back(pieces_.size());
}

std::span<const Piece> Pieces::of_sentence(std::size_t sentence) const {
  return all().subspan(sentences_[sentence], sentences_[sentence + 1] - sentences_[sentence]);
}

}  // namespace relata
