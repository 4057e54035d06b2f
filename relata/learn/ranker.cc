// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/ranker.h"

#include <cmath>

#include "relata/learn/feature_table.h"
#include "relata/model/linear_model.h"

namespace relata {

namespace {

using Rows = std::vector<std::uint32_t>;

// A choice with features as row numbers; rare features are left out.
struct CompactChoice {
  std::vector<Rows> candidates;
  std::vector<bool> right;
};

struct Compact {
  std::vector<CompactChoice> choices;
  std::vector<Feature> features;  // by row
};

Compact compact(std::span<const Choice> choices, std::uint32_t least_count) {
  FeatureTable all;
  std::vector<std::uint32_t> counts;
  for (const Choice& choice : choices) {
    for (const auto& candidate : choice.candidates) {
      for (const Feature feature : candidate) {
        const std::uint32_t row = all.insert(feature);
        if (row == counts.size()) counts.push_back(0);
        ++counts[row];
      }
    }
  }
  FeatureTable kept;
  Compact out;
  for (const Choice& choice : choices) {
    CompactChoice& added = out.choices.emplace_back(CompactChoice{{}, choice.right});
    for (const auto& candidate : choice.candidates) {
      Rows& rows = added.candidates.emplace_back();
      for (const Feature feature : candidate) {
        if (counts[*all.find(feature)] >= least_count) rows.push_back(kept.insert(feature));
      }
    }
  }
  out.features = kept.features();
  return out;
}

class Trainer {
 public:
  Trainer(std::size_t rows, const MaxentOptions& options)
      : options_(options), weights_(rows, 0.0F), squares_(rows, 1e-6F) {}

  void step(const CompactChoice& choice) {
    std::vector<float> scores{0.0F};  // none
    for (const Rows& rows : choice.candidates) {
      float score = 0;
      for (const std::uint32_t row : rows) score += weights_[row];
      scores.push_back(score);
    }
    softmax(scores);
    float right = 0;
    for (std::size_t i = 0; i < choice.right.size(); ++i)
      right += choice.right[i] ? scores[i + 1] : 0.0F;
    for (std::size_t i = 0; i < choice.right.size(); ++i) {
      const float wanted = choice.right[i] ? scores[i + 1] / std::max(right, 1e-6F) : 0.0F;
      for (const std::uint32_t row : choice.candidates[i]) change(row, scores[i + 1] - wanted);
    }
  }

  [[nodiscard]] std::string section(const std::vector<Feature>& features) const {
    std::vector<WeightRow> kept;
    for (std::uint32_t row = 0; row < features.size(); ++row) {
      if (std::fabs(weights_[row]) >= options_.least_weight)
        kept.push_back({features[row], {{0, weights_[row]}}});
    }
    return linear_section({"fits"}, std::move(kept), options_.least_weight);
  }

 private:
  void change(std::uint32_t row, float gradient) {
    gradient += options_.l2 * weights_[row];
    squares_[row] += gradient * gradient;
    weights_[row] -= options_.rate * gradient / std::sqrt(squares_[row]);
  }

  const MaxentOptions& options_;
  std::vector<float> weights_;
  std::vector<float> squares_;
};

}  // namespace

std::string train_ranker(std::span<const Choice> choices, const MaxentOptions& options) {
  const Compact data = compact(choices, options.least_count);
  Trainer trainer(data.features.size(), options);
  std::vector<std::uint32_t> order = numbers_to(choices.size());
  Shuffle shuffle(options.seed);
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    shuffle(order);
    for (const std::uint32_t i : order) trainer.step(data.choices[i]);
  }
  return trainer.section(data.features);
}

}  // namespace relata
