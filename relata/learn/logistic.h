// SPDX-License-Identifier: Apache-2.0
// Logistic regression with few inputs, by Newton's method with a little L2: for calibration. Deterministic.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

namespace relata {

// One observation; the first input is 1 where a constant is wanted.
template <std::size_t n>
struct Observation {
  std::array<double, n> inputs;
  bool right = false;
};

// Solves a * x = b for a small positive definite `a`, by Gauss without pivots.
template <std::size_t n>
std::array<double, n> solve(std::array<std::array<double, n>, n> a, std::array<double, n> b) {
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t row = i + 1; row < n; ++row) {
      const double factor = a[row][i] / a[i][i];
      for (std::size_t k = i; k < n; ++k) a[row][k] -= factor * a[i][k];
      b[row] -= factor * b[i];
    }
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) b[i] -= a[i][k] * b[k];
    b[i] /= a[i][i];
  }
  return b;
}

// The weights under which the observations are likeliest; all 0 if there are none.
template <std::size_t n>
std::array<double, n> fit_logistic(std::span<const Observation<n>> observations) {
  constexpr int kSteps = 25;
  constexpr double kL2 = 0.1;
  std::array<double, n> weights{};
  for (int step = 0; step < kSteps; ++step) {
    std::array<double, n> gradient{};
    std::array<std::array<double, n>, n> curvature{};
    for (std::size_t i = 0; i < n; ++i) {
      gradient[i] = kL2 * weights[i];
      curvature[i][i] = kL2;
    }
    for (const Observation<n>& one : observations) {
      double score = 0;
      for (std::size_t i = 0; i < n; ++i) score += weights[i] * one.inputs[i];
      const double likely = 1 / (1 + std::exp(-score));
      for (std::size_t i = 0; i < n; ++i) {
        gradient[i] += (likely - (one.right ? 1 : 0)) * one.inputs[i];
        for (std::size_t k = 0; k < n; ++k)
          curvature[i][k] += likely * (1 - likely) * one.inputs[i] * one.inputs[k];
      }
    }
    const std::array<double, n> change = solve(curvature, gradient);
    for (std::size_t i = 0; i < n; ++i) weights[i] -= change[i];
  }
  return weights;
}

}  // namespace relata
