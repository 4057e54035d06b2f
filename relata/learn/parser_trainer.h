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
#include "relata/text/parse_features.h"

namespace relata {

struct ParserOptions {
  int epochs = 7;
  std::uint64_t seed = 1;
  int guided_epochs = 1;                // epochs that follow the oracle only
  std::uint32_t explore_per_cent = 90;  // how often a wrong choice is followed after those
  Pruning pruning{.least_weight = 0.2F, .least_updates = 8, .most_bytes = 6'500'000};
};

// A sentence as the parser sees it, with the tree that it should find.
struct ParserExample {
  std::vector<ParseWord> words;        // with the root
  std::vector<ArcHybrid::Word> heads;  // the root is the number of words
  std::vector<Deprel> deprels;
};
[[nodiscard]] ParserExample parser_example(const TreeSentence& tree, const std::vector<Tag>& tags);
// The same from the last word to the first.
[[nodiscard]] ParserExample mirrored(const ParserExample& example);

[[nodiscard]] std::string train_parser(const std::vector<const ParserExample*>& examples,
                                       const ParserOptions& options,
                                       const std::function<void(int)>& after_epoch);

// Sets the guides of each example by a first pass that was trained on the other `folds` - 1 parts.
void jackknife_guides(std::vector<ParserExample>& examples, std::size_t folds,
                      const ParserOptions& options);

}  // namespace relata
