// SPDX-License-Identifier: Apache-2.0
// Looking at text from the left to the right, a word or number at a time: what the readers of dates and datelines are made of.
// Letters are those of ASCII: dates and credits are written with no others.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "relata/base/fold.h"

namespace relata {

[[nodiscard]] inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] inline bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] inline bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
[[nodiscard]] inline bool is_letter(char c) { return is_upper(c) || is_lower(c); }
[[nodiscard]] inline bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

// The letters that begin at `at`; empty if none does.
[[nodiscard]] inline std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_letter(text[end])) ++end;
  return at < end ? text.substr(at, end - at) : std::string_view();
}

// The first byte from `at` that is none of `characters`.
[[nodiscard]] inline std::size_t skip(std::string_view text, std::size_t at,
                                      std::string_view characters) {
  while (at < text.size() && characters.find(text[at]) != std::string_view::npos) ++at;
  return at;
}

struct ScannedNumber {
  unsigned value = 0;
  std::size_t digits = 0;  // 0: no number here, or more than nine digits
  std::size_t end = 0;
};

[[nodiscard]] inline ScannedNumber number_at(std::string_view text, std::size_t at) {
  ScannedNumber number{0, 0, at};
  while (number.end < text.size() && is_digit(text[number.end])) {
    if (++number.digits > 9) return ScannedNumber{0, 0, at};
    number.value = number.value * 10 + static_cast<unsigned>(text[number.end++] - '0');
  }
  return number;
}

// A word in lower case, "" if it is too long to be one of a list.
[[nodiscard]] inline std::string lower_word(std::string_view word) {
  return word.size() > 12 ? std::string() : lower_ascii(word);
}

// The value that a map with lower-case keys has for a word.
template <typename Map>
[[nodiscard]] std::optional<typename Map::mapped_type> find_lower(const Map& map,
                                                                  std::string_view word) {
  if (word.empty()) return std::nullopt;
  const auto found = map.find(lower_word(word));
  if (found == map.end()) return std::nullopt;
  return found->second;
}

}  // namespace relata
