// SPDX-License-Identifier: Apache-2.0
// TreeSearch: the projective tree of the highest sum of scores, with one word under the root (Eisner 1996). Where each word's
// favourite head already gives such a tree, as it mostly does, that is all there is to do. Cubic in the words otherwise.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace relata {

class TreeSearch {
 public:
  // scores[word * (words + 1) + head]; the head `words` is the root. Fills a head for each word.
  void find(std::span<const std::int32_t> scores, std::size_t words,
            std::vector<std::uint32_t>& heads);

 private:
  [[nodiscard]] bool is_tree(std::span<const std::uint32_t> heads);
  void search(std::span<const std::int32_t> scores, std::size_t words);
  void unfold(std::size_t words, std::vector<std::uint32_t>& heads);

  // Of the words from i to j, the best under i or j: with the arc between the two still open to more, or closed.
  struct Best {
    std::int64_t open_left, open_right, closed_left, closed_right;  // right: under i, left: under j
    std::uint32_t open_at, closed_left_at, closed_right_at;
  };
  struct Part {
    std::uint32_t from, to;
    bool open, right;
  };
  [[nodiscard]] Best& best(std::size_t from, std::size_t to) { return best_[from * words_ + to]; }

  std::size_t words_ = 0;
  std::uint32_t root_ = 0;  // the word under the root
  std::vector<Best> best_;
  std::vector<Part> parts_;
  std::vector<std::uint32_t> first_, last_, size_;  // of what is under each word
};

}  // namespace relata
