// SPDX-License-Identifier: Apache-2.0
// WordView: what the models see of a word: hashes of its forms, endings and shape, made once per word.
// Digits look alike, and so do the many quotation marks, apostrophes and dashes.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace relata {

struct WordView {
  std::uint64_t form = 0;                 // as it stands
  std::uint64_t lower = 0;                // lower case, digits as 0
  std::array<std::uint64_t, 4> suffix{};  // of 1 to 4 bytes, lower case
  std::array<std::uint64_t, 3> prefix{};  // of 1 to 3 bytes, lower case
  std::uint64_t shape = 0;    // "Xx", "X.X.", "0-x"
  std::uint8_t size = 0;      // bytes, at most 255
  bool capital = false;       // begins with a capital letter
  bool all_capitals = false;  // two letters or more and none of them small
};

// The form with curly quotes, apostrophes and dashes written in ASCII. `buffer` is where it is written if it differs.
[[nodiscard]] std::string_view plain_form(std::string_view form, std::string& buffer);

[[nodiscard]] WordView view_word(std::string_view form);

}  // namespace relata
