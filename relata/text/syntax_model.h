// SPDX-License-Identifier: Apache-2.0
// SyntaxModel: tagger, parser and lemmas, mapped from models/english.bin, with the exceptions of lemmas from data/. SentenceParser applies it to one sentence after
// another and keeps its buffers; use one per thread.
//
//   RELATA_TRY(SyntaxModel model, SyntaxModel::load(folder));
//   SentenceParser parser(model);
//   for (const WordSyntax& word : parser.parse(forms)) …
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relata/base/data_folder.h"
#include "relata/text/lemma_exceptions.h"
#include "relata/text/lemmas.h"
#include "relata/text/parser.h"
#include "relata/text/tagger.h"

namespace relata {

class SyntaxModel {
 public:
  static Result<SyntaxModel> load(const DataFolder& folder);
  // Of the weights alone, without the exceptions.
  static Result<SyntaxModel> open(ModelFile file);

  [[nodiscard]] const Tagger& tagger() const { return tagger_; }
  [[nodiscard]] const DependencyParser& guide() const { return guide_; }
  [[nodiscard]] const DependencyParser& parser() const { return parser_; }
  // `features` is a buffer.
  [[nodiscard]] std::string lemma(std::string_view form, Upos upos, Xpos xpos,
                                  std::vector<Feature>& features) const;

 private:
  SyntaxModel(ModelFile file, Tagger tagger, DependencyParser guide, DependencyParser parser,
              Lemmas lemmas)
      : file_(std::move(file)),
        tagger_(std::move(tagger)),
        guide_(std::move(guide)),
        parser_(std::move(parser)),
        lemmas_(std::move(lemmas)) {}

  ModelFile file_;  // what the others look into
  Tagger tagger_;
  DependencyParser guide_;
  DependencyParser parser_;
  Lemmas lemmas_;
  LemmaExceptions exceptions_;
};

struct WordSyntax {
  Upos upos = Upos::x;
  Xpos xpos = Xpos::other;
  Deprel deprel = Deprel::root;
  std::uint32_t head = kNoToken;  // index within the sentence; kNoToken: root
};

class SentenceParser {
 public:
  explicit SentenceParser(const SyntaxModel& model) : model_(model) {}

  // Valid until the next call.
  [[nodiscard]] std::span<const WordSyntax> parse(std::span<const std::string_view> forms);

 private:
  const SyntaxModel& model_;
  std::vector<WordView> views_;
  std::vector<Tag> tags_;
  std::vector<ParseWord> words_;
  std::vector<ParseWord> mirrored_;
  std::vector<Feature> features_;
  ArcHybrid state_;
  std::vector<WordSyntax> result_;
};

}  // namespace relata
