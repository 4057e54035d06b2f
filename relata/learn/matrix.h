// SPDX-License-Identifier: Apache-2.0
// Matrix: numbers in rows, and the three products that forward and backward passes need. Sums are made in one fixed order
// without fused steps, so every processor gives the same bits, however wide its registers.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace relata {

class Matrix {
 public:
  Matrix() = default;
  Matrix(std::size_t rows, std::size_t columns)
      : rows_(rows), columns_(columns), values_(rows * columns) {}

  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] std::size_t columns() const { return columns_; }
  [[nodiscard]] float* row(std::size_t row) { return values_.data() + row * columns_; }
  [[nodiscard]] const float* row(std::size_t row) const { return values_.data() + row * columns_; }
  [[nodiscard]] std::span<float> values() { return values_; }
  [[nodiscard]] std::span<const float> values() const { return values_; }

  // Another shape, all zero.
  void reset(std::size_t rows, std::size_t columns) {
    rows_ = rows;
    columns_ = columns;
    values_.assign(rows * columns, 0.0F);
  }

 private:
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  std::vector<float> values_;
};

// Rows of a matrix, and columns of those.
struct Block {
  float* values = nullptr;
  std::size_t rows = 0, columns = 0, stride = 0;

  Block() = default;
  Block(Matrix& matrix)
      : values(matrix.row(0)),
        rows(matrix.rows()),
        columns(matrix.columns()),
        stride(matrix.columns()) {}
  [[nodiscard]] Block row_range(std::size_t first, std::size_t count) const {
    Block part = *this;
    part.values += first * stride;
    part.rows = count;
    return part;
  }
  [[nodiscard]] Block column_range(std::size_t first, std::size_t count) const {
    Block part = *this;
    part.values += first;
    part.columns = count;
    return part;
  }
  [[nodiscard]] float* row(std::size_t number) const { return values + number * stride; }
};

void add_product(Block a, Block b, Block out);               // out += a b
void add_product_transposed_a(Block a, Block b, Block out);  // out += aᵀ b
void add_product_transposed_b(Block a, Block b, Block out);  // out += a bᵀ
void add_to_rows(std::span<const float> bias, Block out);    // each row += bias
void add_sum_of_rows(Block a, std::span<float> out);         // out += the sum of the rows of a

// In place.
void to_sigmoid(std::span<float> values);
void to_tanh(std::span<float> values);
void to_softmax(std::span<float> values);

}  // namespace relata
