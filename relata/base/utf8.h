// SPDX-License-Identifier: Apache-2.0
// UTF-8 as Relata uses it: text is kept as it is, byte for byte; these functions only look.
// CodePoints turns byte offsets into the code points that the outside world counts in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/span.h"

namespace relata {

// The first byte that is not well-formed UTF-8 (Unicode 15, table 3-7), or nothing if all is well.
[[nodiscard]] std::optional<std::size_t> first_bad_utf8(std::string_view text);

// Decodes the code point at `at` and moves `at` past it. The text must be well-formed; past the end gives 0.
char32_t next_code_point(std::string_view text, std::size_t& at);

// Appends the UTF-8 form of a code point; a surrogate or a value past U+10FFFF becomes U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

// Whether a span may begin or end at this byte.
[[nodiscard]] inline bool on_boundary(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

// Byte offsets to code-point offsets and back, of one well-formed text. A mark is kept every 64 bytes: O(1) to ask.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  [[nodiscard]] std::uint32_t at_byte(std::uint32_t byte) const;
  [[nodiscard]] Span outside(Span bytes) const { return Span{at_byte(bytes.begin), at_byte(bytes.end)}; }
  // The byte at which a code point begins; the text's size if there are fewer.
  [[nodiscard]] std::uint32_t byte_of(std::uint32_t code_point) const;
  [[nodiscard]] Span inside(Span code_points) const { return Span{byte_of(code_points.begin), byte_of(code_points.end)}; }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> marks_;  // code points before byte 64 * i
};

}  // namespace relata
