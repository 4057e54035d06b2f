// SPDX-License-Identifier: Apache-2.0
// NameTagger: finds the names of a document: people, bodies, places and buildings by the trained model (section "names" of
// models/names.bin), demonyms, weapons, days and numbers by tables (name_rules.h). Spans are exact and hold no article.
//
//   RELATA_TRY(NameTagger names, NameTagger::load(folder));
//   names.find(document, words, lexicon);              // fills document.mentions; every kind is set
//
// It needs tokens and sentences, no tags and no trees. It does not say who is who: coreference.h does.
#pragma once

#include <vector>

#include "relata/base/data_folder.h"
#include "relata/base/result.h"
#include "relata/model/linear_model.h"
#include "relata/text/document.h"
#include "relata/text/folded_words.h"
#include "relata/text/lexicon.h"
#include "relata/text/name_labels.h"

namespace relata {

class NameTagger {
 public:
  static Result<NameTagger> load(const DataFolder& folder);
  static Result<NameTagger> open(ModelFile file);

  // Appends the names to document.mentions, in order, with entity 0 and head the last token.
  void find(Document& document, const FoldedWords& words, const Lexicon& lexicon) const;

 private:
  NameTagger(ModelFile file, LinearModel model);

  ModelFile file_;  // what model_ looks into
  LinearModel model_;
  LabelPairs pairs_{};
};

}  // namespace relata
