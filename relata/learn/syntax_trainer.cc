// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/syntax_trainer.h"

#include "relata/learn/lemma_trainer.h"

namespace relata {

void add_syntax(const std::vector<TreeSentence>& trees, const SyntaxOptions& options,
                ModelWriter& writer, const Progress& progress) {
  const std::vector<std::string> labels = tag_labels(trees);
  progress("lemmas");
  writer.add("lemmas", train_lemmas(trees, options.lemma_epochs));

  progress("tagger");
  std::vector<const TreeSentence*> all;
  for (const TreeSentence& tree : trees) all.push_back(&tree);
  TaggerSections tagger = train_tagger(all, labels, options.tagger);
  writer.add("tagger", std::move(tagger.tagger));
  writer.add("habits", std::move(tagger.habits));

  progress("tags for the parser");
  const auto tags = jackknife_tags(trees, labels, options.folds, options.tagger);
  std::vector<TaggedTree> tagged;
  for (std::size_t i = 0; i < trees.size(); ++i) tagged.push_back({&trees[i], &tags[i]});

  progress("parser");
  writer.add("parser", train_parser(tagged, options.parser, [&](int epoch) {
               progress("parser: epoch " + std::to_string(epoch + 1) + " of " +
                        std::to_string(options.parser.epochs));
             }));
}

}  // namespace relata
