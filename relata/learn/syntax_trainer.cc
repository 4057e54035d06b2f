// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/syntax_trainer.h"

#include "relata/learn/in_parallel.h"
#include "relata/learn/lemma_trainer.h"

namespace relata {
namespace {

std::vector<const ParserExample*> pointers(const std::vector<ParserExample>& examples) {
  std::vector<const ParserExample*> result;
  for (const ParserExample& example : examples) result.push_back(&example);
  return result;
}

}  // namespace

void add_syntax(std::vector<TreeSentence> trees, const SyntaxOptions& options, ModelWriter& writer,
                const Progress& progress) {
  trees = with_copies(std::move(trees), options.copies);
  const std::vector<std::string> labels = tag_labels(trees);
  TaggerSections tagger;
  std::string lemmas;
  std::string guide;
  progress("tagger, lemmas, tags for the parser");
  std::vector<const TreeSentence*> all;
  for (const TreeSentence& tree : trees) all.push_back(&tree);
  std::vector<std::vector<Tag>> tags;
  in_parallel(3, [&](std::size_t job) {
    if (job == 0) tags = jackknife_tags(trees, labels, options.folds, options.tagger);
    if (job == 1) tagger = train_tagger(all, labels, options.tagger);
    if (job == 2) lemmas = train_lemmas(trees, options.lemma_epochs);
  });
  std::vector<ParserExample> examples;
  std::vector<ParserExample> mirrors;
  for (std::size_t i = 0; i < trees.size(); ++i) {
    examples.push_back(parser_example(trees[i], tags[i]));
    mirrors.push_back(mirrored(examples.back()));
  }

  progress("first pass of the parser, its trees for the second");
  in_parallel(2, [&](std::size_t job) {
    if (job == 0) jackknife_guides(examples, options.guide_folds, options.guide);
    if (job == 1) guide = train_parser(pointers(mirrors), options.guide, [](int) {});
  });

  progress("parser");
  writer.add("lemmas", std::move(lemmas));
  writer.add("tagger", std::move(tagger.tagger));
  writer.add("habits", std::move(tagger.habits));
  writer.add("parser.guide", std::move(guide));
  writer.add("parser", train_parser(pointers(examples), options.parser, [&](int epoch) {
               progress("parser: epoch " + std::to_string(epoch + 1) + " of " +
                        std::to_string(options.parser.epochs));
             }));
}

}  // namespace relata
