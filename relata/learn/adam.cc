// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/adam.h"

#include <algorithm>
#include <cmath>

namespace relata {

void Parameter::fill(float width, Shuffle& random) {
  for (float& weight : value.values()) {
    const auto step = static_cast<float>(random.below(std::uint64_t{1} << 20));
    weight = (step / 524288.0F - 1.0F) * width;
  }
}

void Parameter::fill(Shuffle& random) {
  fill(std::sqrt(6.0F / static_cast<float>(value.rows() + value.columns())), random);
}

void Adam::begin_step(float rate) {
  mean_power_ *= kMeanDecay;
  square_power_ *= kSquareDecay;
  rate_ = rate * std::sqrt(1.0F - square_power_) / (1.0F - mean_power_);
}

void Adam::move(Parameter& parameter) const {
  move_values(parameter.value.values(), parameter.gradient.values(), parameter.mean.values(),
              parameter.square.values());
}

void Adam::move_rows(Parameter& table, std::span<const std::uint32_t> rows) const {
  const std::size_t columns = table.value.columns();
  for (const std::uint32_t row : rows) {
    move_values({table.value.row(row), columns}, {table.gradient.row(row), columns},
                {table.mean.row(row), columns}, {table.square.row(row), columns});
  }
}

void Adam::move_values(std::span<float> value, std::span<float> gradient, std::span<float> mean,
                       std::span<float> square) const {
  constexpr float kLeast = 1e-8F;
  for (std::size_t i = 0; i < value.size(); ++i) {
    mean[i] = kMeanDecay * mean[i] + (1.0F - kMeanDecay) * gradient[i];
    square[i] = kSquareDecay * square[i] + (1.0F - kSquareDecay) * gradient[i] * gradient[i];
    value[i] -= rate_ * mean[i] / (std::sqrt(square[i]) + kLeast);
    gradient[i] = 0;
  }
}

}  // namespace relata
