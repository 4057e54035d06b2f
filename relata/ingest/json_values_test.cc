// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/json_values.h"

#include <doctest/doctest.h>

#include "relata/ingest/json.h"
#include "relata/ingest/test_tables.h"

using namespace relata;

namespace {

using Values = std::vector<std::string>;

Values values_of(const std::string& bytes, bool lines = false, const Limits& limits = Limits{}) {
  const IngestTables tables = test_tables();
  const auto files = files_in_memory({{"a", bytes}});
  auto input = InputBuffer::open(files->open("a").value(), std::nullopt, tables.parts());
  REQUIRE(input);
  JsonValues values(std::move(*input), lines, limits);
  Values out;
  for (int i = 0; i < 100; ++i) {
    const auto value = values.next();
    if (!value) {
      out.push_back("line " + std::to_string(values.line()) + ": " + value.error().message);
      continue;
    }
    if (!value.value()) return out;
    out.emplace_back(*value.value());
  }
  FAIL("no end");
  return out;
}

}  // namespace

TEST_CASE("values are found in each layout of a JSON file") {
  struct Case {
    const char* bytes;
    Values values;
  };
  const Case cases[] = {
      {"{\"a\":1}\n{\"b\":2}\n", {"{\"a\":1}", "{\"b\":2}"}},
      {"{\"a\":1}\n\n  \n{\"b\":2}", {"{\"a\":1}", "{\"b\":2}"}},
      {"[{\"a\":\"]\\\"\"}, {\"b\":[1,2]}]", {"{\"a\":\"]\\\"\"}", "{\"b\":[1,2]}"}},
      {"[]", {}},
      {"{\n \"a\": {\"b\": 1}\n}\n", {"{\n \"a\": {\"b\": 1}\n}"}},
      {"{\n\"a\":1}\n{\n\"b\":2}", {"{\n\"a\":1}", "{\n\"b\":2}"}},
      {"  [1, \"x\"]", {"1", "\"x\""}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    CHECK(values_of(c.bytes) == c.values);
  }
}

TEST_CASE("files that end too early or hold something else say so") {
  CHECK(values_of("[{\"a\":1},") ==
        Values{"{\"a\":1}", "line 1: is no JSON: the file ends within an array"});
  CHECK(values_of("[{\"a\":1}] x") ==
        Values{"{\"a\":1}", "line 1: is no JSON: something stands after the array"});
  CHECK(values_of("{\n\"a\":") == Values{"line 1: is no JSON: the file ends within a value"});
  CHECK(values_of("hello") == Values{"line 1: is no JSON: begins with neither { nor ["});
  CHECK(values_of("") == Values{"line 1: holds no text"});
  CHECK(values_of("{\n}}")[1].find("a bracket that nothing opened") != std::string::npos);
}

TEST_CASE("a record larger than the limit does not stop the next") {
  Limits limits;
  limits.record_bytes = 100;
  const std::string large = "{\"a\":\"" + std::string(700'000, 'x') + "\"}";
  const std::string error = "the record is larger than the limit of 100 bytes";
  CHECK(values_of(large + "\n{}\n", true, limits) == Values{"line 1: " + error, "{}"});
  CHECK(values_of("[" + large + ",\n{}]", false, limits) == Values{"line 1: " + error, "{}"});
}

TEST_CASE("the parser takes what JSON is and refuses the rest") {
  JsonParser parser(64);
  const auto members = parser.parse_members(
      "{\"a\":\"x\\u00e9\",\"n\":12345678901234567890,\"l\":[1, {\"b\":null}],\"t\":true}");
  REQUIRE(members);
  CHECK(members.value()[0].text == "xé");
  CHECK(members.value()[1].text == "12345678901234567890");
  CHECK(members.value()[2].text == "[1,{\"b\":null}]");
  CHECK(members.value()[3].kind == JsonKind::boolean);
  const char* bad[] = {"{\"a\":\"\\ud800\"}",
                       "{\"a\":\"\\udc00\"}",
                       "{\"a\":1e999}",
                       "{\"a\":01}",
                       "{\"a\":\"\xFF\"}",
                       "{\"a\"}",
                       "[1]",
                       "{\"a\":1} {}",
                       ""};
  for (const char* bytes : bad) {
    CAPTURE(bytes);
    CHECK_FALSE(parser.parse_members(bytes));
  }
  CHECK(parser.parse(std::string(65, '[') + std::string(65, ']')).error().message ==
        "JSON nested deeper than the limit of 64");
  CHECK(parser.parse("{\"a\":[1,{\"b\":\"c\"}]}").value().find("a")->items[1].find("b")->text ==
        "c");
}
