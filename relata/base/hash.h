// SPDX-License-Identifier: Apache-2.0
// The hash by which a frozen text is known: SHA-256, from libsodium. And a quick one, for comparing words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace relata {

// 64 hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

// FNV-1a in 64 bits (Fowler, Noll, Vo): fast, the same on every machine, and no secret. `hash`: of what came before.
inline constexpr std::uint64_t kFnvStart = 14695981039346656037U;
[[nodiscard]] constexpr std::uint64_t fnv1a(std::uint8_t byte, std::uint64_t hash) {
  return (hash ^ byte) * 1099511628211U;
}
[[nodiscard]] constexpr std::uint64_t fnv1a(std::string_view bytes,
                                            std::uint64_t hash = kFnvStart) {
  for (const char byte : bytes) hash = fnv1a(static_cast<std::uint8_t>(byte), hash);
  return hash;
}

}  // namespace relata
