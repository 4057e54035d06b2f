// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/matrix.h"

#include <cmath>

#include "doctest/doctest.h"
#include "relata/learn/example.h"

namespace relata {
namespace {

Matrix random_matrix(std::size_t rows, std::size_t columns, Shuffle& random) {
  Matrix matrix(rows, columns);
  for (float& value : matrix.values()) value = static_cast<float>(random.below(2001)) / 1000.0F - 1;
  return matrix;
}

TEST_CASE("products are what their definition says, at sizes that fill registers and that do not") {
  Shuffle random(1);
  for (const std::size_t rows : {1U, 6U, 13U}) {
    for (const std::size_t columns : {3U, 16U, 83U}) {
      constexpr std::size_t kInner = 9;
      Matrix a = random_matrix(rows, kInner, random);
      Matrix b = random_matrix(kInner, columns, random);
      Matrix a_turned(kInner, rows);
      Matrix b_turned(columns, kInner);
      for (std::size_t k = 0; k < kInner; ++k) {
        for (std::size_t r = 0; r < rows; ++r) a_turned.row(k)[r] = a.row(r)[k];
        for (std::size_t c = 0; c < columns; ++c) b_turned.row(c)[k] = b.row(k)[c];
      }
      Matrix out(rows, columns);
      Matrix out_a(rows, columns);
      Matrix out_b(rows, columns);
      add_product(a, b, out);
      add_product_transposed_a(a_turned, b, out_a);
      add_product_transposed_b(a, b_turned, out_b);
      for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
          double sum = 0;
          for (std::size_t k = 0; k < kInner; ++k) sum += double{a.row(r)[k]} * double{b.row(k)[c]};
          CHECK(out.row(r)[c] == doctest::Approx(sum).epsilon(1e-4));
          CHECK(out_a.row(r)[c] == out.row(r)[c]);
          CHECK(out_b.row(r)[c] == out.row(r)[c]);
        }
      }
    }
  }
}

TEST_CASE("curves are those of the standard library") {
  std::vector<float> sigmoid, tangent;
  for (float x = -12; x < 12; x += 0.37F) sigmoid.push_back(x);
  tangent = sigmoid;
  std::vector<float> from = sigmoid;
  to_sigmoid(sigmoid);
  to_tanh(tangent);
  for (std::size_t i = 0; i < from.size(); ++i) {
    CHECK(sigmoid[i] == doctest::Approx(1 / (1 + std::exp(-from[i]))).epsilon(1e-5));
    CHECK(std::fabs(tangent[i] - std::tanh(from[i])) < 1e-6F);
  }
  std::vector<float> scores = {1, 2, 300};
  to_softmax(scores);
  CHECK(scores[2] == doctest::Approx(1));
  CHECK(scores[0] + scores[1] < 1e-6F);
}

}  // namespace
}  // namespace relata
