// SPDX-License-Identifier: Apache-2.0
// ArcHybrid: the states of the arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011). Words are read from left to
// right onto a stack; SHIFT moves the next word onto it, LEFT hangs the top under the next word, RIGHT hangs the top
// under the one below it. The artificial root stands behind the last word; only one word may hang under it. Every tree
// that comes out is whole and projective.
#pragma once

#include <cstdint>
#include <vector>

#include "relata/text/document.h"

namespace relata {

enum class Move : std::uint8_t { shift, left, right };

class ArcHybrid {
 public:
  using Word = std::int32_t;  // 0 … size-1; size: the root
  static constexpr Word kNone = -1;

  // What hangs under a word so far: the two outermost on each side.
  struct Node {
    Word head = kNone;
    Word left = kNone, left2 = kNone, right = kNone, right2 = kNone;
    std::uint64_t left_labels = 0, right_labels = 0;  // a bit per relation
    std::uint16_t left_count = 0, right_count = 0;
    Deprel deprel = Deprel::root;
  };

  void start(std::size_t size);
  [[nodiscard]] bool finished() const { return next_ == root() && stack_.empty(); }
  [[nodiscard]] bool allows(Move move) const;
  void apply(Move move, Deprel deprel);

  [[nodiscard]] Word root() const { return static_cast<Word>(nodes_.size()) - 1; }
  // The word at this depth of the stack (0: top), or kNone.
  [[nodiscard]] Word stack(std::size_t depth) const {
    return depth < stack_.size() ? stack_[stack_.size() - 1 - depth] : kNone;
  }
  [[nodiscard]] std::size_t stack_size() const { return stack_.size(); }
  // The word this far ahead (0: the next one), or kNone past the root.
  [[nodiscard]] Word ahead(Word offset) const {
    return next_ + offset <= root() ? next_ + offset : kNone;
  }
  [[nodiscard]] const Node& node(Word word) const { return nodes_[static_cast<std::size_t>(word)]; }

 private:
  void attach(Word child, Word head, Deprel deprel);

  std::vector<Node> nodes_;  // with the root
  std::vector<Word> stack_;
  Word next_ = 0;
};

}  // namespace relata
