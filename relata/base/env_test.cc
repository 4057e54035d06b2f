// SPDX-License-Identifier: Apache-2.0
#include "relata/base/env.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

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
  CHECK(
      files->read(root + "/none", 1).error().message.starts_with(root + "/none: cannot be opened"));
  CHECK(files->list(root + "/relata"));
  CHECK((*files->map(root + "/.clang-format"))->bytes().size() > 10);
}

TEST_CASE("a stream gives a file piece by piece") {
  const auto files = files_in_memory({{"a.txt", "abcde"}, {"-", "in"}});
  const auto stream = files->open("a.txt").value();
  char buffer[3];
  CHECK(*stream->read(buffer) == 3);
  CHECK(*stream->read(buffer) == 2);
  CHECK(std::string(buffer, 2) == "de");
  CHECK(*stream->read(buffer) == 0);
  CHECK(*files->size("a.txt") == 5);
  CHECK(files->open("-"));
}

TEST_CASE("pipes and devices are refused without waiting for them") {
  const auto files = real_files();
  const std::string pipe = "/tmp/relata_env_test_" + std::to_string(::getpid());
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(files->open(pipe).error().message.find("is a pipe") != std::string::npos);
  CHECK(files->read(pipe, 10).error().message.find("is a pipe") != std::string::npos);
  ::unlink(pipe.c_str());
  CHECK(files->open("/dev/zero").error().message == "/dev/zero: is a device, not a file");
  CHECK_FALSE(files->map("/dev/zero"));
}

TEST_CASE("a data folder names the table that is missing") {
  const auto files = files_in_memory({{"r/data/x.tsv", "# own\na\n1\n"}});
  const DataFolder folder{files.get(), "r"};
  CHECK(folder.table("x.tsv", {"a"})->rows().size() == 1);
  CHECK(folder.table("y.tsv", {}).error().message.starts_with("r/data/y.tsv"));
}
