// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/matrix.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

#include "relata/base/result.h"

// Functions that are compiled for processors with wider registers too; the program takes the one that fits when it starts, which
// sanitizers do not bear.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define RELATA_SANITIZED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define RELATA_SANITIZED
#endif
#if defined(__x86_64__) && !defined(RELATA_SANITIZED)
#define RELATA_FOR_WIDE_REGISTERS __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define RELATA_FOR_WIDE_REGISTERS
#endif

namespace relata {
namespace {

// Sixteen numbers at once; the compiler splits them where registers are narrower.
using Lanes [[gnu::vector_size(64)]] = float;
constexpr std::size_t kLanes = 16;

// A product's left side: rows and columns may each be any distance apart.
struct Left {
  const float* values;
  std::size_t row_stride, column_stride;
};

// Adds to `Rows` rows and `Vectors` * 16 columns of `out`.
template <std::size_t Rows, std::size_t Vectors>
[[gnu::always_inline]] inline void add_tile(Left a, std::size_t inner, const float* b,
                                            std::size_t b_stride, float* out,
                                            std::size_t out_stride) {
  Lanes sums[Rows][Vectors];
#pragma GCC unroll 8
  for (std::size_t r = 0; r < Rows; ++r) {
#pragma GCC unroll 8
    for (std::size_t v = 0; v < Vectors; ++v)
      std::memcpy(&sums[r][v], out + r * out_stride + v * kLanes, sizeof(Lanes));
  }
  for (std::size_t k = 0; k < inner; ++k) {
    Lanes right[Vectors];
#pragma GCC unroll 8
    for (std::size_t v = 0; v < Vectors; ++v)
      std::memcpy(&right[v], b + k * b_stride + v * kLanes, sizeof(Lanes));
#pragma GCC unroll 8
    for (std::size_t r = 0; r < Rows; ++r) {
      const float left = a.values[r * a.row_stride + k * a.column_stride];
#pragma GCC unroll 8
      for (std::size_t v = 0; v < Vectors; ++v) sums[r][v] += left * right[v];
    }
  }
#pragma GCC unroll 8
  for (std::size_t r = 0; r < Rows; ++r) {
#pragma GCC unroll 8
    for (std::size_t v = 0; v < Vectors; ++v)
      std::memcpy(out + r * out_stride + v * kLanes, &sums[r][v], sizeof(Lanes));
  }
}

template <std::size_t Vectors>
[[gnu::always_inline]] inline void add_stripe(Left a, std::size_t rows, std::size_t inner,
                                              const float* b, std::size_t b_stride, float* out,
                                              std::size_t out_stride) {
  constexpr std::size_t kRows = 6;
  std::size_t r = 0;
  for (; r + kRows <= rows; r += kRows) {
    add_tile<kRows, Vectors>({a.values + r * a.row_stride, a.row_stride, a.column_stride}, inner, b,
                             b_stride, out + r * out_stride, out_stride);
  }
  for (; r < rows; ++r) {
    add_tile<1, Vectors>({a.values + r * a.row_stride, a.row_stride, a.column_stride}, inner, b,
                         b_stride, out + r * out_stride, out_stride);
  }
}

RELATA_FOR_WIDE_REGISTERS
void multiply(Left a, std::size_t rows, std::size_t inner, const float* b, std::size_t b_stride,
              std::size_t columns, float* out, std::size_t out_stride) {
  std::size_t c = 0;
  for (; c + 4 * kLanes <= columns; c += 4 * kLanes)
    add_stripe<4>(a, rows, inner, b + c, b_stride, out + c, out_stride);
  for (; c + kLanes <= columns; c += kLanes)
    add_stripe<1>(a, rows, inner, b + c, b_stride, out + c, out_stride);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t last = c; last < columns; ++last) {
      float sum = out[r * out_stride + last];
      for (std::size_t k = 0; k < inner; ++k)
        sum += a.values[r * a.row_stride + k * a.column_stride] * b[k * b_stride + last];
      out[r * out_stride + last] = sum;
    }
  }
}

// e^x for |x| <= 80, to about seven digits, by additions and multiplications alone.
inline float exponential(float x) {
  constexpr float kRounder = 12582912.0F;  // adding it rounds to a whole number
  const float clamped = std::min(std::max(x, -80.0F), 80.0F);
  const float shifted = clamped * 1.44269504F + kRounder;
  const float whole = shifted - kRounder;
  const float rest = (clamped - whole * 0.693359375F) + whole * 2.12194440e-4F;
  float sum = 1.9875691500e-4F;
  sum = sum * rest + 1.3981999507e-3F;
  sum = sum * rest + 8.3334519073e-3F;
  sum = sum * rest + 4.1665795894e-2F;
  sum = sum * rest + 1.6666665459e-1F;
  sum = sum * rest + 5.0000001201e-1F;
  sum = sum * rest * rest + rest + 1.0F;
  const auto power =
      (std::bit_cast<std::int32_t>(shifted) - std::bit_cast<std::int32_t>(kRounder) + 127) << 23;
  return sum * std::bit_cast<float>(power);
}

}  // namespace

void add_product(Block a, Block b, Block out) {
  RELATA_CHECK(a.columns == b.rows && out.rows == a.rows && out.columns == b.columns);
  multiply({a.values, a.stride, 1}, a.rows, a.columns, b.values, b.stride, b.columns, out.values,
           out.stride);
}

void add_product_transposed_a(Block a, Block b, Block out) {
  RELATA_CHECK(a.rows == b.rows && out.rows == a.columns && out.columns == b.columns);
  multiply({a.values, 1, a.stride}, a.columns, a.rows, b.values, b.stride, b.columns, out.values,
           out.stride);
}

void add_product_transposed_b(Block a, Block b, Block out) {
  RELATA_CHECK(a.columns == b.columns && out.rows == a.rows && out.columns == b.rows);
  Matrix turned(b.columns, b.rows);
  for (std::size_t r = 0; r < b.rows; ++r) {
    for (std::size_t c = 0; c < b.columns; ++c) turned.row(c)[r] = b.row(r)[c];
  }
  add_product(a, turned, out);
}

RELATA_FOR_WIDE_REGISTERS
void add_to_rows(std::span<const float> bias, Block out) {
  for (std::size_t r = 0; r < out.rows; ++r) {
    float* const row = out.row(r);
    for (std::size_t c = 0; c < out.columns; ++c) row[c] += bias[c];
  }
}

RELATA_FOR_WIDE_REGISTERS
void add_sum_of_rows(Block a, std::span<float> out) {
  for (std::size_t r = 0; r < a.rows; ++r) {
    const float* const row = a.row(r);
    for (std::size_t c = 0; c < a.columns; ++c) out[c] += row[c];
  }
}

RELATA_FOR_WIDE_REGISTERS
void to_sigmoid(std::span<float> values) {
  for (float& value : values) value = 1.0F / (1.0F + exponential(-value));
}

RELATA_FOR_WIDE_REGISTERS
void to_tanh(std::span<float> values) {
  for (float& value : values) value = 2.0F / (1.0F + exponential(-2.0F * value)) - 1.0F;
}

void to_softmax(std::span<float> values) {
  if (values.empty()) return;
  const float highest = *std::max_element(values.begin(), values.end());
  float sum = 0;
  for (float& value : values) sum += value = exponential(value - highest);
  for (float& value : values) value /= sum;
}

}  // namespace relata
