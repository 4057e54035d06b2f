// SPDX-License-Identifier: Apache-2.0
// The numbers of the gazetteer file, shared by who writes and who reads it (grammar: gazetteer.h).
// Coordinates are 24-bit fractions of the globe: latitude in steps of 1.2 m, longitude of 2.4 m at the equator.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>

#include "relata/base/hash.h"

namespace relata::gazetteer_bytes {

inline constexpr std::string_view kMagic = "RELGAZ1\n";
inline constexpr std::size_t kSections = 8;
inline constexpr std::size_t kHeaderSize = kMagic.size() + 8 + kSections * 8;
inline constexpr std::size_t kPlaceSize = 18;
inline constexpr std::size_t kCountrySize = 5;
inline constexpr std::uint32_t kBlockNames = 16;
inline constexpr std::uint32_t kMost = (1u << 24) - 2;  // places, names
inline constexpr std::size_t kNameLimit = 255;          // bytes
inline constexpr std::size_t kLeastSkeleton = 2;        // consonants: shorter ones are not indexed

// The kind byte: PlaceKind in the low three bits, then what else is known.
inline constexpr std::uint8_t kKindMask = 0x07;
inline constexpr std::uint8_t kLentPoint =
    0x08;  // the point is that of the place that it is within
inline constexpr std::uint8_t kNoPoint = 0x10;
inline constexpr std::uint8_t kSkeleton = 0x20;  // found by skeleton
inline constexpr std::uint8_t kCapital = 0x40;
inline constexpr std::uint8_t kBare = 0x80;  // found by bare key

// The source number: with the highest bit a Who's On First number, else whose it is in two bits and the number in 29.
inline constexpr std::uint32_t kWhosOnFirst = 0x80000000u;
inline constexpr unsigned kSourceShift = 29;
inline constexpr std::uint32_t kSourceMask = (1u << kSourceShift) - 1;
inline constexpr std::array<std::string_view, 3> kSourceNames = {"relata:", "geonames:", "aleppo:"};
inline constexpr std::string_view kWhosOnFirstName = "wof:";

inline constexpr double kSteps = 8388607;  // 2^23 - 1

inline std::int32_t encode_degrees(double degrees, double most) {
  return static_cast<std::int32_t>(std::lround(degrees / most * kSteps));
}
inline double decode_degrees(std::int32_t steps, double most) {
  // Rounded to what the step can tell (five decimals), so that the same place prints alike everywhere.
  return std::round(steps * most / kSteps * 1e5) / 1e5;
}

inline std::uint32_t u24(const std::uint8_t* at) {
  return static_cast<std::uint32_t>(at[0]) | static_cast<std::uint32_t>(at[1]) << 8 |
         static_cast<std::uint32_t>(at[2]) << 16;
}
inline std::uint32_t u32(const std::uint8_t* at) {
  return u24(at) | static_cast<std::uint32_t>(at[3]) << 24;
}
inline std::int32_t i24(const std::uint8_t* at) {
  const std::uint32_t value = u24(at);
  return static_cast<std::int32_t>(value ^ 0x800000u) - 0x800000;
}

inline std::uint64_t hash(std::string_view key) {
  const std::uint64_t h = fnv1a(key);
  return h ^ (h >> 29);
}
inline std::uint32_t slot_of(std::uint64_t h, std::uint32_t slots) {
  return static_cast<std::uint32_t>(((h >> 32) * slots) >> 32);
}
inline std::uint32_t tag_of(std::uint64_t h) { return static_cast<std::uint32_t>(h & 0xFF); }

}  // namespace relata::gazetteer_bytes
