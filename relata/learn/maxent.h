// SPDX-License-Identifier: Apache-2.0
// Multinomial logistic regression over hashed features (AdaGrad, L2): use it where the probability
// itself matters. Deterministic for a seed. It does not pick its own strength of regularisation:
// measure on held-out folds.
//
//   writer.add("claim_status", train_maxent(examples, labels, {.epochs = 20, .l2 = 1e-5F}));
//   model.probabilities(features, out);                 // LinearModel
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "relata/learn/example.h"

namespace relata {

struct MaxentOptions {
  int epochs = 20;
  std::uint64_t seed = 1;
  float rate = 0.1F;              // AdaGrad's first step
  float l2 = 1e-5F;               // per example and feature at hand
  std::uint32_t least_count = 2;  // features seen in fewer examples are left out
  float least_weight = 0.005F;    // weights below are left out of the section
};

// The section for LinearModel::open.
[[nodiscard]] std::string train_maxent(std::span<const Example> examples,
                                       const std::vector<std::string>& labels,
                                       const MaxentOptions& options);

}  // namespace relata
