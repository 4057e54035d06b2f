// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/csv_row.h"

#include <doctest/doctest.h>

#include "relata/profiles/read_csv.h"

using namespace relata;

namespace {

std::string row_of(std::string_view text) {
  std::string out;
  CsvRow row(out);
  row.text(text);
  row.end();
  return out;
}

}  // namespace

TEST_CASE("text that a spreadsheet would take for a formula is no formula any more") {
  const struct {
    std::string_view text, row;
  } cases[] = {
      {"=1+1", "\"'=1+1\"\r\n"},
      {"+cmd", "\"'+cmd\"\r\n"},
      {"-2", "\"'-2\"\r\n"},
      {"@SUM(A1)", "\"'@SUM(A1)\"\r\n"},
      {"\t=1", "\"'=1\"\r\n"},
      {"\rx", "\"'x\"\r\n"},
      {"  =1", "\"'=1\"\r\n"},
      {" =1", "\"' =1\"\r\n"},
      {"\uFF1D1", "\"'\uFF1D1\"\r\n"},
      {"=HYPERLINK(\"a\",\"b\")", "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"\r\n"},
      {"a=b", "a=b\r\n"},
      {"", "\r\n"},
      {"a, b", "\"a, b\"\r\n"},
      {"say \"no\"", "\"say \"\"no\"\"\"\r\n"},
      {"two\nlines", "two lines\r\n"},
      {"turned \u202Eback", "turned <U+202E>back\r\n"},
      {"الفردوس", "الفردوس\r\n"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.text);
    CHECK(row_of(one.text) == one.row);
  }
}

TEST_CASE("numbers stay numbers, also below nought") {
  std::string out;
  CsvRow row(out);
  row.number(-36.5).integer(-3).number(std::optional<double>()).number(1e21).number(0.1);
  row.end();
  CHECK(out == "-36.5,-3,,1000000000000000000000,0.1\r\n");
}

TEST_CASE("no text whatever begins a cell with a sign of a formula, and it comes back as shown") {
  std::uint32_t seed = 1;
  const std::string_view letters = "=+-@\t\r\n ,\"'ab;";
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (int i = 0; i < 6; ++i) {
      seed = seed * 1664525 + 1013904223;
      text += letters[(seed >> 16) % letters.size()];
    }
    const auto rows = read_csv(row_of(text));
    REQUIRE(rows.size() == 1);
    REQUIRE(rows[0].size() == 1);
    const std::string& cell = rows[0][0];
    const std::size_t first = cell.find_first_not_of(' ');
    if (first == std::string::npos) continue;
    REQUIRE(std::string_view("=+-@\t\r").find(cell[first]) == std::string_view::npos);
  }
}
