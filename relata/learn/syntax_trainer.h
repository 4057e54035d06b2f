// SPDX-License-Identifier: Apache-2.0
// Trains everything that SyntaxModel::open needs from treebanks and word vectors. The same trees and vectors give the same bytes.
//
//   ModelWriter writer;
//   add_syntax(trees, vectors, {}, writer, [](std::string_view what) { … progress … });
#pragma once

#include <vector>

#include "relata/learn/network_trainer.h"
#include "relata/learn/treebank_copies.h"
#include "relata/model/model_file.h"
#include "relata/text/conllu.h"

namespace relata {

struct SyntaxOptions {
  CopyShare copies;
  NetworkOptions network;
  int lemma_epochs = 6;
};

void add_syntax(std::vector<TreeSentence> trees, const WordVectors& vectors,
                const SyntaxOptions& options, ModelWriter& writer, const Progress& progress);

}  // namespace relata
