// SPDX-License-Identifier: Apache-2.0
// Parameter: weights that are learnt, with the gradient of the batch at hand. Adam: moves them against it (Kingma and Ba
// 2015); of tables, whose rows are mostly untouched by a batch, only the rows that were used.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "relata/learn/example.h"
#include "relata/learn/matrix.h"

namespace relata {

struct Parameter {
  Matrix value, gradient, mean, square;

  Parameter() = default;
  Parameter(std::size_t rows, std::size_t columns)
      : value(rows, columns), gradient(rows, columns), mean(rows, columns), square(rows, columns) {}
  // Evenly within ±width.
  void fill(float width, Shuffle& random);
  // As wide as keeps the size of what goes through (Glorot and Bengio 2010).
  void fill(Shuffle& random);
};

class Adam {
 public:
  // One step for all that follow, of this size.
  void begin_step(float rate);
  // Gradients are zero afterwards.
  void move(Parameter& parameter) const;
  void move_rows(Parameter& table, std::span<const std::uint32_t> rows) const;  // no row twice

 private:
  void move_values(std::span<float> value, std::span<float> gradient, std::span<float> mean,
                   std::span<float> square) const;

  static constexpr float kMeanDecay = 0.9F;
  static constexpr float kSquareDecay = 0.99F;
  float rate_ = 0;
  float mean_power_ = 1, square_power_ = 1;
};

}  // namespace relata
