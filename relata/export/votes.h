// SPDX-License-Identifier: Apache-2.0
// Votes: what several claims say of one thing, each with its weight; the heaviest answer wins.
//
//   votes.add("Idlib", 0.8); votes.add("Aleppo", 0.3); votes.winner();   // "Idlib"
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace relata {

// Whatever has gathered the most weight; the earlier one if two have the same.
class Votes {
 public:
  void add(std::string_view value, double weight) {
    if (value.empty()) return;
    for (auto& [known, sum] : votes_) {
      if (known == value) {
        sum += weight;
        return;
      }
    }
    votes_.emplace_back(std::string(value), weight);
  }
  // "" if nothing has as much as `enough`.
  [[nodiscard]] std::string winner(double enough = 0) const {
    const auto most =
        std::max_element(votes_.begin(), votes_.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == votes_.end() || most->second < enough ? std::string() : most->first;
  }

 private:
  std::vector<std::pair<std::string, double>> votes_;
};

}  // namespace relata
