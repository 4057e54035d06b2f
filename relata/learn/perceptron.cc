// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/perceptron.h"

#include <algorithm>
#include <cmath>

#include "relata/base/result.h"
#include "relata/model/linear_model.h"

namespace relata {

Perceptron::Perceptron(std::vector<std::string> labels, std::uint32_t least_updates)
    : labels_(std::move(labels)), least_updates_(least_updates) {
  RELATA_CHECK(labels_.size() <= LinearModel::kMaxLabels);
}

void Perceptron::scores(std::span<const Feature> features, std::span<std::int64_t> out) const {
  std::fill_n(out.begin(), labels_.size(), 0);
  for (const Feature feature : features) table_.prefetch(feature);
  for (const Feature feature : features) {
    const auto row = table_.find(feature);
    if (!row || rows_[*row].updates < least_updates_) continue;
    for (const Weight& one : rows_[*row].weights) out[one.label] += one.weight;
  }
}

void Perceptron::change(Row& row, std::uint32_t label, std::int32_t by) {
  std::size_t at = 0;
  while (at < row.weights.size() && row.weights[at].label != label) ++at;
  if (at == row.weights.size()) {
    row.weights.push_back({0, label});
    row.histories.push_back({0, now_});
  }
  History& history = row.histories[at];
  history.total += static_cast<std::int64_t>(now_ - history.changed) * row.weights[at].weight;
  history.changed = now_;
  row.weights[at].weight += by;
}

void Perceptron::update(std::span<const Feature> features, std::uint32_t truth,
                        std::uint32_t guess) {
  if (truth == guess) return;
  for (const Feature feature : features) {
    const std::uint32_t number = table_.insert(feature);
    if (number == rows_.size()) rows_.emplace_back();
    Row& row = rows_[number];
    ++row.updates;
    change(row, truth, 1);
    change(row, guess, -1);
  }
}

std::string Perceptron::section(const Pruning& pruning) const {
  float least = pruning.least_weight;
  std::string section = linear_section(labels_, averages(least, pruning.least_updates), least);
  while (section.size() > pruning.most_bytes) {
    least *= 1.1F;
    section = linear_section(labels_, averages(least, pruning.least_updates), least);
  }
  return section;
}

std::vector<WeightRow> Perceptron::averages(float least_weight, std::uint32_t least_updates) const {
  const std::vector<Feature> features = table_.features();
  std::vector<WeightRow> kept;
  const double steps = static_cast<double>(std::max<std::uint64_t>(now_, 1));
  for (std::size_t number = 0; number < rows_.size(); ++number) {
    const Row& row = rows_[number];
    if (row.updates < std::max(least_updates_, least_updates)) continue;
    WeightRow out{features[number], {}};
    for (std::size_t i = 0; i < row.weights.size(); ++i) {
      const auto& [total, changed] = row.histories[i];
      const auto& [weight, label] = row.weights[i];
      const std::int64_t whole = total + static_cast<std::int64_t>(now_ - changed) * weight;
      const auto average = static_cast<float>(static_cast<double>(whole) / steps);
      if (std::abs(average) >= least_weight) out.weights.emplace_back(label, average);
    }
    if (!out.weights.empty()) kept.push_back(std::move(out));
  }
  return kept;
}

Perceptron train_perceptron(std::span<const Example> examples, std::vector<std::string> labels,
                            const PerceptronOptions& options) {
  Perceptron model(std::move(labels));
  std::vector<std::int64_t> scores(model.labels().size());
  std::vector<std::uint32_t> order = numbers_to(examples.size());
  Shuffle shuffle(options.seed);
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    shuffle(order);
    for (const std::uint32_t number : order) {
      const Example& example = examples[number];
      model.scores(example.features, scores);
      const auto guess = std::max_element(scores.begin(), scores.end()) - scores.begin();
      model.tick();
      model.update(example.features, example.label, static_cast<std::uint32_t>(guess));
    }
  }
  return model;
}

}  // namespace relata
