// SPDX-License-Identifier: Apache-2.0
#include "relata/text/arc_hybrid.h"

#include "relata/base/result.h"

namespace relata {

void ArcHybrid::start(std::size_t size) {
  nodes_.assign(size + 1, Node{});
  stack_.clear();
  next_ = 0;
}

bool ArcHybrid::allows(Move move) const {
  switch (move) {
    case Move::shift:
      return next_ != root();
    case Move::left:
      return !stack_.empty() && (next_ != root() || stack_.size() == 1);
    case Move::right:
      return stack_.size() >= 2;
  }
  return false;
}

void ArcHybrid::apply(Move move, Deprel deprel) {
  RELATA_CHECK(allows(move));
  switch (move) {
    case Move::shift:
      stack_.push_back(next_++);
      return;
    case Move::left:
      attach(stack(0), next_, deprel);
      stack_.pop_back();
      return;
    case Move::right:
      attach(stack(0), stack(1), deprel);
      stack_.pop_back();
      return;
  }
}

void ArcHybrid::attach(Word child, Word head, Deprel deprel) {
  Node& below = nodes_[static_cast<std::size_t>(child)];
  below.head = head;
  below.deprel = deprel;
  Node& above = nodes_[static_cast<std::size_t>(head)];
  const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(deprel);
  if (child < head) {
    above.left2 = above.left;
    above.left = child;
    above.left_labels |= bit;
    ++above.left_count;
  } else {
    above.right2 = above.right;
    above.right = child;
    above.right_labels |= bit;
    ++above.right_count;
  }
}

}  // namespace relata
