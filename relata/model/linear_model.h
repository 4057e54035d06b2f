// SPDX-License-Identifier: Apache-2.0
// LinearModel: for each label, the sum of the weights of the features at hand. Weights are 8-bit
// numbers with a power of two per feature, summed as integers, so that every compiler and processor
// gives the same sums. Rows lie in buckets by the feature's low bits and are told apart by its top
// 16 bits (an unseen feature meets a stranger's row about once in 20,000 times). The section, after
// model_file.h:
//
//   linear := u32:labels u32:buckets u32:label_bytes u32:row_bytes f32:scale u32:0
//             name{labels} (each ended by a zero byte) pad8  u32:start[buckets + 1]  row{*}
//   row    := u16:top u8:count u8:shift  u8:label[count]  i8:weight[count]      -- weight * 2^shift
//   * scale
//
//   std::vector<float> scores(model.labels().size());
//   model.scores(features, scores);
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "relata/base/result.h"
#include "relata/model/feature.h"
#include "relata/model/model_file.h"

namespace relata {

class LinearModel {
 public:
  static constexpr std::size_t kMaxLabels = 255;

  // A view into `file`, which must outlive it. Every bound is checked here, so that none need be
  // later.
  static Result<LinearModel> open(const ModelFile& file, std::string_view name);

  [[nodiscard]] const std::vector<std::string_view>& labels() const { return labels_; }

  // Sums per label; `out` has room for one number per label. Features that were never seen count
  // nothing; one given twice counts twice.
  void scores(std::span<const Feature> features, std::span<float> out) const;
  // The same as whole numbers (scores = sums * scale): for inner loops that only compare.
  void sums(std::span<const Feature> features, std::span<std::int32_t> out) const;
  // As sums, added to what `out` holds.
  void add(std::span<const Feature> features, std::span<std::int32_t> out) const;
  // The scores of a maxent model as probabilities that sum to 1.
  void probabilities(std::span<const Feature> features, std::span<float> out) const;

  [[nodiscard]] float scale() const { return scale_; }

 private:
  LinearModel() = default;
  [[nodiscard]] bool rows_are_sound() const;

  std::vector<std::string_view> labels_;
  std::span<const std::uint32_t> start_;
  std::span<const std::uint8_t> rows_;
  std::uint64_t bucket_mask_ = 0;
  float scale_ = 1;
};

// The label with the highest score; of equals the first.
[[nodiscard]] std::size_t best_label(std::span<const float> scores);

// Scores to probabilities, in place.
void softmax(std::span<float> scores);

// One feature's weights, as trained.
struct WeightRow {
  Feature feature = 0;
  std::vector<std::pair<std::uint32_t, float>> weights;  // label, weight
};

// The section of a linear model: weights below `least` in size are dropped, the rest rounded to 8
// bits within their row. The order of the rows does not matter.
[[nodiscard]] std::string linear_section(const std::vector<std::string>& labels,
                                         std::vector<WeightRow> rows, float least);

}  // namespace relata
