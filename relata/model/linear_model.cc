// SPDX-License-Identifier: Apache-2.0
#include "relata/model/linear_model.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

#include "relata/model/section_reader.h"

namespace relata {
namespace {

constexpr std::size_t kRowHeader = 4;
constexpr std::uint32_t kMaxShift =
    20;  // 127 * 2^20 * 16 features still fits 31 bits; rows that large are the bias at most

std::uint16_t top_of(Feature feature) { return static_cast<std::uint16_t>(feature >> 48); }

std::uint16_t read_top(const std::uint8_t* row) {
  std::uint16_t top = 0;
  std::memcpy(&top, row, sizeof top);
  return top;
}

}  // namespace

Result<LinearModel> LinearModel::open(const ModelFile& file, std::string_view name) {
  RELATA_TRY(const auto bytes, file.section(name));
  SectionReader reader(bytes);
  const auto labels = reader.value<std::uint32_t>();
  const auto buckets = reader.value<std::uint32_t>();
  const auto label_bytes = reader.value<std::uint32_t>();
  const auto row_bytes = reader.value<std::uint32_t>();
  LinearModel model;
  model.scale_ = reader.value<float>();
  static_cast<void>(reader.value<std::uint32_t>());
  std::string_view names = reader.text(label_bytes);
  reader.align();
  model.start_ = reader.array<std::uint32_t>(std::uint64_t{buckets} + 1);
  model.rows_ = reader.array<std::uint8_t>(row_bytes);
  const Error broken{"model section " + std::string(name) + " is broken"};
  if (!reader.ok() || labels > kMaxLabels || !std::has_single_bit(buckets)) return broken;
  for (std::uint32_t label = 0; label < labels; ++label) {
    const auto end = names.find('\0');
    if (end == std::string_view::npos) return broken;
    model.labels_.push_back(names.substr(0, end));
    names.remove_prefix(end + 1);
  }
  model.bucket_mask_ = buckets - 1;
  if (!std::isfinite(model.scale_) || !model.rows_are_sound()) return broken;
  return model;
}

bool LinearModel::rows_are_sound() const {
  if (start_.front() != 0 || start_.back() != rows_.size()) return false;
  for (std::size_t bucket = 0; bucket + 1 < start_.size(); ++bucket) {
    std::size_t at = start_[bucket];
    const std::size_t end = start_[bucket + 1];
    if (end > rows_.size()) return false;
    while (at < end) {
      if (end - at < kRowHeader) return false;
      const std::size_t count = rows_[at + 2];
      if (rows_[at + 3] > kMaxShift || end - at - kRowHeader < 2 * count) return false;
      const auto labels = rows_.subspan(at + kRowHeader, count);
      if (std::any_of(labels.begin(), labels.end(),
                      [&](std::uint8_t label) { return label >= labels_.size(); })) {
        return false;
      }
      at += kRowHeader + 2 * count;
    }
    if (at != end) return false;
  }
  return true;
}

void LinearModel::add(std::span<const Feature> features, std::span<std::int32_t> out) const {
  RELATA_CHECK(out.size() >= labels_.size());
  // Far ahead of its use each row is asked of memory: the rows of one decision lie all over the
  // file.
  for (const Feature feature : features) __builtin_prefetch(&start_[feature & bucket_mask_]);
  for (const Feature feature : features)
    __builtin_prefetch(rows_.data() + start_[feature & bucket_mask_]);
  for (const Feature feature : features) {
    const std::uint64_t bucket = feature & bucket_mask_;
    const std::uint8_t* row = rows_.data() + start_[bucket];
    const std::uint8_t* const end = rows_.data() + start_[bucket + 1];
    const std::uint16_t top = top_of(feature);
    while (row != end) {
      const std::size_t count = row[2];
      if (read_top(row) == top) {
        const std::uint8_t* const labels = row + kRowHeader;
        const std::int32_t unit = std::int32_t{1} << row[3];
        for (std::size_t i = 0; i < count; ++i) {
          out[labels[i]] += static_cast<std::int8_t>(labels[count + i]) * unit;
        }
        break;
      }
      row += kRowHeader + 2 * count;
    }
  }
}

void LinearModel::sums(std::span<const Feature> features, std::span<std::int32_t> out) const {
  std::fill_n(out.begin(), std::min(out.size(), labels_.size()), 0);
  add(features, out);
}

void LinearModel::scores(std::span<const Feature> features, std::span<float> out) const {
  std::array<std::int32_t, kMaxLabels> whole;
  sums(features, whole);
  for (std::size_t label = 0; label < labels_.size(); ++label) {
    out[label] = static_cast<float>(whole[label]) * scale_;
  }
}

void LinearModel::probabilities(std::span<const Feature> features, std::span<float> out) const {
  scores(features, out);
  softmax(out.first(labels_.size()));
}

std::size_t best_label(std::span<const float> scores) {
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

void softmax(std::span<float> scores) {
  if (scores.empty()) return;
  const float highest = *std::max_element(scores.begin(), scores.end());
  float sum = 0;
  for (float& score : scores) {
    score = std::exp(score - highest);
    sum += score;
  }
  for (float& score : scores) score /= sum;
}

namespace {

// Steps of 2^shift units in which the largest weight of the row still fits 8 bits.
std::uint32_t shift_for(float largest, float unit) {
  std::uint32_t shift = 0;
  while (shift < kMaxShift && largest / (unit * static_cast<float>(1U << shift)) > 127.49F) ++shift;
  return shift;
}

std::string row_bytes(const WeightRow& row, float least, float unit) {
  float largest = 0;
  for (const auto& [label, weight] : row.weights) largest = std::max(largest, std::fabs(weight));
  const std::uint32_t shift = shift_for(largest, unit);
  std::string labels;
  std::string weights;
  for (const auto& [label, weight] : row.weights) {
    const float steps =
        std::clamp(std::round(weight / (unit * static_cast<float>(1U << shift))), -127.0F, 127.0F);
    if (std::fabs(weight) < least || steps == 0) continue;
    labels += static_cast<char>(label);
    weights += static_cast<char>(static_cast<std::int8_t>(steps));
  }
  if (labels.empty()) return {};
  SectionBytes bytes;
  bytes.value(top_of(row.feature));
  bytes.value(static_cast<std::uint8_t>(labels.size()));
  bytes.value(static_cast<std::uint8_t>(shift));
  bytes.text(labels);
  bytes.text(weights);
  return std::move(bytes).take();
}

}  // namespace

std::string linear_section(const std::vector<std::string>& labels, std::vector<WeightRow> rows,
                           float least) {
  RELATA_CHECK(labels.size() <= LinearModel::kMaxLabels);
  float largest = 0;
  for (auto& row : rows) {
    std::sort(row.weights.begin(), row.weights.end());
    for (const auto& [label, weight] : row.weights) largest = std::max(largest, std::fabs(weight));
  }
  // The smallest weights that are kept still have a step of their own, the largest fit with the
  // highest shift.
  const float unit = std::max({least / 2, largest / (127.0F * 4096.0F), 1e-9F});
  const std::size_t buckets = std::bit_ceil(std::max<std::size_t>(1, rows.size() / 3));
  const auto bucket_of = [&](const WeightRow& row) { return row.feature & (buckets - 1); };
  std::sort(rows.begin(), rows.end(), [&](const WeightRow& a, const WeightRow& b) {
    return std::pair(bucket_of(a), a.feature) < std::pair(bucket_of(b), b.feature);
  });
  std::vector<std::uint32_t> start(buckets + 1, 0);
  std::string all_rows;
  for (const auto& row : rows) {
    all_rows += row_bytes(row, least, unit);
    start[bucket_of(row) + 1] = static_cast<std::uint32_t>(all_rows.size());
  }
  for (std::size_t bucket = 1; bucket <= buckets; ++bucket)
    start[bucket] = std::max(start[bucket], start[bucket - 1]);
  std::string names;
  for (const auto& label : labels) names += label + '\0';
  SectionBytes bytes;
  for (const std::size_t number : {labels.size(), buckets, names.size(), all_rows.size()}) {
    bytes.value(static_cast<std::uint32_t>(number));
  }
  bytes.value(unit);
  bytes.value(std::uint32_t{0});
  bytes.text(names);
  bytes.align();
  bytes.array(std::span<const std::uint32_t>(start));
  bytes.text(all_rows);
  return std::move(bytes).take();
}

}  // namespace relata
