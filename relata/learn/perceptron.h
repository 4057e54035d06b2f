// SPDX-License-Identifier: Apache-2.0
// Perceptron: the averaged perceptron over hashed features. Weights are whole numbers, so training
// gives the same bits everywhere. For sequence and tree models call scores() and update() from the
// loop that makes the decisions; for plain examples:
//
//   Perceptron model = train_perceptron(examples, {"no", "yes"}, {.epochs = 10});
//   writer.add("my_section", model.section({}));        // then LinearModel::open(file,
//   "my_section")
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "relata/learn/example.h"
#include "relata/learn/feature_table.h"
#include "relata/model/linear_model.h"

namespace relata {

// What is left out of the section: small averaged weights, and features that were seldom part of an
// update.
struct Pruning {
  float least_weight = 0.02F;
  std::uint32_t least_updates = 1;
  // A section that would be larger loses more of its small weights.
  std::size_t most_bytes = SIZE_MAX;
};

class Perceptron {
 public:
  // Features count only once they were part of this many updates, so that the others learn to do without the rare ones
  // (Goldberg and Elhadad 2011).
  explicit Perceptron(std::vector<std::string> labels, std::uint32_t least_updates = 1);

  [[nodiscard]] const std::vector<std::string>& labels() const { return labels_; }
  // Sums of the current weights (not yet averaged).
  void scores(std::span<const Feature> features, std::span<std::int64_t> out) const;
  // Towards `truth`, away from `guess`; the same label for both changes nothing.
  void update(std::span<const Feature> features, std::uint32_t truth, std::uint32_t guess);
  // One step of time for the average: once per decision, right or wrong.
  void tick() { ++now_; }
  // The averaged weights as a section for LinearModel.
  [[nodiscard]] std::string section(const Pruning& pruning) const;

 private:
  // Weights apart from their history: scoring reads only the first.
  struct Weight {
    std::int32_t weight = 0;
    std::uint32_t label = 0;
  };
  struct History {
    std::int64_t total = 0;  // weight summed over the steps up to `changed`
    std::uint64_t changed = 0;
  };
  struct Row {
    std::vector<Weight> weights;
    std::vector<History> histories;  // of the same labels
    std::uint32_t updates = 0;
  };
  [[nodiscard]] std::vector<WeightRow> averages(float least_weight,
                                                std::uint32_t least_updates) const;
  void change(Row& row, std::uint32_t label, std::int32_t by);

  std::vector<std::string> labels_;
  std::uint32_t least_updates_;
  FeatureTable table_;
  std::vector<Row> rows_;
  std::uint64_t now_ = 0;
};

struct PerceptronOptions {
  int epochs = 10;
  std::uint64_t seed = 1;
};

// Trains over the examples, shuffled anew each epoch.
[[nodiscard]] Perceptron train_perceptron(std::span<const Example> examples,
                                          std::vector<std::string> labels,
                                          const PerceptronOptions& options);

}  // namespace relata
