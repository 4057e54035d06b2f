// SPDX-License-Identifier: Apache-2.0
#include "relata/export/json_writer.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace relata;

TEST_CASE("text comes out as JSON that shows what is in it") {
  struct {
    std::string_view input, expected;
  } const cases[] = {
      {"", R"("")"},
      {"Aleppo", R"("Aleppo")"},
      {"say \"no\" \\ yes", R"("say \"no\" \\ yes")"},
      {"a\nb\tc", R"("a\nb\tc")"},
      {std::string_view("\0\x1b[31m\x7f", 7), R"("\u0000\u001b[31m\u007f")"},
      {"حلب", "\"حلب\""},
      {"a\u202Eb\u2066c", R"("a\u202eb\u2066c")"},
      {"\U0001F600", "\"\U0001F600\""},
      {"می\u200Cخواهم", "\"می\u200Cخواهم\""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.expected);
    std::string out;
    JsonWriter(out, JsonWriter::Layout::line).string(c.input);
    CHECK(out == c.expected);
  }
}

TEST_CASE("numbers keep their value: whole ones have no point, shares the shortest digits") {
  struct {
    double input;
    std::string_view expected;
  } const cases[] = {
      {70, "70"},           {0, "0"},
      {-3, "-3"},           {2000000, "2000000"},
      {0.75, "0.75"},       {1.0 / 3, "0.3333333333333333"},
      {36.2021, "36.2021"}, {0.1 + 0.2, "0.30000000000000004"},
      {INFINITY, "null"},   {NAN, "null"},
  };
  for (const auto& c : cases) {
    std::string out;
    JsonWriter(out, JsonWriter::Layout::line).number(c.input);
    CHECK(out == c.expected);
  }
}

TEST_CASE("commas and indentation come by themselves, and pairs stay on one line") {
  const auto write = [](JsonWriter::Layout layout) {
    std::string out;
    JsonWriter json(out, layout);
    json.begin_object().key("a").begin_array().pair(1, 2).pair(3, 4).end_array();
    json.key("b").begin_object().end_object().key("c").null().key("d").boolean(true).end_object();
    return out;
  };
  CHECK(write(JsonWriter::Layout::line) == R"({"a":[[1,2],[3,4]],"b":{},"c":null,"d":true})");
  CHECK(write(JsonWriter::Layout::pretty) ==
        "{\n  \"a\": [\n    [1, 2],\n    [3, 4]\n  ],\n  \"b\": {},\n  \"c\": null,\n  \"d\": "
        "true\n}");
}
