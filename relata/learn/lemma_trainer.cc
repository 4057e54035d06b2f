// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/lemma_trainer.h"

#include <algorithm>
#include <map>
#include <set>

#include "relata/learn/perceptron.h"
#include "relata/model/linear_model.h"
#include "relata/text/lemmas.h"

namespace relata {
namespace {

constexpr std::size_t kRegularWords = 5;

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

struct Edits {
  std::vector<std::string> labels;  // the most frequent first
  std::vector<bool> regular;        // whether many words take it
};

// The edits that occur more than once, as many as a model can tell apart.
Edits edits_of(const std::vector<Case>& cases) {
  std::map<std::string, std::int64_t> counts;
  std::map<std::string, std::set<std::string>> bases;
  for (const Case& one : cases) {
    ++counts[one.edit];
    bases[one.edit].insert(one.base);
  }
  std::vector<std::pair<std::int64_t, std::string>> order;
  for (const auto& [edit, count] : counts) {
    if (count > 1) order.emplace_back(-count, edit);
  }
  std::sort(order.begin(), order.end());
  Edits edits;
  for (const auto& [count, edit] : order) {
    if (edits.labels.size() == LinearModel::kMaxLabels) break;
    edits.labels.push_back(edit);
    edits.regular.push_back(bases[edit].size() >= kRegularWords);
  }
  return edits;
}

std::vector<Example> examples_of(const std::vector<Case>& cases, const Edits& edits) {
  std::map<std::string_view, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < edits.labels.size(); ++i) numbers.emplace(edits.labels[i], i);
  std::vector<Example> examples;
  for (const Case& one : cases) {
    const auto found = numbers.find(one.edit);
    if (found == numbers.end()) continue;
    Example example{{}, found->second};
    lemma_features(one.base, one.word->upos, one.word->xpos, example.features);
    examples.push_back(std::move(example));
  }
  return examples;
}

// An edit of few words is learnt by the whole word alone: "went" says nothing of other words in "-ent".
void learn(const Example& example, const Edits& edits, Perceptron& model,
           std::vector<std::int64_t>& scores) {
  model.scores(example.features, scores);
  const auto guess =
      static_cast<std::uint32_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  model.tick();
  std::span<const Feature> features = example.features;
  if (!edits.regular[example.label] || !edits.regular[guess])
    features = features.first(kWordFeatures);
  model.update(features, example.label, guess);
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
  const Edits edits = edits_of(cases);
  const std::vector<Example> examples = examples_of(cases, edits);
  Perceptron model(edits.labels);
  std::vector<std::int64_t> scores(edits.labels.size());
  std::vector<std::uint32_t> order = numbers_to(examples.size());
  Shuffle shuffle(1);
  for (int epoch = 0; epoch < epochs; ++epoch) {
    shuffle(order);
    for (const std::uint32_t number : order) learn(examples[number], edits, model, scores);
  }
  return model.section({});
}

}  // namespace relata
