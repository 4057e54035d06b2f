// SPDX-License-Identifier: Apache-2.0
#include "relata/base/table.h"

#include <doctest/doctest.h>

using namespace relata;

TEST_CASE("a table gives its cells by column name") {
  const auto table = Table::parse(
      "t.tsv", "# source: own\nword\tlist\tnote\nsay\ta, b,,c\n\n# c\ntell\tx\tno\te\n",
      {"word", "list"});
  REQUIRE_FALSE(table);
  CHECK(table.error().message == "t.tsv: line 6: more cells than columns");

  const auto good =
      Table::parse("t.tsv", "# source: own\nword\tlist\nsay\ta, b,,c\ntell\n", {"word", "list"});
  REQUIRE(good);
  REQUIRE(good->rows().size() == 2);
  CHECK(good->rows()[0].cell("word") == "say");
  CHECK(good->rows()[0].list("list").size() == 3);
  CHECK(good->rows()[0].list("list")[1] == "b");
  CHECK(good->rows()[1].cell("list").empty());
  CHECK(good->rows()[1].where() == "t.tsv: line 4");
}

TEST_CASE("a cell is read as a number, or the error names the row, the column and the cell") {
  const auto table =
      Table::parse("t.tsv", "# own\nword\tweight\na\t-1.5\nb\t2x\nc\n", {"word", "weight"});
  REQUIRE(table);
  REQUIRE(table->rows()[0].number("weight"));
  CHECK(*table->rows()[0].number("weight") == -1.5);
  CHECK(table->rows()[1].number("weight").error().message ==
        "t.tsv: line 4: weight is no number: 2x");
  CHECK(table->rows()[2].number("weight").error().message ==
        "t.tsv: line 5: weight is no number: ");
}

TEST_CASE("a table that lacks what is needed says so") {
  CHECK(Table::parse("t.tsv", "# only a comment\n", {}).error().message ==
        "t.tsv: no line names the columns");
  CHECK(Table::parse("t.tsv", "a\tb\n", {"c"}).error().message == "t.tsv: no column c");
  CHECK(Table::parse("t.tsv", "a\xFF\n", {"a"}).error().message == "t.tsv: byte 1 is not UTF-8");
}
