// SPDX-License-Identifier: Apache-2.0
#include "relata/text/characters.h"

namespace relata {
namespace {

CharKind ascii_kind(char32_t c) {
  if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z')) return CharKind::letter;
  if (c >= U'0' && c <= U'9') return CharKind::digit;
  if (c <= U' ' || c == 0x7F) return CharKind::space;
  switch (c) {
    case U'.':
    case U'!':
    case U'?':
      return CharKind::stop;
    case U'"':
    case U'\'':
    case U'`':
      return CharKind::quote;
    case U'(':
    case U'[':
    case U'{':
      return CharKind::open;
    case U')':
    case U']':
    case U'}':
      return CharKind::close;
    case U'-':
      return CharKind::dash;
    default:
      return CharKind::other;
  }
}

bool is_space(char32_t c) {
  return c == 0x85 || c == 0xA0 || c == 0xAD || c == 0x1680 || c == 0x061C ||
         (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
         (c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0xFEFF;
}

bool is_mark(char32_t c) {
  return (c >= 0x80 && c < 0xC0 && c != 0xAA && c != 0xB5 && c != 0xBA) || c == 0xD7 || c == 0xF7 ||
         c == 0x060C || c == 0x061B || c == 0x066A || (c >= 0x2016 && c <= 0x205E) ||
         (c >= 0x20A0 && c <= 0x20CF) || (c >= 0x2100 && c <= 0x2BFF) ||
         (c >= 0x3001 && c <= 0x303F) || (c >= 0xE000 && c <= 0xF8FF) || c == 0xFFFD ||
         (c >= 0x1F000 && c <= 0x1FAFF);
}

}  // namespace

CharKind kind_of(char32_t c) {
  if (c < 0x80) return ascii_kind(c);
  if (is_space(c)) return CharKind::space;
  switch (c) {
    case U'…':
    case U'؟':
    case U'۔':
    case U'。':
    case U'！':
    case U'？':
      return CharKind::stop;
    case U'‘':
    case U'’':
    case U'‚':
    case U'‛':
    case U'“':
    case U'”':
    case U'„':
    case U'‟':
    case U'«':
    case U'»':
    case U'‹':
    case U'›':
    case U'´':
    case U'ʼ':
      return CharKind::quote;
    case U'‐':
    case U'‑':
    case U'‒':
    case U'–':
    case U'—':
    case U'―':
    case U'−':
      return CharKind::dash;
    default:
      break;
  }
  if (c >= 0x0660 && c <= 0x0669) return CharKind::digit;
  return is_mark(c) ? CharKind::other : CharKind::letter;
}

}  // namespace relata
