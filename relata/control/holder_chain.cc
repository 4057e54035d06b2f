// SPDX-License-Identifier: Apache-2.0
#include "relata/control/holder_chain.h"

#include <algorithm>
#include <numeric>

namespace relata {
namespace {

constexpr int kLookClosely =
    60;  // days: a longer gap with one holder at both ends is looked at in its middle only

// By squaring: the same bits on every processor, which the library's power is not.
double power(double base, int exponent) {
  double result = 1;
  for (; exponent > 0; exponent /= 2, base *= base) {
    if (exponent % 2 == 1) result *= base;
  }
  return result;
}

void normalise(StateWeights& weights) {
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (sum <= 0) {
    weights.fill(1.0 / kStates);
    return;
  }
  for (double& weight : weights) weight /= sum;
}

// The states after a time over which the holder stays with this chance.
StateWeights moved(const StateWeights& from, double stays) {
  const double sum = std::accumulate(from.begin(), from.end(), 0.0);
  StateWeights to;
  for (std::size_t i = 0; i < kStates; ++i) to[i] = stays * from[i] + (1 - stays) * sum / kStates;
  return to;
}

StateWeights product(StateWeights a, const StateWeights& b) {
  for (std::size_t i = 0; i < kStates; ++i) a[i] *= b[i];
  normalise(a);
  return a;
}

class DayChain {
 public:
  DayChain(const std::vector<DayEvidence>& evidence, const ControlSettings& settings)
      : evidence_(evidence), settings_(settings) {
    const std::size_t size = evidence.size();
    forward_.resize(size);
    backward_.resize(size);
    StateWeights none;
    none.fill(1.0 / kStates);
    for (std::size_t i = 0; i < size; ++i) {
      const StateWeights before = i == 0
                                      ? moved(at_first(), evidence[i].told ? settings.stay_told : 1)
                                      : moved(forward_[i - 1], stays(i - 1, days(i - 1)));
      forward_[i] = product(before, evidence[i].weights);
    }
    for (std::size_t i = size; i-- > 0;) {
      backward_[i] = none;
      if (i + 1 == size) continue;
      backward_[i] = moved(product(backward_[i + 1], evidence[i + 1].weights), stays(i, days(i)));
      normalise(backward_[i]);
    }
  }

  std::vector<HolderPeriod> periods() {
    const Date first = evidence_.front().day;
    for (int back = settings_.days_before; back > 0; --back) {
      const StateWeights ahead = product(backward_.front(), evidence_.front().weights);
      add(first - std::chrono::days(back),
          product(at_first(), moved(ahead, power(settings_.stay, back))));
    }
    for (std::size_t i = 0; i < evidence_.size(); ++i) {
      add(evidence_[i].day, product(forward_[i], backward_[i]));
      if (i + 1 < evidence_.size()) add_gap(i);
    }
    add_after();
    while (!periods_.empty() && periods_.back().holder == Holder::unknown) periods_.pop_back();
    const auto known = std::find_if(periods_.begin(), periods_.end(), [](const HolderPeriod& p) {
      return p.holder != Holder::unknown;
    });
    periods_.erase(periods_.begin(), known);
    return std::move(periods_);
  }

 private:
  // Before anything is told a place is as likely anybody's, but hardly contested: that would have been told.
  [[nodiscard]] StateWeights at_first() const {
    StateWeights state;
    state.fill(1);
    state.back() = settings_.contested_untold;
    normalise(state);
    return state;
  }
  [[nodiscard]] int days(std::size_t i) const {
    return static_cast<int>((evidence_[i + 1].day - evidence_[i].day).count());
  }
  // The chance to stay from some day in the gap after step i to the step after it, `left` days away.
  [[nodiscard]] double stays(std::size_t i, int left) const {
    const double last = evidence_[i + 1].told ? settings_.stay_told : settings_.stay;
    return power(settings_.stay, left - 1) * last;
  }

  [[nodiscard]] StateWeights inside(std::size_t i, int day) const {
    const StateWeights ahead = product(backward_[i + 1], evidence_[i + 1].weights);
    return product(moved(forward_[i], power(settings_.stay, day)),
                   moved(ahead, stays(i, days(i) - day)));
  }

  [[nodiscard]] std::pair<Holder, float> shown(const StateWeights& state) const {
    const auto best = std::max_element(state.begin(), state.end());
    if (*best < settings_.shown) return {Holder::unknown, 0.0F};
    return {static_cast<Holder>(best - state.begin()), static_cast<float>(*best)};
  }

  void add_gap(std::size_t i) {
    const int length = days(i);
    if (length > kLookClosely) {
      const auto [middle, probability] = shown(inside(i, length / 2));
      const bool one = middle != Holder::unknown && middle == shown(inside(i, 1)).first &&
                       middle == shown(inside(i, length - 1)).first;
      if (one) {
        const Date from = evidence_[i].day + std::chrono::days(1);
        extend({{from, evidence_[i + 1].day - std::chrono::days(1)}, middle, probability});
        return;
      }
    }
    for (int day = 1; day < length; ++day)
      add(evidence_[i].day + std::chrono::days(day), inside(i, day));
  }

  void add_after() {
    const auto size = evidence_.size() - 1;
    for (int day = 1; day <= settings_.days_after; ++day) {
      StateWeights state = moved(forward_[size], power(settings_.stay, day));
      normalise(state);
      if (shown(state).first == Holder::unknown) return;
      add(evidence_[size].day + std::chrono::days(day), state);
    }
  }

  void add(Date day, const StateWeights& state) {
    const auto [holder, probability] = shown(state);
    extend({{day, day}, holder, probability});
  }

  void extend(const HolderPeriod& next) {
    if (periods_.empty() || periods_.back().holder != next.holder) {
      periods_.push_back(next);
      return;
    }
    periods_.back().when.to = next.when.to;
    periods_.back().probability = std::min(periods_.back().probability, next.probability);
  }

  const std::vector<DayEvidence>& evidence_;
  const ControlSettings& settings_;
  std::vector<StateWeights> forward_, backward_;
  std::vector<HolderPeriod> periods_;
};

}  // namespace

std::vector<HolderPeriod> holder_periods(const std::vector<DayEvidence>& evidence,
                                         const ControlSettings& settings) {
  if (evidence.empty()) return {};
  return DayChain(evidence, settings).periods();
}

}  // namespace relata
