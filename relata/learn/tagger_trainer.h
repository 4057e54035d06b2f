// SPDX-License-Identifier: Apache-2.0
// Trains the sections of Tagger ("tagger", "habits"), and tags the training sentences by models that did not see them, so
// that the parser learns from tags as wrong as those it will meet.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "relata/learn/perceptron.h"
#include "relata/text/conllu.h"
#include "relata/text/tagger.h"

namespace relata {

struct TaggerOptions {
  int epochs = 7;
  std::uint64_t seed = 1;
  Pruning pruning{.least_weight = 0.03F, .least_updates = 3, .most_bytes = 1'900'000};
};

// The tags that occur in the sentences, most frequent first, at most 255.
[[nodiscard]] std::vector<std::string> tag_labels(std::span<const TreeSentence> sentences);

struct TaggerSections {
  std::string tagger;
  std::string habits;
};
[[nodiscard]] TaggerSections train_tagger(std::span<const TreeSentence* const> sentences,
                                          const std::vector<std::string>& labels,
                                          const TaggerOptions& options);

// The tags of each sentence, given by a model trained on the other `folds` - 1 parts.
[[nodiscard]] std::vector<std::vector<Tag>> jackknife_tags(std::span<const TreeSentence> sentences,
                                                           const std::vector<std::string>& labels,
                                                           std::size_t folds,
                                                           const TaggerOptions& options);

}  // namespace relata
