// SPDX-License-Identifier: Apache-2.0
#include "relata/export/safe_text.h"

#include <doctest/doctest.h>

using namespace relata;

TEST_CASE("marks that deceive are shown, letters are not touched") {
  struct {
    std::string_view input, expected;
  } const cases[] = {
      {"  two\n lines\t here ", "two lines here"},
      {"\x1b[2Jgone", "<U+001B>[2Jgone"},
      {"\u009b31m", "<U+009B>31m"},
      {"safe\u202Efas", "safe<U+202E>fas"},
      {"zero\u200Bwidth\uFEFF", "zero<U+200B>width<U+FEFF>"},
      {"حلب الشهباء", "حلب الشهباء"},
      {"می\u200Cخواهم", "می\u200Cخواهم"},
      {"\U000E0041", "<U+E0041>"},
      {"", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.expected);
    CHECK(shown(c.input) == c.expected);
  }
}

TEST_CASE("columns are those of a terminal, not bytes") {
  struct {
    std::string_view input;
    int expected;
  } const cases[] = {{"Aleppo", 6}, {"حلب", 3},     {"تعز\u064E", 3}, {"日本", 4},
                     {"é", 1},      {"e\u0301", 1}, {"", 0}};
  for (const auto& c : cases) {
    CAPTURE(c.input);
    CHECK(columns_of(c.input) == c.expected);
  }
}

TEST_CASE("no line is wider than asked, and no word is lost") {
  const std::string_view text =
      "the neighbourhood of الفردوس was taken, 日本語日本語日本語 incomprehensibilities included";
  for (int columns = 8; columns < 60; ++columns) {
    CAPTURE(columns);
    std::string joined, wanted;
    for (const auto& line : wrapped(text, columns)) {
      CHECK(columns_of(line) <= columns);
      CHECK(!line.empty());
      joined += line;
    }
    for (const char c : text) wanted += c == ' ' ? std::string() : std::string(1, c);
    std::erase(joined, ' ');
    CHECK(joined == wanted);
  }
  CHECK(wrapped("", 20).empty());
}

TEST_CASE("only a line that holds right-to-left writing is isolated") {
  CHECK(isolated("plain") == "plain");
  CHECK(isolated("in حلب") == "\u2068in حلب\u2069");
}

TEST_CASE("nothing of a report is markup") {
  CHECK(html_escaped("<script>alert('x')</script> & \"so\"") ==
        "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;so&quot;");
}
