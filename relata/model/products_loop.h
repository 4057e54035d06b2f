// SPDX-License-Identifier: Apache-2.0
// The loop of Products, for the registers that the including file is compiled for. Included by one file per width, which is why
// it includes nothing whose functions the linker could share between them.
#pragma once

#include <cstring>

#include "relata/model/products.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace relata {
namespace {

#if defined(__AVX512BW__)
using Numbers = __m512i;
inline Numbers multiply_pairs(Numbers a, Numbers b) { return _mm512_madd_epi16(a, b); }
inline Numbers add(Numbers a, Numbers b) { return _mm512_add_epi32(a, b); }
inline Numbers all(std::int32_t pair) { return _mm512_set1_epi32(pair); }
#elif defined(__AVX2__)
using Numbers = __m256i;
inline Numbers multiply_pairs(Numbers a, Numbers b) { return _mm256_madd_epi16(a, b); }
inline Numbers add(Numbers a, Numbers b) { return _mm256_add_epi32(a, b); }
inline Numbers all(std::int32_t pair) { return _mm256_set1_epi32(pair); }
#elif defined(__x86_64__)
using Numbers = __m128i;
inline Numbers multiply_pairs(Numbers a, Numbers b) { return _mm_madd_epi16(a, b); }
inline Numbers add(Numbers a, Numbers b) { return _mm_add_epi32(a, b); }
inline Numbers all(std::int32_t pair) { return _mm_set1_epi32(pair); }
#else
struct Numbers {
  std::int32_t at[4];
};
inline Numbers multiply_pairs(Numbers a, Numbers b) {
  Numbers sums;
  for (int i = 0; i < 4; ++i) {
    std::int16_t left[2], right[2];
    std::memcpy(left, &a.at[i], sizeof left);
    std::memcpy(right, &b.at[i], sizeof right);
    sums.at[i] = left[0] * right[0] + left[1] * right[1];
  }
  return sums;
}
inline Numbers add(Numbers a, Numbers b) {
  for (int i = 0; i < 4; ++i) a.at[i] += b.at[i];
  return a;
}
inline Numbers all(std::int32_t pair) { return {pair, pair, pair, pair}; }
#endif

constexpr std::size_t kVectors =
    Products::kBlock * sizeof(std::int32_t) / sizeof(Numbers);  // of a block

template <std::size_t Rows, std::size_t Blocks>
[[gnu::always_inline]] inline void add_tile(const Products& p, std::size_t row, std::size_t block) {
  constexpr std::size_t kWidth = Blocks * kVectors;
  const std::size_t block_weights = p.inputs * Products::kBlock;
  const std::int16_t* const weights = p.weights + block * block_weights;
  Numbers sums[Rows][kWidth] = {};
  for (std::size_t i = 0; i < p.inputs; i += 2) {
    Numbers right[kWidth];
#pragma GCC unroll 16
    for (std::size_t v = 0; v < kWidth; ++v) {
      std::memcpy(&right[v],
                  weights + v / kVectors * block_weights + i * Products::kBlock +
                      v % kVectors * sizeof(Numbers) / sizeof(std::int16_t),
                  sizeof(Numbers));
    }
#pragma GCC unroll 16
    for (std::size_t r = 0; r < Rows; ++r) {
      std::int32_t pair = 0;
      std::memcpy(&pair, p.in + (row + r) * p.inputs + i, sizeof pair);
      const Numbers left = all(pair);
#pragma GCC unroll 16
      for (std::size_t v = 0; v < kWidth; ++v)
        sums[r][v] = add(sums[r][v], multiply_pairs(left, right[v]));
    }
  }
  for (std::size_t r = 0; r < Rows; ++r) {
    std::int32_t numbers[Blocks * Products::kBlock];
    std::memcpy(numbers, sums[r], sizeof numbers);
    const std::size_t first = block * Products::kBlock;
    std::int32_t* const out = p.out + (row + r) * p.outputs + first;
    for (std::size_t o = 0; o < Blocks * Products::kBlock; ++o)
      out[o] += (p.bias[first + o] + numbers[o]) >> p.bits;
  }
}

// As many sums at once as registers hold.
constexpr std::size_t kWideBlocks = sizeof(Numbers) == 64 ? 8 : sizeof(Numbers) == 32 ? 4 : 2;
constexpr std::size_t kTileBlocks = sizeof(Numbers) == 64 ? 4 : 1;
constexpr std::size_t kTileRows = sizeof(Numbers) == 16 ? 2 : 4;

inline void loop_over(const Products& p) {
  const std::size_t blocks = p.outputs / Products::kBlock;
  std::size_t block = 0;
  if (p.rows >= kTileRows) {
    for (; block < blocks;) {
      const bool whole = block + kTileBlocks <= blocks;
      std::size_t row = 0;
      for (; row + kTileRows <= p.rows; row += kTileRows)
        whole ? add_tile<kTileRows, kTileBlocks>(p, row, block)
              : add_tile<kTileRows, 1>(p, row, block);
      for (; row < p.rows; ++row)
        whole ? add_tile<1, kTileBlocks>(p, row, block) : add_tile<1, 1>(p, row, block);
      block += whole ? kTileBlocks : 1;
    }
    return;
  }
  for (std::size_t row = 0; row < p.rows; ++row) {
    for (block = 0; block + kWideBlocks <= blocks; block += kWideBlocks)
      add_tile<1, kWideBlocks>(p, row, block);
    for (; block < blocks; ++block) add_tile<1, 1>(p, row, block);
  }
}

}  // namespace
}  // namespace relata
