// SPDX-License-Identifier: Apache-2.0
// Folds: parts of a treebank that are each tagged or parsed by a model trained on the others. Neighbours stay together: a
// text must not be read by a model that knows its other sentences.
#pragma once

#include <algorithm>
#include <cstddef>

namespace relata {

class Folds {
 public:
  Folds(std::size_t sentences, std::size_t folds)
      : folds_(folds), block_(std::clamp<std::size_t>(sentences / folds, 1, kLargestBlock)) {}
  [[nodiscard]] std::size_t of(std::size_t sentence) const { return sentence / block_ % folds_; }

 private:
  static constexpr std::size_t kLargestBlock = 40;
  std::size_t folds_;
  std::size_t block_;
};

}  // namespace relata
