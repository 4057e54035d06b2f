// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/tagger_trainer.h"

#include <algorithm>
#include <map>
#include <set>

#include "relata/learn/folds.h"
#include "relata/learn/in_parallel.h"
#include "relata/learn/model_in_memory.h"
#include "relata/model/linear_model.h"

namespace relata {
namespace {

constexpr std::uint32_t kHabitCount = 3;
constexpr std::uint32_t kHabitShare = 20;  // a twentieth

using LabelNumbers = std::map<std::string, std::uint32_t, std::less<>>;

struct MarkedSentence {
  std::vector<WordView> views;
  std::vector<Tag> tags;
};

LabelNumbers numbers_of(const std::vector<std::string>& labels) {
  LabelNumbers numbers;
  for (std::uint32_t i = 0; i < labels.size(); ++i) numbers.emplace(labels[i], i);
  return numbers;
}

MarkedSentence sentence_of(const TreeSentence& tree, const LabelNumbers& numbers,
                           const WordTable& habits) {
  MarkedSentence sentence;
  for (const TreeWord& word : tree.words) {
    sentence.views.push_back(view_word(word.form, habits));
    const auto found = numbers.find(tag_name(word.xpos, word.upos));
    sentence.tags.push_back(found == numbers.end() ? kOutside : static_cast<Tag>(found->second));
  }
  return sentence;
}

// The sets of tags that words take, numbered from the most frequent set on. A word must come often enough to have a habit, and a
// tag often enough to belong to it: a mistake in a treebank is no habit.
std::map<std::uint64_t, std::uint16_t> word_habits(std::span<const TreeSentence* const> trees,
                                                   const LabelNumbers& numbers) {
  std::map<std::uint64_t, std::map<std::uint32_t, std::uint32_t>> seen;
  for (const TreeSentence* tree : trees) {
    for (const TreeWord& word : tree->words) {
      const auto found = numbers.find(tag_name(word.xpos, word.upos));
      if (found != numbers.end()) ++seen[view_word(word.form).lower][found->second];
    }
  }
  std::map<std::uint64_t, std::set<std::uint32_t>> sets;
  std::map<std::set<std::uint32_t>, std::int64_t> counts;
  for (const auto& [word, tags] : seen) {
    std::uint32_t total = 0;
    for (const auto& [tag, times] : tags) total += times;
    if (total < kHabitCount) continue;
    for (const auto& [tag, times] : tags) {
      if (times * kHabitShare >= total) sets[word].insert(tag);
    }
    counts[sets[word]] += total;
  }
  std::vector<std::pair<std::int64_t, const std::set<std::uint32_t>*>> order;
  for (const auto& [set, count] : counts) order.emplace_back(-count, &set);
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::map<std::set<std::uint32_t>, std::uint16_t> set_numbers;
  for (const auto& [count, set] : order) {
    if (set_numbers.size() < UINT16_MAX)
      set_numbers.emplace(*set, static_cast<std::uint16_t>(set_numbers.size() + 1));
  }
  std::map<std::uint64_t, std::uint16_t> habits;
  for (const auto& [word, set] : sets) habits.emplace(word, set_numbers.at(set));
  return habits;
}

void learn_sentence(const MarkedSentence& sentence, Perceptron& model,
                    std::vector<std::int64_t>& scores, std::vector<Feature>& features) {
  Tag previous = kOutside;
  Tag before = kOutside;
  for (std::size_t i = 0; i < sentence.views.size(); ++i) {
    const Tag tag = sentence.tags[i];
    tag_features(sentence.views, i, previous, before, features);
    model.scores(features, scores);
    const auto guess = std::max_element(scores.begin(), scores.end()) - scores.begin();
    model.tick();
    if (tag != kOutside) model.update(features, tag, static_cast<std::uint32_t>(guess));
    before = previous;
    previous = static_cast<Tag>(guess);
  }
}

}  // namespace

std::vector<std::string> tag_labels(std::span<const TreeSentence> sentences) {
  std::map<std::string, std::int64_t> counts;
  for (const TreeSentence& sentence : sentences) {
    for (const TreeWord& word : sentence.words) ++counts[tag_name(word.xpos, word.upos)];
  }
  std::vector<std::pair<std::int64_t, std::string>> order;
  for (const auto& [label, count] : counts) order.emplace_back(-count, label);
  std::sort(order.begin(), order.end());
  std::vector<std::string> labels;
  for (const auto& [count, label] : order) {
    if (labels.size() < LinearModel::kMaxLabels - 2)
      labels.push_back(label);  // two numbers are kept for outside
  }
  return labels;
}

TaggerSections train_tagger(std::span<const TreeSentence* const> trees,
                            const std::vector<std::string>& labels, const TaggerOptions& options) {
  const LabelNumbers numbers = numbers_of(labels);
  std::vector<MarkedSentence> sentences;
  std::string habits = word_table_section(word_habits(trees, numbers));
  {
    ModelWriter writer;
    writer.add("habits", habits);
    const ModelFile file = model_in_memory(writer);
    const auto table = WordTable::open(file, "habits");
    RELATA_CHECK(table);
    for (const TreeSentence* tree : trees) sentences.push_back(sentence_of(*tree, numbers, *table));
  }
  Perceptron model(labels, options.pruning.least_updates);
  std::vector<std::int64_t> scores(labels.size());
  std::vector<Feature> features;
  std::vector<std::uint32_t> order = numbers_to(sentences.size());
  Shuffle shuffle(options.seed);
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    shuffle(order);
    for (const std::uint32_t number : order)
      learn_sentence(sentences[number], model, scores, features);
  }
  return {model.section(options.pruning), std::move(habits)};
}

std::vector<std::vector<Tag>> jackknife_tags(std::span<const TreeSentence> sentences,
                                             const std::vector<std::string>& labels,
                                             std::size_t folds, const TaggerOptions& options) {
  const Folds parts(sentences.size(), folds);
  std::vector<std::vector<Tag>> tags(sentences.size());
  in_parallel(folds, [&](std::size_t fold) {
    std::vector<const TreeSentence*> others;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      if (parts.of(i) != fold) others.push_back(&sentences[i]);
    }
    TaggerSections sections = train_tagger(others, labels, options);
    ModelWriter writer;
    writer.add("tagger", std::move(sections.tagger));
    writer.add("habits", std::move(sections.habits));
    const ModelFile file = model_in_memory(writer);
    const auto tagger = Tagger::open(file);
    RELATA_CHECK(tagger);
    std::vector<Feature> features;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      if (parts.of(i) != fold) continue;
      std::vector<WordView> views;
      for (const TreeWord& word : sentences[i].words)
        views.push_back(view_word(word.form, tagger->habits()));
      tagger->tag(views, tags[i], features);
    }
  });
  return tags;
}

}  // namespace relata
