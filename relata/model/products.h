// SPDX-License-Identifier: Apache-2.0
// Products of rows of 16-bit numbers with a matrix of such, summed in 32 bits: what IntegerMatrix spends its time on, made for
// several widths of registers. Whole numbers, so all give the same.
#pragma once

#include <cstddef>
#include <cstdint>

namespace relata {

// out[row * outputs + o] += (bias[o] + the sum over i of weight(o, i) * in[row * inputs + i]) >> bits.
// Weights lie in blocks of 16 outputs; in a block, for each two inputs, the two weights of each of its outputs.
struct Products {
  static constexpr std::size_t kBlock = 16;

  const std::int16_t* weights = nullptr;
  const std::int32_t* bias = nullptr;
  std::size_t outputs = 0;  // a multiple of kBlock
  const std::int16_t* in = nullptr;
  std::size_t inputs = 0;  // even
  std::size_t rows = 0;
  int bits = 0;
  std::int32_t* out = nullptr;
};

void add_products(const Products& products);  // by the widest that the processor has

void add_products_anywhere(const Products& products);
#if defined(__x86_64__)
void add_products_avx2(const Products& products);
void add_products_avx512(const Products& products);
#endif

}  // namespace relata
