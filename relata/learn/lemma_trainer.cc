// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/lemma_trainer.h"

#include <algorithm>
#include <map>

#include "relata/learn/perceptron.h"
#include "relata/model/linear_model.h"
#include "relata/text/lemmas.h"

namespace relata {
namespace {

// "3|be": cut what is not common to both, add the rest of the lemma.
std::string edit_between(std::string_view base, std::string_view lemma) {
  std::size_t common = 0;
  while (common < std::min(base.size(), lemma.size()) && base[common] == lemma[common]) ++common;
  return std::to_string(base.size() - common) + '|' + std::string(lemma.substr(common));
}

struct Case {
  std::string base;
  std::string edit;
  const TreeWord* word;
};

// The edits that occur more than once, most frequent first, as many as a model can tell apart.
std::vector<std::string> edit_labels(const std::vector<Case>& cases) {
  std::map<std::string, std::int64_t> counts;
  for (const Case& one : cases) ++counts[one.edit];
  std::vector<std::pair<std::int64_t, std::string>> order;
  for (const auto& [edit, count] : counts) {
    if (count > 1) order.emplace_back(-count, edit);
  }
  std::sort(order.begin(), order.end());
  std::vector<std::string> labels;
  for (const auto& [count, edit] : order) {
    if (labels.size() < LinearModel::kMaxLabels) labels.push_back(edit);
  }
  return labels;
}

}  // namespace

std::string train_lemmas(std::span<const TreeSentence> sentences, int epochs) {
  std::vector<Case> cases;
  for (const TreeSentence& sentence : sentences) {
    for (const TreeWord& word : sentence.words) {
      if (!has_edits(word.upos, word.xpos) || word.lemma == "_") continue;
      std::string base = lemma_base(word.form, word.upos);
      std::string edit = edit_between(base, word.lemma);
      cases.push_back({std::move(base), std::move(edit), &word});
    }
  }
  const std::vector<std::string> labels = edit_labels(cases);
  std::map<std::string_view, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < labels.size(); ++i) numbers.emplace(labels[i], i);
  std::vector<Example> examples;
  for (const Case& one : cases) {
    const auto found = numbers.find(one.edit);
    if (found == numbers.end()) continue;
    Example example{{}, found->second};
    lemma_features(one.base, one.word->upos, one.word->xpos, example.features);
    examples.push_back(std::move(example));
  }
  return train_perceptron(examples, labels, {.epochs = epochs}).section({});
}

}  // namespace relata
