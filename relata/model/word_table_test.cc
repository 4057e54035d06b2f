// SPDX-License-Identifier: Apache-2.0
#include "relata/model/word_table.h"

#include "doctest/doctest.h"
#include "relata/model/feature.h"

namespace relata {
namespace {

Result<ModelFile> file_with(std::string section) {
  ModelWriter writer;
  writer.add("t", std::move(section));
  const auto files = files_in_memory({{"m.bin", writer.finish()}});
  RELATA_TRY(auto mapped, files->map("m.bin"));
  return ModelFile::open(std::move(mapped));
}

TEST_CASE("a word table gives back each word's number, and 0 for the others") {
  std::map<std::uint64_t, std::uint16_t> words;
  for (std::uint16_t i = 1; i < 2000; ++i) words.emplace(hash_text(std::to_string(i)), i);
  const auto file = file_with(word_table_section(words));
  REQUIRE(file);
  const auto table = WordTable::open(*file, "t");
  REQUIRE(table);
  for (std::uint16_t i = 1; i < 2000; ++i) CHECK(table->find(hash_text(std::to_string(i))) == i);
  for (int i = 3000; i < 4000; ++i) CHECK(table->find(hash_text(std::to_string(i))) == 0);
  CHECK(WordTable().find(1) == 0);
}

TEST_CASE("a broken word table is an error, and a full one cannot make a search endless") {
  const std::string good = word_table_section({{hash_text("a"), 1}});
  for (std::size_t size = 0; size < good.size(); ++size) {
    const auto file = file_with(good.substr(0, size));
    REQUIRE(file);
    CHECK_FALSE(WordTable::open(*file, "t"));
  }
  std::string full = good;
  for (std::size_t at = 8; at < full.size(); ++at) full[at] = '\x01';
  const auto file = file_with(full);
  REQUIRE(file);
  CHECK_FALSE(WordTable::open(*file, "t"));
}

}  // namespace
}  // namespace relata
