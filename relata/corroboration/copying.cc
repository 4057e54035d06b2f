// SPDX-License-Identifier: Apache-2.0
#include "relata/corroboration/copying.h"

#include <algorithm>
#include <cmath>

namespace relata {
namespace {

std::uint64_t pair_of(std::uint32_t a, std::uint32_t b) {
  return std::uint64_t{std::min(a, b)} << 32 | std::max(a, b);
}

// What two sources did on the questions that both answered.
struct InCommon {
  double same_right = 0, same_wrong = 0, differ = 0;
  [[nodiscard]] double questions() const { return same_right + same_wrong + differ; }
};

// Sources with several answers to one question count by the first: they are not copied from answer by answer.
std::vector<Ballot> one_each(const Question& question) {
  std::vector<Ballot> statements = question.statements;
  std::sort(statements.begin(), statements.end());
  statements.erase(
      std::unique(statements.begin(), statements.end(),
                  [](const Ballot& a, const Ballot& b) { return a.source == b.source; }),
      statements.end());
  return statements;
}

// By Bayes' rule, from how likely what they have in common is if they are independent and if one copies.
double chance_of_copying(const InCommon& common, double first, double second,
                         const VoteSettings& settings) {
  const double both_right = first * second;
  const double both_wrong = (1 - first) * (1 - second) / settings.wrong_values;
  const double rate = settings.copying_rate;
  const double right = (first + second) / 2;
  const auto log_ratio = [&](double copied, double alone) {
    return std::log(rate * copied + (1 - rate) * alone) - std::log(alone);
  };
  const double evidence = common.same_right * log_ratio(right, both_right) +
                          common.same_wrong * log_ratio(1 - right, both_wrong) +
                          common.differ * std::log(1 - rate);
  const double odds = std::log(settings.copying_prior / (1 - settings.copying_prior)) + evidence;
  return 1 / (1 + std::exp(-odds));
}

}  // namespace

Copying::Copying(std::span<const Question> questions, const Vote& so_far,
                 const VoteSettings& settings) {
  std::unordered_map<std::uint64_t, InCommon> pairs;
  for (std::size_t q = 0; q < questions.size(); ++q) {
    const std::vector<Ballot> statements = one_each(questions[q]);
    for (std::size_t i = 0; i < statements.size(); ++i) {
      for (std::size_t j = i + 1; j < statements.size(); ++j) {
        InCommon& common = pairs[pair_of(statements[i].source, statements[j].source)];
        if (statements[i].answer != statements[j].answer) {
          common.differ += 1;
        } else {
          const double right = so_far.chances[q][statements[i].answer];
          common.same_right += right;
          common.same_wrong += 1 - right;
        }
      }
    }
  }
  for (const auto& [pair, common] : pairs) {
    if (common.questions() < settings.copying_questions - 1e-9) continue;
    const auto first = static_cast<std::uint32_t>(pair >> 32);
    const auto second = static_cast<std::uint32_t>(pair);
    chances_[pair] =
        chance_of_copying(common, so_far.reliability[first], so_far.reliability[second], settings);
  }
}

double Copying::chance(std::uint32_t a, std::uint32_t b) const {
  const auto found = chances_.find(pair_of(a, b));
  return found == chances_.end() ? 0 : found->second;
}

}  // namespace relata
