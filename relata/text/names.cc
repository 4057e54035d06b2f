// SPDX-License-Identifier: Apache-2.0
#include "relata/text/names.h"

#include <algorithm>

#include "relata/text/name_features.h"
#include "relata/text/name_lists.h"
#include "relata/text/name_rules.h"

namespace relata {
namespace {

Mention name_over(const Document& document, TokenIndex first, TokenIndex last, NameKind kind) {
  Mention mention;
  mention.span = document.span_of(first, last - 1);
  mention.first = first;
  mention.last = last;
  mention.head = last - 1;
  mention.kind = kind;
  return mention;
}

void add_names(Document& document, TokenIndex first, const std::vector<NameLabel>& labels) {
  TokenIndex begin = first;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto kind = kind_of(labels[i]);
    if (!kind) continue;
    const auto token = first + static_cast<TokenIndex>(i);
    const NamePart part = part_of(labels[i]);
    if (part == NamePart::first || part == NamePart::only) begin = token;
    if (part != NamePart::last && part != NamePart::only) continue;
    if (token + 1 - begin <= kLongestMention)
      document.mentions.push_back(name_over(document, begin, token + 1, *kind));
  }
}

}  // namespace

NameTagger::NameTagger(ModelFile file, LinearModel model)
    : file_(std::move(file)), model_(std::move(model)) {
  std::array<std::int32_t, kNameLabels> sums{};
  for (std::size_t pair = 0; pair < pairs_.size(); ++pair) {
    const Feature feature = NameFeatures::of_pair(pair);
    model_.sums({&feature, 1}, sums);
    pairs_[pair] = sums[kPairHolds] - sums[kPairFails];
  }
}

Result<NameTagger> NameTagger::load(const DataFolder& folder) {
  RELATA_TRY(auto bytes, folder.model("names.bin"));
  RELATA_TRY(ModelFile file, ModelFile::open(std::move(bytes)));
  return open(std::move(file));
}

Result<NameTagger> NameTagger::open(ModelFile file) {
  RELATA_TRY(LinearModel model, LinearModel::open(file, "names"));
  const auto names = name_label_names();
  if (!std::equal(names.begin(), names.end(), model.labels().begin(), model.labels().end())) {
    return Error{"the name tagger's labels are those of another version"};
  }
  return NameTagger(std::move(file), std::move(model));
}

void NameTagger::find(Document& document, const FoldedWords& words, const Lexicon& lexicon) const {
  const NameFeatures features(document, words, lexicon);
  LabelDecoder decoder;
  std::vector<Feature> of_token;
  std::vector<std::int32_t> sums;
  std::vector<NameLabel> labels;
  for (const Sentence& sentence : document.sentences) {
    sums.assign((sentence.last - sentence.first) * kNameLabels, 0);
    for (TokenIndex token = sentence.first; token < sentence.last; ++token) {
      features.of(token, of_token);
      model_.add(of_token,
                 std::span(sums).subspan((token - sentence.first) * kNameLabels, kNameLabels));
    }
    decoder.decode(sums, pairs_, {}, labels);
    add_names(document, sentence.first, labels);
  }
  prefer_table_names(document, words, lexicon);
  add_repeated_names(document);
  add_table_names(document, words, lexicon);
  agree_in_lists(document);
}

}  // namespace relata
