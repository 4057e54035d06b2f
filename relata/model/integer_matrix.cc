// SPDX-License-Identifier: Apache-2.0
#include "relata/model/integer_matrix.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "relata/model/products.h"
#include "relata/model/section_reader.h"

namespace relata {
namespace {

constexpr int kLeastBits = 2;  // so that two results can be added
constexpr int kMostBits = 12;

// Where a weight lies: see products.h.
std::size_t place_of(std::size_t output, std::size_t input, std::size_t inputs) {
  constexpr std::size_t kBlock = Products::kBlock;
  return (output / kBlock * inputs + input / 2 * 2) * kBlock + output % kBlock * 2 + input % 2;
}

}  // namespace

Result<IntegerMatrix> IntegerMatrix::open(const ModelFile& file, std::string_view name,
                                          std::int32_t largest_input) {
  RELATA_TRY(const auto bytes, file.section(name));
  SectionReader reader(bytes);
  const auto outputs = reader.value<std::uint32_t>();
  const auto inputs = reader.value<std::uint32_t>();
  const auto bits = reader.value<std::uint32_t>();
  static_cast<void>(reader.value<std::uint32_t>());
  const Error broken{"model section " + std::string(name) + " is broken"};
  if (!reader.ok() || outputs > kMostOutputs || inputs > kMostInputs ||
      outputs != padded(outputs) || inputs != padded(inputs) || bits < kLeastBits ||
      bits > kMostBits)
    return broken;
  IntegerMatrix matrix;
  matrix.outputs_ = outputs;
  matrix.inputs_ = inputs;
  matrix.bits_ = static_cast<int>(bits);
  matrix.bias_ = reader.array<std::int32_t>(outputs);
  matrix.weights_ = reader.array<std::int16_t>(std::uint64_t{outputs} * inputs);
  if (!reader.ok() || !matrix.sums_fit(largest_input)) return broken;
  return matrix;
}

bool IntegerMatrix::sums_fit(std::int32_t largest_input) const {
  constexpr std::size_t kBlock = Products::kBlock;
  std::span<const std::int16_t> rest = weights_;
  for (std::size_t block = 0; block < outputs_; block += kBlock) {
    std::array<std::int64_t, kBlock> sizes{};  // of all weights of an output
    for (std::size_t input = 0; input < inputs_; input += 2) {
      for (std::size_t o = 0; o < kBlock; ++o)
        sizes[o] += std::abs(std::int32_t{rest[2 * o]}) + std::abs(std::int32_t{rest[2 * o + 1]});
      rest = rest.subspan(2 * kBlock);
    }
    for (std::size_t o = 0; o < kBlock; ++o) {
      const std::int64_t bias = std::abs(std::int64_t{bias_[block + o]});
      if (bias + sizes[o] * largest_input > INT32_MAX) return false;
    }
  }
  return true;
}

void IntegerMatrix::add_product(std::span<const std::int16_t> in, std::size_t rows,
                                std::span<std::int32_t> out) const {
  RELATA_CHECK(in.size() >= rows * inputs_ && out.size() >= rows * outputs_);
  add_products({.weights = weights_.data(),
                .bias = bias_.data(),
                .outputs = outputs_,
                .in = in.data(),
                .inputs = inputs_,
                .rows = rows,
                .bits = bits_,
                .out = out.data()});
}

void IntegerMatrix::multiply(std::span<const std::int16_t> in, std::size_t rows,
                             std::span<std::int32_t> out) const {
  RELATA_CHECK(out.size() >= rows * outputs_);
  std::fill_n(out.begin(), rows * outputs_, 0);
  add_product(in, rows, out);
}

std::string integer_matrix_section(std::span<const float> weights, std::span<const float> bias,
                                   std::int32_t largest_input) {
  const std::size_t outputs = bias.size();
  const std::size_t inputs = outputs == 0 ? 0 : weights.size() / outputs;
  // The finest steps with which no sum leaves 32 bits.
  double largest_sum = 0;
  float largest_weight = 0;
  for (std::size_t o = 0; o < outputs; ++o) {
    double sum = std::fabs(double{bias[o]}) * IntegerMatrix::kOne + largest_input;
    for (const float weight : weights.subspan(o * inputs, inputs)) {
      sum += std::fabs(double{weight}) * largest_input;
      largest_weight = std::max(largest_weight, std::fabs(weight));
    }
    largest_sum = std::max(largest_sum, sum);
  }
  int bits = kMostBits;
  while (bits > kLeastBits && (largest_sum * (1 << bits) > INT32_MAX * 0.98 ||
                               largest_weight * static_cast<float>(1 << bits) > 32767.0F))
    --bits;
  const auto steps = static_cast<float>(1 << bits);
  // Half a step more, so that cutting off the steps below rounds.
  std::vector<std::int32_t> biases(padded(outputs), 0);
  for (std::size_t o = 0; o < outputs; ++o) {
    biases[o] = static_cast<std::int32_t>(std::lround(bias[o] * steps * IntegerMatrix::kOne)) +
                (1 << (bits - 1));
  }
  std::vector<std::int16_t> numbers(padded(outputs) * padded(inputs), 0);
  for (std::size_t at = 0; at < weights.size(); ++at) {
    numbers[place_of(at / inputs, at % inputs, padded(inputs))] =
        static_cast<std::int16_t>(std::lround(weights[at] * steps));
  }
  SectionBytes bytes;
  for (const std::size_t number :
       {padded(outputs), padded(inputs), static_cast<std::size_t>(bits), std::size_t{0}})
    bytes.value(static_cast<std::uint32_t>(number));
  bytes.array(std::span<const std::int32_t>(biases));
  bytes.array(std::span<const std::int16_t>(numbers));
  return std::move(bytes).take();
}

}  // namespace relata
