// SPDX-License-Identifier: Apache-2.0
// Fingerprints of a text: it is cut into shingles of kShingleWords words, of which winnowing keeps the smallest hash of every
// kWindow neighbours (Schleimer, Wilkerson, Aiken 2003). Two texts that share kShingleWords + kWindow - 1 words in a row always
// share a fingerprint. Words are compared without case, accents and punctuation, and every number counts as the same word, so
// a toll that was brought up to date does not hide a copy.
//
//   fingerprints("Shelling of the market …")   // about one for every 8 words
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace relata {

inline constexpr std::size_t kShingleWords = 4;
inline constexpr std::size_t kWindow = 16;
inline constexpr int kFingerprintBits = 48;  // few enough for six bytes in a file

// Sorted, without repeats; none for a text of fewer than kShingleWords words. Pure: the same text gives the same.
[[nodiscard]] std::vector<std::uint64_t> fingerprints(std::string_view text);

// The words of a text as fingerprints compare them, hashed, in order.
[[nodiscard]] std::vector<std::uint64_t> hashed_words(std::string_view text);

}  // namespace relata
