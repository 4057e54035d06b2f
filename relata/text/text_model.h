// SPDX-License-Identifier: Apache-2.0
// TextModel: everything that stage text knows before it sees a report. Immutable once loaded.
#pragma once

#include "relata/base/data_folder.h"
#include "relata/text/lexicon.h"
#include "relata/text/names.h"
#include "relata/text/syntax_model.h"
#include "relata/text/token_rules.h"

namespace relata {

struct TextModel {
  TokenRules rules;
  SyntaxModel syntax;
  Lexicon lexicon;
  NameTagger names;

  static Result<TextModel> load(const DataFolder& folder);
};

}  // namespace relata
