// SPDX-License-Identifier: Apache-2.0
// SyntaxModel: tags, trees and lemmas, mapped from models/english.bin, with the exceptions of lemmas from data/. SentenceParser applies it to one sentence after
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
#include "relata/text/sentence_network.h"

namespace relata {

class SyntaxModel {
 public:
  static Result<SyntaxModel> load(const DataFolder& folder);
  // Of the weights alone, without the exceptions.
  static Result<SyntaxModel> open(ModelFile file);

  [[nodiscard]] const SentenceNetwork& network() const { return network_; }
  // `features` is a buffer.
  [[nodiscard]] std::string lemma(std::string_view form, Upos upos, Xpos xpos,
                                  std::vector<Feature>& features) const;

 private:
  SyntaxModel(ModelFile file, SentenceNetwork network, Lemmas lemmas)
      : file_(std::move(file)), network_(std::move(network)), lemmas_(std::move(lemmas)) {}

  ModelFile file_;  // what the others look into
  SentenceNetwork network_;
  Lemmas lemmas_;
  LemmaExceptions exceptions_;
};

class SentenceParser {
 public:
  explicit SentenceParser(const SyntaxModel& model) : model_(model) {}

  // Each sentence has one root, and no two arcs cross. Valid until the next call.
  [[nodiscard]] std::span<const WordSyntax> parse(std::span<const std::string_view> forms);

 private:
  const SyntaxModel& model_;
  std::vector<WordView> views_;
  SentenceNetwork::Buffers buffers_;
  std::vector<WordSyntax> result_;
};

}  // namespace relata
