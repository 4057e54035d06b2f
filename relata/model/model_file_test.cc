// SPDX-License-Identifier: Apache-2.0
#include "relata/model/model_file.h"

#include <cstring>

#include "doctest/doctest.h"

namespace relata {
namespace {

Result<ModelFile> open_bytes(std::string bytes) {
  const auto files = files_in_memory({{"m.bin", std::move(bytes)}});
  RELATA_TRY(auto mapped, files->map("m.bin"));
  return ModelFile::open(std::move(mapped));
}

std::string two_sections() {
  ModelWriter writer;
  writer.add("tagger", "weights of the tagger");
  writer.add("lemmas", "walked walk");
  return writer.finish();
}

TEST_CASE("a model file gives back its sections, aligned, and says which it lacks") {
  auto file = open_bytes(two_sections());
  REQUIRE(file);
  CHECK(file->names() == std::vector<std::string_view>{"lemmas", "tagger"});
  const auto section = file->section("tagger");
  REQUIRE(section);
  CHECK(std::string_view(reinterpret_cast<const char*>(section->data()), section->size()) ==
        "weights of the tagger");
  CHECK_FALSE(file->section("parser"));
  CHECK_FALSE(file->has("parser"));
}

TEST_CASE("the order of adding does not change the bytes") {
  ModelWriter other;
  other.add("lemmas", "walked walk");
  other.add("tagger", "weights of the tagger");
  CHECK(other.finish() == two_sections());
}

TEST_CASE("a cut file and a file with any byte of its sections or directory changed are refused") {
  const std::string good = two_sections();
  for (std::size_t size = 0; size + 8 < good.size(); ++size)
    CHECK_FALSE(open_bytes(good.substr(0, size)));
  std::size_t accepted = 0;
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0x41);
    if (auto file = open_bytes(bad);
        file && file->names() == std::vector<std::string_view>{"lemmas", "tagger"})
      ++accepted;
  }
  CHECK(accepted < 90);  // only the padding of names and between sections
}

TEST_CASE("a trainer can replace its own sections and keep the others") {
  auto file = open_bytes(two_sections());
  REQUIRE(file);
  ModelWriter writer;
  writer.add_all(*file, "tagger");
  writer.add("tagger", "better weights");
  auto second = open_bytes(writer.finish());
  REQUIRE(second);
  CHECK(second->section("tagger")->size() == std::strlen("better weights"));
  CHECK(second->section("lemmas")->size() == std::strlen("walked walk"));
}

}  // namespace
}  // namespace relata
