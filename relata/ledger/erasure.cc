// SPDX-License-Identifier: Apache-2.0
#include "relata/ledger/erasure.h"

#include <charconv>

namespace relata {

bool is_one_line(std::string_view words) {
  return !words.empty() && words.find_first_of(std::string_view("\n\r\0", 3)) == words.npos;
}

std::string text_of(const ErasureWords& words) {
  return "erased " + std::to_string(words.erased) + "\nby " + words.who + "\nbecause " + words.why +
         "\n";
}

std::optional<ErasureWords> erasure_words_of(std::string_view payload) {
  constexpr std::string_view kErased = "erased ", kBy = "\nby ", kBecause = "\nbecause ";
  const std::size_t by = payload.find(kBy), because = payload.find(kBecause);
  if (!payload.starts_with(kErased) || by == payload.npos || because == payload.npos ||
      because < by + kBy.size())
    return std::nullopt;
  ErasureWords words;
  const char* end = payload.data() + by;
  const auto number = std::from_chars(payload.data() + kErased.size(), end, words.erased);
  if (number.ec != std::errc() || number.ptr != end) return std::nullopt;
  words.who = payload.substr(by + kBy.size(), because - by - kBy.size());
  words.why = payload.substr(because + kBecause.size());
  if (!words.why.empty()) words.why.pop_back();
  if (!is_one_line(words.who) || !is_one_line(words.why) || text_of(words) != payload)
    return std::nullopt;
  return words;
}

}  // namespace relata
