// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/arc_oracle.h"

namespace relata {
namespace {

using Word = ArcHybrid::Word;

class Costs {
 public:
  Costs(const ArcHybrid& state, std::span<const Word> heads)
      : state_(state), heads_(heads), top_(state.stack(0)), next_(state.ahead(0)) {}

  // The next word loses its head in the stack below the top, and what it should govern anywhere in the stack.
  [[nodiscard]] std::uint32_t shift() const {
    std::uint32_t cost = 0;
    for (std::size_t depth = 0; depth < state_.stack_size(); ++depth) {
      const Word word = state_.stack(depth);
      cost += head(word) == next_;
      cost += depth > 0 && head(next_) == word;
    }
    return cost;
  }

  // The top loses its head if that is the word below it or later than the next, and all it should govern ahead.
  [[nodiscard]] std::uint32_t left() const {
    const Word below = state_.stack(1);
    return children_ahead() +
           (head(top_) > next_ || (below != ArcHybrid::kNone && head(top_) == below) ? 1U : 0U);
  }

  // The top loses its head if that is ahead, and all it should govern ahead.
  [[nodiscard]] std::uint32_t right() const {
    return children_ahead() + (head(top_) >= next_ ? 1U : 0U);
  }

 private:
  [[nodiscard]] Word head(Word word) const { return heads_[static_cast<std::size_t>(word)]; }
  [[nodiscard]] std::uint32_t children_ahead() const {
    std::uint32_t count = 0;
    for (Word word = next_; word < state_.root(); ++word) count += head(word) == top_;
    return count;
  }

  const ArcHybrid& state_;
  std::span<const Word> heads_;
  Word top_;
  Word next_;
};

}  // namespace

std::array<std::uint32_t, 3> move_costs(const ArcHybrid& state, std::span<const Word> heads) {
  const Costs costs(state, heads);
  std::array<std::uint32_t, 3> result{kImpossible, kImpossible, kImpossible};
  if (state.allows(Move::shift)) result[static_cast<std::size_t>(Move::shift)] = costs.shift();
  if (state.allows(Move::left)) result[static_cast<std::size_t>(Move::left)] = costs.left();
  if (state.allows(Move::right)) result[static_cast<std::size_t>(Move::right)] = costs.right();
  return result;
}

}  // namespace relata
