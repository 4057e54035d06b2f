// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/maxent.h"

#include <cmath>

#include "relata/learn/feature_table.h"
#include "relata/model/linear_model.h"

namespace relata {
namespace {

// Features by row number, without those that are too rare.
struct Rows {
  std::vector<std::vector<std::uint32_t>> of_example;
  std::vector<Feature> features;
};

Rows rows_of(std::span<const Example> examples, std::uint32_t least_count) {
  FeatureTable all;
  std::vector<std::uint32_t> counts;
  for (const Example& example : examples) {
    for (const Feature feature : example.features) {
      const std::uint32_t row = all.insert(feature);
      if (row == counts.size()) counts.push_back(0);
      ++counts[row];
    }
  }
  FeatureTable kept;
  Rows rows;
  rows.of_example.resize(examples.size());
  for (std::size_t i = 0; i < examples.size(); ++i) {
    for (const Feature feature : examples[i].features) {
      if (counts[*all.find(feature)] >= least_count)
        rows.of_example[i].push_back(kept.insert(feature));
    }
  }
  rows.features = kept.features();
  return rows;
}

class Trainer {
 public:
  Trainer(std::size_t rows, std::size_t labels, const MaxentOptions& options)
      : labels_(labels),
        options_(options),
        weights_(rows * labels, 0.0F),
        squares_(rows * labels, 1e-6F),
        p_(labels) {}

  void step(std::span<const std::uint32_t> rows, std::uint32_t truth) {
    std::fill(p_.begin(), p_.end(), 0.0F);
    for (const std::uint32_t row : rows) {
      const float* weights = &weights_[row * labels_];
      for (std::size_t label = 0; label < labels_; ++label) p_[label] += weights[label];
    }
    softmax(p_);
    p_[truth] -= 1.0F;  // now the gradient of the loss by score
    for (const std::uint32_t row : rows) {
      for (std::size_t label = 0; label < labels_; ++label)
        change(row * labels_ + label, p_[label]);
    }
  }

  [[nodiscard]] WeightRow row(std::uint32_t number, Feature feature) const {
    WeightRow out{feature, {}};
    for (std::uint32_t label = 0; label < labels_; ++label) {
      const float weight = weights_[number * labels_ + label];
      if (std::fabs(weight) >= options_.least_weight) out.weights.emplace_back(label, weight);
    }
    return out;
  }

 private:
  void change(std::size_t at, float gradient) {
    gradient += options_.l2 * weights_[at];
    squares_[at] += gradient * gradient;
    weights_[at] -= options_.rate * gradient / std::sqrt(squares_[at]);
  }

  std::size_t labels_;
  const MaxentOptions& options_;
  std::vector<float> weights_;
  std::vector<float> squares_;
  std::vector<float> p_;
};

}  // namespace

std::string train_maxent(std::span<const Example> examples, const std::vector<std::string>& labels,
                         const MaxentOptions& options) {
  const Rows rows = rows_of(examples, options.least_count);
  Trainer trainer(rows.features.size(), labels.size(), options);
  std::vector<std::uint32_t> order = numbers_to(examples.size());
  Shuffle shuffle(options.seed);
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    shuffle(order);
    for (const std::uint32_t i : order) trainer.step(rows.of_example[i], examples[i].label);
  }
  std::vector<WeightRow> kept;
  for (std::uint32_t number = 0; number < rows.features.size(); ++number) {
    WeightRow row = trainer.row(number, rows.features[number]);
    if (!row.weights.empty()) kept.push_back(std::move(row));
  }
  return linear_section(labels, std::move(kept), options.least_weight);
}

}  // namespace relata
