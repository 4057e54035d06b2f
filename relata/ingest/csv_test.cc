// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/csv.h"

#include <doctest/doctest.h>

#include "relata/ingest/test_tables.h"

using namespace relata;

namespace {

// All rows, cells joined by '|'; errors as "line N: …".
std::vector<std::string> rows_of(const std::string& bytes, const Limits& limits = Limits{}) {
  const IngestTables tables = test_tables();
  const auto files = files_in_memory({{"a.csv", bytes}});
  auto input = InputBuffer::open(files->open("a.csv").value(), std::nullopt, tables.parts());
  REQUIRE(input);
  CsvRows rows(std::move(*input), limits);
  std::vector<std::string> out;
  for (int i = 0; i < 100; ++i) {
    auto row = rows.next();
    if (!row) {
      out.push_back("line " + std::to_string(rows.line()) + ": " + row.error().message);
      continue;
    }
    if (!*row) return out;
    std::string joined;
    for (const std::string& cell : **row) joined += (joined.empty() ? "" : "|") + cell;
    out.push_back(joined);
  }
  FAIL("no end");
  return out;
}

using Rows = std::vector<std::string>;

}  // namespace

TEST_CASE("rows are read as RFC 4180 says, with the separator that the first row has") {
  struct Case {
    const char* bytes;
    Rows rows;
  };
  const Case cases[] = {
      {"a,b\n1,2\n", {"a|b", "1|2"}},
      {"a,b\r\n1,2\r\n", {"a|b", "1|2"}},
      {"a;b\n1,5;2\n", {"a|b", "1,5|2"}},
      {"a\tb\n1\t\"2\"\"3\"", {"a|b", "1|2\"3"}},
      {"a,b\n\"one\ntwo\",3\n\n4,5", {"a|b", "one\ntwo|3", "4|5"}},
      {"\xEF\xBB\xBF"
       "a,b\n1,",
       {"a|b", "1|"}},
      {"a,b\n\"x\",\"\"\r\n", {"a|b", "x|"}},
      {"", {}},
      {"a", {"a"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    CHECK(rows_of(c.bytes) == c.rows);
  }
}

TEST_CASE("a row that breaks the rules is told with its line, and the next are read") {
  CHECK(rows_of("a,b\n\"x\"y,2\n3,4\n") ==
        Rows{"a|b", "line 2: text stands after a closing quote", "3|4"});
  CHECK(rows_of("a,b\n\"x\n1\",2\n\"open,4\n5,6\n") ==
        Rows{"a|b", "x\n1|2", "line 4: a quote is opened and never closed", "5|6"});
}

TEST_CASE("a row larger than the limit is an error, and so are too many columns") {
  Limits limits;
  limits.record_bytes = 1000;
  limits.columns = 3;
  const std::string large(600'000, 'x');
  const Rows rows = rows_of("a,b\n" + large + ",1\n2,3\n1,2,3,4\n5,6\n", limits);
  REQUIRE(rows.size() == 5);
  CHECK(rows[1].find("line 2: the row is larger than the limit of 1000 bytes") == 0);
  CHECK(rows[2] == "2|3");
  CHECK(rows[3].find("line 4: more than the limit of 3 columns") == 0);
  CHECK(rows[4] == "5|6");
}
