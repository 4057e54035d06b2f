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
  RELATA_TRY(Tagger tagger, Tagger::open(file));
  RELATA_TRY(DependencyParser guide, DependencyParser::open(file, "parser.guide"));
  RELATA_TRY(DependencyParser parser, DependencyParser::open(file, "parser"));
  RELATA_TRY(Lemmas lemmas, Lemmas::open(file));
  return SyntaxModel(std::move(file), std::move(tagger), std::move(guide), std::move(parser),
                     std::move(lemmas));
}

std::span<const WordSyntax> SentenceParser::parse(std::span<const std::string_view> forms) {
  views_.clear();
  for (const auto form : forms) views_.push_back(view_word(form, model_.tagger().habits()));
  model_.tagger().tag(views_, tags_, features_);
  parse_words(views_, tags_, words_);
  mirror_words(words_, mirrored_);
  model_.guide().parse(mirrored_, state_, features_);
  set_guides(state_, words_);
  model_.parser().parse(words_, state_, features_);
  result_.clear();
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const auto& node = state_.node(static_cast<ArcHybrid::Word>(i));
    const std::uint32_t head =
        node.head == state_.root() ? kNoToken : static_cast<std::uint32_t>(node.head);
    result_.push_back(
        {model_.tagger().upos(tags_[i]), model_.tagger().xpos(tags_[i]), node.deprel, head});
  }
  return result_;
}

}  // namespace relata
