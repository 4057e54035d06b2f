// SPDX-License-Identifier: Apache-2.0
#include "relata/eval/scoreboard.h"

#include <algorithm>
#include <random>

namespace relata {
namespace {

constexpr std::uint64_t kSeed = 20161213;

double share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

void add(std::vector<Tally>& totals, const std::vector<Tally>& document) {
  for (std::size_t i = 0; i < totals.size(); ++i) totals[i] += document[i];
}

}  // namespace

Tally& Tally::operator+=(const Tally& other) {
  hit += other.hit;
  system += other.system;
  gold += other.gold;
  return *this;
}

double Tally::precision() const { return share(hit, system); }
double Tally::recall() const { return share(hit, gold); }
double Tally::f1() const {
  const double p = precision(), r = recall();
  return p + r > 0 ? 2 * p * r / (p + r) : 0.0;
}

Scoreboard::Scoreboard(std::vector<Measure> measures) : measures_(std::move(measures)) {}

std::vector<Tally>& Scoreboard::add_document() {
  documents_.emplace_back(measures_.size());
  return documents_.back();
}

std::vector<double> Scoreboard::values(const std::vector<Tally>& totals) const {
  std::vector<double> out(totals.size());
  for (std::size_t i = 0; i < totals.size(); ++i)
    out[i] = measures_[i].kind == Kind::accuracy ? totals[i].recall() : totals[i].f1();
  for (std::size_t mean = 0; mean < totals.size(); ++mean) {
    if (measures_[mean].kind != Kind::weighted_f1) continue;
    double weighted = 0, weight = 0;
    for (std::size_t i = 0; i < totals.size(); ++i) {
      if (measures_[i].kind != Kind::class_f1 || measures_[i].group != measures_[mean].group)
        continue;
      weighted += out[i] * static_cast<double>(totals[i].gold);
      weight += static_cast<double>(totals[i].gold);
    }
    out[mean] = weight > 0 ? weighted / weight : 0.0;
  }
  return out;
}

std::vector<Score> Scoreboard::scores(unsigned resamples) const {
  std::vector<Tally> totals(measures_.size());
  for (const auto& document : documents_) add(totals, document);
  const std::vector<double> value = values(totals);
  std::vector<std::vector<double>> drawn(measures_.size());
  std::mt19937_64 random(kSeed);
  for (unsigned i = 0; i < resamples && !documents_.empty(); ++i) {
    std::vector<Tally> resample(measures_.size());
    // The remainder, not a distribution: the standard leaves the values of distributions to each library.
    for (std::size_t j = 0; j < documents_.size(); ++j)
      add(resample, documents_[random() % documents_.size()]);
    const std::vector<double> resampled = values(resample);
    for (std::size_t m = 0; m < drawn.size(); ++m) drawn[m].push_back(resampled[m]);
  }
  std::vector<Score> scores;
  for (std::size_t m = 0; m < measures_.size(); ++m) {
    if (measures_[m].name.empty()) continue;
    Score score{measures_[m].name, measures_[m].kind, totals[m], value[m], value[m], value[m]};
    if (auto& values = drawn[m]; !values.empty()) {
      std::sort(values.begin(), values.end());
      score.low = values[values.size() * 25 / 1000];
      score.high = values[std::min(values.size() - 1, values.size() * 975 / 1000)];
    }
    scores.push_back(std::move(score));
  }
  return scores;
}

}  // namespace relata
