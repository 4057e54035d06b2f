// SPDX-License-Identifier: Apache-2.0
#include "relata/model/products.h"

#include <vector>

#include "doctest/doctest.h"
#include "relata/model/feature.h"

namespace relata {
namespace {

std::int16_t number(std::uint64_t seed) {
  return static_cast<std::int16_t>(mix(seed) % 4001 - 2000);
}

struct Case {
  std::vector<std::int16_t> weights, in;
  std::vector<std::int32_t> bias;
  Products products;

  Case(std::size_t outputs, std::size_t inputs, std::size_t rows)
      : weights(outputs * inputs), in(rows * inputs), bias(outputs) {
    for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = number(i);
    for (std::size_t i = 0; i < in.size(); ++i) in[i] = number(i + 1'000'000);
    for (std::size_t i = 0; i < bias.size(); ++i) bias[i] = number(i + 2'000'000);
    products = {.weights = weights.data(),
                .bias = bias.data(),
                .outputs = outputs,
                .in = in.data(),
                .inputs = inputs,
                .rows = rows,
                .bits = 3,
                .out = nullptr};
  }

  std::vector<std::int32_t> run(void (*add)(const Products&)) {
    std::vector<std::int32_t> out(products.outputs * products.rows, 7);
    products.out = out.data();
    add(products);
    return out;
  }

  [[nodiscard]] std::vector<std::int32_t> expected() const {
    std::vector<std::int32_t> out;
    for (std::size_t row = 0; row < products.rows; ++row) {
      for (std::size_t o = 0; o < products.outputs; ++o) {
        std::int32_t sum = bias[o];
        for (std::size_t i = 0; i < products.inputs; ++i) {
          const std::size_t block = o / 16 * products.inputs * 16;
          sum += weights[block + i / 2 * 32 + o % 16 * 2 + i % 2] * in[row * products.inputs + i];
        }
        out.push_back(7 + (sum >> 3));
      }
    }
    return out;
  }
};

TEST_CASE("products are the same at every width of the registers") {
  for (const std::size_t outputs : {16U, 48U, 80U, 144U}) {
    for (const std::size_t inputs : {16U, 48U}) {
      for (const std::size_t rows : {1U, 2U, 4U, 7U}) {
        Case one(outputs, inputs, rows);
        const auto expected = one.expected();
        CHECK(one.run(add_products) == expected);
        CHECK(one.run(add_products_anywhere) == expected);
#if defined(__x86_64__)
        if (__builtin_cpu_supports("avx2")) CHECK(one.run(add_products_avx2) == expected);
        if (__builtin_cpu_supports("avx512bw")) CHECK(one.run(add_products_avx512) == expected);
#endif
      }
    }
  }
}

}  // namespace
}  // namespace relata
