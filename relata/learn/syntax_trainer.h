// SPDX-License-Identifier: Apache-2.0
// Trains everything that SyntaxModel::open needs from treebanks: tagger, parser and lemmas. The same trees give the same bytes.
//
//   ModelWriter writer;
//   add_syntax(trees, {}, writer, [](std::string_view what) { … progress … });
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "relata/learn/parser_trainer.h"
#include "relata/learn/tagger_trainer.h"
#include "relata/learn/treebank_copies.h"
#include "relata/model/model_file.h"
#include "relata/text/conllu.h"

namespace relata {

struct SyntaxOptions {
  CopyShare copies;
  TaggerOptions tagger;
  ParserOptions guide{
      .epochs = 4,
      .pruning = {
          .least_weight = 0.2F, .least_updates = 10, .most_bytes = 2'500'000}};  // the first pass
  ParserOptions parser;
  std::size_t folds = 5;        // of the tagger, for the tags that the parser is trained on
  std::size_t guide_folds = 3;  // of the first pass
  int lemma_epochs = 6;
};

using Progress = std::function<void(std::string_view)>;

void add_syntax(std::vector<TreeSentence> trees, const SyntaxOptions& options, ModelWriter& writer,
                const Progress& progress);

}  // namespace relata
