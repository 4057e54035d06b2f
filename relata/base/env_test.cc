// SPDX-License-Identifier: Apache-2.0
#include "relata/base/env.h"

#include <doctest/doctest.h>

#include "relata/base/data_folder.h"

using namespace relata;

TEST_CASE("files in memory behave as files do") {
  const auto files = files_in_memory({{"in/a.txt", "abc"}, {"in/more/b.txt", "d"}});
  CHECK(*files->read("in/a.txt", 3) == "abc");
  CHECK(files->read("in/a.txt", 2).error().message == "in/a.txt: larger than the limit of 2 bytes");
  CHECK_FALSE(files->read("in/c.txt", 9));
  const auto list = files->list("in");
  REQUIRE(list);
  REQUIRE(list->size() == 2);
  CHECK((*list)[1].folder);
  CHECK_FALSE(files->list("in/a.txt"));
}

TEST_CASE("real files are read, listed and refused with their path") {
  const auto files = real_files();
  const std::string root = RELATA_SOURCE_DIR;
  CHECK(files->read(root + "/.clang-format", 1 << 20)->starts_with("BasedOnStyle"));
  CHECK(files->read(root, 1 << 20).error().message.find("is a folder") != std::string::npos);
  CHECK(files->read(root + "/none", 1).error().message.starts_with(root + "/none: cannot be opened"));
  CHECK(files->list(root + "/relata"));
  CHECK((*files->map(root + "/.clang-format"))->bytes().size() > 10);
}

TEST_CASE("a data folder names the table that is missing") {
  const auto files = files_in_memory({{"r/data/x.tsv", "# own\na\n1\n"}});
  const DataFolder folder{files.get(), "r"};
  CHECK(folder.table("x.tsv", {"a"})->rows().size() == 1);
  CHECK(folder.table("y.tsv", {}).error().message.starts_with("r/data/y.tsv"));
}
