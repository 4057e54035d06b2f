// SPDX-License-Identifier: Apache-2.0
// What one pass of SyntaxNetwork over a batch keeps for its way back; and what is left out by chance.
#pragma once

#include <array>
#include <vector>

#include "relata/learn/syntax_network.h"

namespace relata {

struct SyntaxNetwork::Sentence {
  std::size_t first = 0;  // its rows in `top`: there sentence lies after sentence
  const NetworkSentence* marked = nullptr;
  [[nodiscard]] std::size_t size() const { return marked->words.size(); }
};

struct SyntaxNetwork::Pass {
  // Without `chance` nothing is learnt and nothing left out.
  Pass(std::span<const NetworkSentence* const> batch, const Dropout& what, Shuffle* chance);

  PackedBatch packed;
  std::vector<Sentence> sentences;
  std::vector<std::uint32_t> order;  // of each row of `top`, its row in the packed batch
  std::vector<WordInput> inputs;     // by packed row, as they are read: some as unknown
  std::vector<bool> learnt;          // whether what was learnt of the word is added to its vector
  std::vector<Matrix> read;          // the input of each layer, and the output of the last
  std::vector<Matrix> read_masks;    // what is left of each of these, and how much enlarged
  std::vector<Matrix> outs;          // of each layer, before anything is left out
  Matrix top, top_gradient;          // the last output
  // Under the arc's word and head, the relation's word and head.
  std::array<Matrix, 4> hidden, hidden_gradients;
  std::array<Matrix, 2> hidden_masks;  // of the arc's
  Dropout dropout;
  Shuffle* random = nullptr;

  [[nodiscard]] bool learning() const { return random != nullptr; }
  // Of each word in the mean.
  [[nodiscard]] float share() const { return 1 / static_cast<float>(order.size()); }
  // 0 with this chance, and otherwise as much more than 1 as makes up for that.
  [[nodiscard]] float left_of(float chance) const {
    constexpr std::uint64_t kSteps = 1U << 20U;
    if (!learning() || chance == 0) return 1;
    const auto step = static_cast<float>(random->below(kSteps));
    return step < chance * static_cast<float>(kSteps) ? 0 : 1 / (1 - chance);
  }
};

inline void multiply(std::span<float> values, std::span<const float> factors) {
  for (std::size_t i = 0; i < values.size(); ++i) values[i] *= factors[i];
}

}  // namespace relata
