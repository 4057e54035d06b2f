// SPDX-License-Identifier: Apache-2.0
#include "relata/export/reading_text.h"

#include <doctest/doctest.h>

#include "relata/export/handmade_reading.h"
#include "relata/export/safe_text.h"

using namespace relata;

namespace {

std::string written(const View& view) {
  const auto made = handmade_reading();
  std::string out;
  write_reading_text(made->shown(), view, out);
  return out;
}

}  // namespace

TEST_CASE("a reading on a terminal shows each claim with its line of telling and its words") {
  CHECK(written({.columns = 60}) ==
        "\u2068Army takes الفردوس district\u2069\n"
        "harbour-3 · The Harbour Courier · published 2016-12-13\n"
        "\n"
        "  1  capture · al-Fardous, Aleppo, Syria · 2016-12-12\n"
        "     by    Syrian army\n"
        "     told  Radio Saffron (broadcaster) ← Nour Haddad (medic,\n"
        "           opposition)\n"
        "     words Troops «captured» al-Fardous on Monday\n"
        "\n"
        "  2  execution (alleged) · about 2016-12-12 to 2016-12-13\n"
        "     to    civilians\n"
        "     count at least 70 killed: civilians\n"
        "     told  activist\n"
        "     words At least 70 civilians were “«executed»” <there>\n"
        "     ties  contradicts 3\n"
        "\n"
        "  3  denial\n"
        "     by    Syrian army\n"
        "     told  The Harbour Courier, in its own voice\n"
        "     words The army «denied» it\n"
        "     ties  contradicts 2\n"
        "\n"
        "3 claims, 4 voices. Relata says who claims what; it does not\n"
        "say what is true.\n"
        "! 1 place name not found on the map: Thereville.\n"
        "! looks like mojibake: <U+001B>[31m\n");
}

TEST_CASE("no line is wider than the terminal, and no escape of a report reaches it") {
  for (const int columns : {30, 37, 44, 80, 120}) {
    const std::string text = written({.columns = columns});
    CHECK(text.find('\x1b') == std::string::npos);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at);
      CAPTURE(text.substr(at, end - at));
      CHECK(columns_of(std::string_view(text).substr(at, end - at)) <= columns);
      at = end + 1;
    }
  }
}

TEST_CASE("colour changes no word: without its marks the text is the same") {
  std::string coloured = written({.colour = true, .columns = 100});
  CHECK(coloured.find("\x1b[1;4mcaptured\x1b[0m") != std::string::npos);
  std::string stripped;
  for (std::size_t at = 0; at < coloured.size();) {
    if (coloured[at] == '\x1b') {
      at = coloured.find('m', at) + 1;
    } else {
      stripped += coloured[at++];
    }
  }
  std::string plain = written({.columns = 100});
  for (const std::string_view mark : {"«", "»"}) {
    for (std::size_t at; (at = plain.find(mark)) != std::string::npos;)
      plain.erase(at, mark.size());
  }
  CHECK(stripped == plain);
}
