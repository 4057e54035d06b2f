// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/syntax_trainer.h"

#include "relata/learn/lemma_trainer.h"
#include "relata/learn/network_sections.h"

namespace relata {

void add_syntax(std::vector<TreeSentence> trees, const WordVectors& vectors,
                const SyntaxOptions& options, ModelWriter& writer, const Progress& progress) {
  trees = with_copies(std::move(trees), options.copies);
  progress("lemmas");
  writer.add("lemmas", train_lemmas(trees, options.lemma_epochs));
  progress("tags and trees");
  add_network(train_network(trees, vectors, options.network, progress), writer);
}

}  // namespace relata
