// SPDX-License-Identifier: Apache-2.0
// What the payload of an erasure says, in words that any program can read:
//
//   payload := "erased " number "\n" "by " who "\n" "because " why "\n"      who and why: one line each, not empty
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace relata {

struct ErasureWords {
  std::uint64_t erased = 0;
  std::string who, why;
};

// Whether this can be said of somebody or something in one line.
[[nodiscard]] bool is_one_line(std::string_view words);
[[nodiscard]] std::string text_of(const ErasureWords& words);
// Nothing: the payload is no erasure's.
[[nodiscard]] std::optional<ErasureWords> erasure_words_of(std::string_view payload);

}  // namespace relata
