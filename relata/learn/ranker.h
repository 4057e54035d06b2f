// SPDX-License-Identifier: Apache-2.0
// A log-linear model that chooses one of several candidates, or none: the probability of a candidate is exp(its score)
// over the sum of all scores' and 1 for none (conditional logit). Trained by AdaGrad with L2 on the likelihood of the
// right ones; where several are right, any will do. Deterministic for a seed.
//
//   writer.add("place", train_ranker(choices, {.epochs = 30}));       // one label, "fits"
//   model.scores(features, score); chosen_probability(scores)          // LinearModel
#pragma once

#include <span>
#include <string>
#include <vector>

#include "relata/learn/maxent.h"
#include "relata/model/feature.h"

namespace relata {

// One decision: the candidates' features, and which of them are right (none of them: none is the right choice).
struct Choice {
  std::vector<std::vector<Feature>> candidates;
  std::vector<bool> right;
};

// The section for LinearModel::open.
[[nodiscard]] std::string train_ranker(std::span<const Choice> choices,
                                       const MaxentOptions& options);

}  // namespace relata
