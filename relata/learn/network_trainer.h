// SPDX-License-Identifier: Apache-2.0
// Trains a SyntaxNetwork on treebanks: which words get a vector and which are learnt on, batches of sentences of like length,
// a step size that rises at first and then falls to nothing. One thread; the same trees and vectors give the same bits.
#pragma once

#include <functional>
#include <string_view>
#include <unordered_map>

#include "relata/learn/syntax_network.h"
#include "relata/learn/word_vectors.h"
#include "relata/text/conllu.h"

namespace relata {

struct NetworkOptions {
  NetworkSizes sizes;  // what the sentences do not settle
  Dropout dropout;
  int epochs = 15;
  std::size_t batch_words = 500;
  float rate = 0.002F;
  std::uint64_t seed = 1;
  std::size_t least_count = 2;  // of a word that is learnt on
};

using Progress = std::function<void(std::string_view)>;

// Tags and relations as the network numbers them.
struct NetworkLabels {
  std::vector<std::string> tags;
  std::vector<Deprel> relations;
};

struct TrainedNetwork {
  SyntaxNetwork network;
  std::vector<std::uint64_t>
      words;  // WordView::lower of each row; the first, of unknown words, counts nothing
  NetworkLabels labels;
};

[[nodiscard]] std::unordered_map<std::uint64_t, std::uint32_t> word_counts(
    std::span<const TreeSentence> trees);

[[nodiscard]] TrainedNetwork train_network(std::span<const TreeSentence> trees,
                                           const WordVectors& vectors,
                                           const NetworkOptions& options, const Progress& progress);

}  // namespace relata
