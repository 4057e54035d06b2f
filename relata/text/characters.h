// SPDX-License-Identifier: Apache-2.0
// What kind of character stands at a byte of a text: as far as tokens, sentences and quotations need to know. Fixed here and
// not asked of a library, so that the same report is cut alike by every version of it.
#pragma once

#include <cstdint>
#include <string_view>

#include "relata/base/utf8.h"

namespace relata {

enum class CharKind : std::uint8_t {
  space,   // white space, and marks that cannot be seen
  letter,  // of any script, and combining marks
  digit,
  stop,   // . ! ? and their like in other scripts
  quote,  // quotation marks and apostrophes of all kinds
  open,   // ( [ {
  close,  // ) ] }
  dash,   // hyphens and dashes
  other   // every other mark
};

[[nodiscard]] CharKind kind_of(char32_t c);

// The character at a byte, its kind and where the next begins.
struct CharAt {
  char32_t code = 0;
  CharKind kind = CharKind::space;
  std::uint32_t next = 0;
};
[[nodiscard]] inline CharAt char_at(std::string_view text, std::uint32_t at) {
  std::size_t next = at;
  const char32_t code = next_code_point(text, next);
  return {code, kind_of(code), static_cast<std::uint32_t>(next)};
}

[[nodiscard]] inline bool is_capital(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'À' && c <= U'Þ' && c != U'×') ||
         (c >= U'А' && c <= U'Я');
}
[[nodiscard]] inline bool is_small(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'ß' && c <= U'ÿ' && c != U'÷') ||
         (c >= U'а' && c <= U'я');
}

}  // namespace relata
