// SPDX-License-Identifier: Apache-2.0
#include "relata/base/utf8.h"

#include <doctest/doctest.h>

using namespace relata;

TEST_CASE("only well-formed UTF-8 passes, and the first bad byte is named") {
  struct {
    std::string_view input;
    int expected;  // -1: all is well
  } const cases[] = {
      {"", -1},          {"abc", -1},          {"حلب", -1},        {"\xF0\x9F\x98\x80", -1},
      {"a\x80", 1},      {"\xC0\xAF", 0},      {"\xE0\x80\xAF", 0}, {"\xED\xA0\x80", 0},
      {"\xF4\x90\x80\x80", 0}, {"ab\xE2\x82", 2}, {"\xFF", 0},
  };
  for (const auto& c : cases) {
    CAPTURE(c.input);
    const auto bad = first_bad_utf8(c.input);
    CHECK((bad ? static_cast<int>(*bad) : -1) == c.expected);
  }
}

TEST_CASE("byte offsets and code points agree both ways, across many marks") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "a’حلب😀";
  const CodePoints points(text);
  std::size_t at = 0;
  std::uint32_t count = 0;
  while (at < text.size()) {
    CHECK(points.at_byte(static_cast<std::uint32_t>(at)) == count);
    CHECK(points.byte_of(count) == at);
    next_code_point(text, at);
    ++count;
  }
  CHECK(points.at_byte(static_cast<std::uint32_t>(text.size())) == count);
  CHECK(points.byte_of(count) == text.size());
  CHECK(CodePoints("").at_byte(0) == 0);
}

TEST_CASE("a code point survives encoding and decoding") {
  for (const char32_t c : {U'a', U'é', U'ح', U'’', U'😀'}) {
    std::string text;
    append_utf8(text, c);
    std::size_t at = 0;
    CHECK(next_code_point(text, at) == c);
    CHECK(at == text.size());
  }
}
