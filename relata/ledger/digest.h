// SPDX-License-Identifier: Apache-2.0
// Digest: a SHA-256, and the two ways in which bytes are written as text: base64 (RFC 4648, with padding) and hexadecimal.
//
//   const Digest digest = sha256({"salt", "payload"});   // of the pieces one after the other
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace relata {

using Digest = std::array<std::uint8_t, 32>;

[[nodiscard]] Digest sha256(std::initializer_list<std::string_view> pieces);

// The bytes as a string sees them, without a copy.
[[nodiscard]] inline std::string_view view_of_bytes(std::span<const std::uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
// The digest that these bytes are; nothing: they are not 32.
[[nodiscard]] std::optional<Digest> digest_of(std::string_view bytes);

[[nodiscard]] std::string base64(std::string_view bytes);
// Nothing: not the base64 of anything. What is read has one spelling only.
[[nodiscard]] std::optional<std::string> bytes_of_base64(std::string_view text);

[[nodiscard]] std::string hex_of_bytes(std::string_view bytes);

}  // namespace relata
