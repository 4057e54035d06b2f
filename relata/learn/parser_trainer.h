// SPDX-License-Identifier: Apache-2.0
// Trains the section of DependencyParser by the averaged perceptron with the dynamic oracle: after the first epochs the parser
// mostly follows its own choices, so that it learns what to do after a mistake.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "relata/learn/perceptron.h"
#include "relata/text/conllu.h"
#include "relata/text/tagger.h"

namespace relata {

struct ParserOptions {
  int epochs = 12;
  std::uint64_t seed = 1;
  int guided_epochs = 1;                // epochs that follow the oracle only
  std::uint32_t explore_per_cent = 90;  // how often a wrong choice is followed after those
  Pruning pruning{.least_weight = 0.05F, .least_updates = 2};
};

// A sentence with the tags that the parser is to see.
struct TaggedTree {
  const TreeSentence* tree;
  const std::vector<Tag>* tags;
};

[[nodiscard]] std::string train_parser(std::span<const TaggedTree> trees,
                                       const ParserOptions& options,
                                       const std::function<void(int)>& after_epoch);

}  // namespace relata
