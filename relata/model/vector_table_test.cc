// SPDX-License-Identifier: Apache-2.0
#include "relata/model/vector_table.h"

#include <cstring>
#include <vector>

#include "doctest/doctest.h"
#include "relata/model/feature.h"

namespace relata {
namespace {

ModelFile file_of(std::string section) {
  ModelWriter writer;
  writer.add("t", std::move(section));
  const auto files = files_in_memory({{"f", writer.finish()}});
  auto file = ModelFile::open(std::move(files->map("f")).value());
  REQUIRE(file);
  return std::move(file).value();
}

const std::vector<float> kValues = {0, 0, 0, 0.5F, -1.25F, 3, 0.01F, 0.02F, -0.03F};
const std::vector<std::uint64_t> kWords = {0, hash_text("aleppo"), hash_text("homs")};

TEST_CASE("each word has its vector, and words not known the first") {
  const ModelFile file = file_of(vector_table_section(kValues, 3, kWords));
  const auto table = VectorTable::open(file, "t");
  REQUIRE(table);
  CHECK(table->rows() == 3);
  CHECK(table->columns() == 3);
  CHECK(table->row_of(hash_text("aleppo")) == 1);
  CHECK(table->row_of(hash_text("homs")) == 2);
  CHECK(table->row_of(hash_text("mosul")) == 0);
  std::vector<std::int32_t> sum(3, 0);
  table->add_row(1, sum);
  table->add_row(2, sum);
  for (std::size_t i = 0; i < 3; ++i)
    CHECK(static_cast<float>(sum[i]) / 65536 ==
          doctest::Approx(kValues[3 + i] + kValues[6 + i]).epsilon(0.02));
}

TEST_CASE("a table that was cut, or points out of itself, is refused") {
  const std::string good = vector_table_section(kValues, 3, kWords);
  for (std::size_t size = 0; size < good.size(); ++size)
    CHECK_FALSE(VectorTable::open(file_of(good.substr(0, size)), "t"));
  std::size_t refused = 0;
  for (std::size_t at = 0; at + 4 <= good.size(); at += 4) {
    std::string bad = good;
    const std::uint32_t huge = 0xFFFFFFF0;
    std::memcpy(bad.data() + at, &huge, sizeof huge);
    const ModelFile file = file_of(bad);
    const auto table = VectorTable::open(file, "t");
    refused += !table;
    if (!table) continue;
    std::vector<std::int32_t> out(table->columns(), 0);
    table->add_row(table->row_of(hash_text("homs")), out);
  }
  CHECK(refused >= 4);
}

}  // namespace
}  // namespace relata
