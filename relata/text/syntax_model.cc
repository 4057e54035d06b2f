// SPDX-License-Identifier: Apache-2.0
#include "relata/text/syntax_model.h"

namespace relata {

Result<SyntaxModel> SyntaxModel::load(const DataFolder& folder) {
  RELATA_TRY(auto bytes, folder.model("english.bin"));
  RELATA_TRY(ModelFile file, ModelFile::open(std::move(bytes)));
  RELATA_TRY(SyntaxModel model, open(std::move(file)));
  RELATA_TRY(LemmaExceptions exceptions, LemmaExceptions::load(folder));
  model.exceptions_ = std::move(exceptions);
  return model;
}

std::string SyntaxModel::lemma(std::string_view form, Upos upos, Xpos xpos,
                               std::vector<Feature>& features) const {
  if (upos == Upos::noun || upos == Upos::verb) {
    if (const auto exception = exceptions_.find(form, xpos)) return std::string(*exception);
  }
  return lemmas_.lemma(form, upos, xpos, features);
}

Result<SyntaxModel> SyntaxModel::open(ModelFile file) {
  RELATA_TRY(SentenceNetwork network, SentenceNetwork::open(file));
  RELATA_TRY(Lemmas lemmas, Lemmas::open(file));
  return SyntaxModel(std::move(file), std::move(network), std::move(lemmas));
}

std::span<const WordSyntax> SentenceParser::parse(std::span<const std::string_view> forms) {
  views_.clear();
  for (const auto form : forms) views_.push_back(view_word(form));
  model_.network().read(views_, buffers_, result_);
  return result_;
}

}  // namespace relata
