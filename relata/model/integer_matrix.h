// SPDX-License-Identifier: Apache-2.0
// IntegerMatrix: a layer of a network in whole numbers, so that every processor gives the same sums. Values that go in and come
// out are 16- and 32-bit numbers in steps of 2^-12 (kFraction); weights are 16-bit numbers in steps of 2^-bits. The section:
//
//   matrix := u32:outputs (a multiple of 16) u32:inputs (a multiple of 16) u32:bits (2 … 12) u32:0
//             i32:bias[outputs] (in steps of 2^-(12 + bits))  i16:weight[outputs * inputs] (in the order of products.h)
//
// `open` takes the largest size that an input can have and refuses weights whose sums could leave 32 bits.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "relata/base/result.h"
#include "relata/model/model_file.h"

namespace relata {

class IntegerMatrix {
 public:
  static constexpr int kFraction = 12;
  static constexpr std::int32_t kOne = 1 << kFraction;
  static constexpr std::uint32_t kMostInputs = 4096;
  static constexpr std::uint32_t kMostOutputs = 4096;

  // A view into `file`, which must outlive it.
  static Result<IntegerMatrix> open(const ModelFile& file, std::string_view name,
                                    std::int32_t largest_input);

  [[nodiscard]] std::size_t inputs() const { return inputs_; }
  [[nodiscard]] std::size_t outputs() const { return outputs_; }

  // For each of `rows` rows of inputs a row of outputs; both with what fills them up.
  void multiply(std::span<const std::int16_t> in, std::size_t rows,
                std::span<std::int32_t> out) const;
  // The same, added to what `out` holds.
  void add_product(std::span<const std::int16_t> in, std::size_t rows,
                   std::span<std::int32_t> out) const;

 private:
  IntegerMatrix() = default;
  [[nodiscard]] bool sums_fit(std::int32_t largest_input) const;

  std::size_t outputs_ = 0;
  std::size_t inputs_ = 0;
  int bits_ = 0;
  std::span<const std::int32_t> bias_;
  std::span<const std::int16_t> weights_;
};

// Weights as learnt, a row per output; inputs and outputs are filled up with zeros to multiples of 16.
[[nodiscard]] std::string integer_matrix_section(std::span<const float> weights,
                                                 std::span<const float> bias,
                                                 std::int32_t largest_input);

[[nodiscard]] constexpr std::size_t padded(std::size_t size) { return (size + 15) / 16 * 16; }

}  // namespace relata
