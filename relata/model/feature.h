// SPDX-License-Identifier: Apache-2.0
// Feature: what a linear model looks at, as one well-mixed 64-bit number made from a template
// number and its parts. Two different features fall on one number about never (2^-64), so nothing
// keeps the words themselves.
//
//   features.push_back(feature(kPreviousWord, hash_text(word)));
//   features.push_back(feature(kTagPair, tag, previous_tag));
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace relata {

using Feature = std::uint64_t;

// Spreads every bit over all 64 (the finaliser of splitmix64).
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t value) {
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31);
}

// A number for a text, the same on every machine: model files hold these.
[[nodiscard]] inline std::uint64_t hash_text(std::string_view text) {
  std::uint64_t hash = 0x9E3779B97F4A7C15U ^ text.size();
  while (text.size() >= 8) {
    std::uint64_t block = 0;
    std::memcpy(&block, text.data(), 8);
    hash = mix(hash ^ block) + 0x9E3779B97F4A7C15U;
    text.remove_prefix(8);
  }
  std::uint64_t rest = 0;
  std::memcpy(&rest, text.data(), text.size());
  return mix(hash ^ rest);
}

// A feature of one to many numeric parts (word hashes, tags, distances). The order of the parts
// matters.
template <typename... Parts>
requires((std::is_integral_v<Parts> || std::is_enum_v<Parts>)&&...) [[nodiscard]] constexpr Feature
    feature(std::uint32_t template_id, Parts... parts) {
  std::uint64_t hash = (std::uint64_t{template_id} + 1) * 0x9E3779B97F4A7C15U;
  ((hash = (hash ^ static_cast<std::uint64_t>(parts)) * 0xD6E8FEB86659FD93U, hash ^= hash >> 32),
   ...);
  return mix(hash);
}

// A feature of one text.
[[nodiscard]] inline Feature feature(std::uint32_t template_id, std::string_view text) {
  return feature(template_id, hash_text(text));
}

}  // namespace relata
