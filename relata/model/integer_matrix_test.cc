// SPDX-License-Identifier: Apache-2.0
#include "relata/model/integer_matrix.h"

#include <cmath>
#include <cstring>
#include <vector>

#include "doctest/doctest.h"
#include "relata/model/feature.h"

namespace relata {
namespace {

constexpr std::int32_t kOne = IntegerMatrix::kOne;

ModelFile file_of(std::string section) {
  ModelWriter writer;
  writer.add("m", std::move(section));
  const auto files = files_in_memory({{"f", writer.finish()}});
  auto file = ModelFile::open(std::move(files->map("f")).value());
  REQUIRE(file);
  return std::move(file).value();
}

float number(std::uint64_t seed) { return static_cast<float>(mix(seed) % 2001) / 1000.0F - 1.0F; }

std::vector<float> numbers(std::size_t size, std::uint64_t seed) {
  std::vector<float> result;
  for (std::size_t i = 0; i < size; ++i) result.push_back(number(seed + i));
  return result;
}

TEST_CASE("a matrix in whole numbers gives what the same in floating point gives") {
  constexpr std::size_t kOutputs = 20;
  constexpr std::size_t kInputs = 24;
  const auto weights = numbers(kOutputs * kInputs, 1);
  const auto bias = numbers(kOutputs, 5000);
  const auto in = numbers(kInputs, 9000);
  const ModelFile file = file_of(integer_matrix_section(weights, bias, kOne));
  const auto matrix = IntegerMatrix::open(file, "m", kOne);
  REQUIRE(matrix);
  CHECK(matrix->inputs() == 32);
  CHECK(matrix->outputs() == 32);
  std::vector<std::int16_t> steps(matrix->inputs(), 0);
  for (std::size_t i = 0; i < kInputs; ++i)
    steps[i] = static_cast<std::int16_t>(std::lround(in[i] * kOne));
  std::vector<std::int32_t> out(matrix->outputs());
  matrix->multiply(steps, 1, out);
  for (std::size_t o = 0; o < kOutputs; ++o) {
    float expected = bias[o];
    for (std::size_t i = 0; i < kInputs; ++i) expected += weights[o * kInputs + i] * in[i];
    CHECK(static_cast<float>(out[o]) / kOne == doctest::Approx(expected).epsilon(0.002));
  }
}

TEST_CASE("large weights get coarser steps, and those too large are refused") {
  std::vector<float> weights(16 * 16, 100.0F);
  const std::vector<float> bias(16, 0.0F);
  const ModelFile coarse = file_of(integer_matrix_section(weights, bias, kOne));
  const auto matrix = IntegerMatrix::open(coarse, "m", kOne);
  REQUIRE(matrix);
  std::vector<std::int32_t> out(16);
  matrix->multiply(std::vector<std::int16_t>(16, kOne), 1, out);
  CHECK(out[0] == 1600 * kOne);
  // The same weights where inputs can be larger.
  CHECK_FALSE(IntegerMatrix::open(coarse, "m", 64 * kOne));
}

TEST_CASE("a section that was cut, or whose header lies, is refused") {
  const std::string good = integer_matrix_section(numbers(16 * 16, 1), numbers(16, 2), kOne);
  for (std::size_t size = 0; size < good.size(); size += 3)
    CHECK_FALSE(IntegerMatrix::open(file_of(good.substr(0, size)), "m", kOne));
  for (const auto& [place, value] : {std::pair<std::size_t, std::uint32_t>{0, 17},
                                     {0, 1U << 30},
                                     {4, 8},
                                     {4, 0xFFFFFFF0},
                                     {8, 0},
                                     {8, 13},
                                     {8, 255}}) {
    std::string bad = good;
    std::memcpy(bad.data() + place, &value, sizeof value);
    CHECK_FALSE(IntegerMatrix::open(file_of(bad), "m", kOne));
  }
}

}  // namespace
}  // namespace relata
