// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/tagger_trainer.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "relata/learn/model_in_memory.h"
#include "relata/model/linear_model.h"

namespace relata {
namespace {

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

MarkedSentence sentence_of(const TreeSentence& tree, const LabelNumbers& numbers) {
  MarkedSentence sentence;
  for (const TreeWord& word : tree.words) {
    sentence.views.push_back(view_word(word.form));
    const auto found = numbers.find(tag_name(word.xpos, word.upos));
    sentence.tags.push_back(found == numbers.end() ? kOutside : static_cast<Tag>(found->second));
  }
  return sentence;
}

// Words that are frequent and always of one tag; a word that came even once with another is left to the model.
std::map<Feature, std::uint32_t> known_words(const std::vector<MarkedSentence>& sentences,
                                             std::uint32_t count) {
  std::map<Feature, std::map<Tag, std::uint32_t>> seen;
  for (const MarkedSentence& sentence : sentences) {
    for (std::size_t i = 0; i < sentence.tags.size(); ++i)
      ++seen[known_word(sentence.views[i])][sentence.tags[i]];
  }
  std::map<Feature, std::uint32_t> known;
  for (const auto& [word, tags] : seen) {
    const auto& [tag, times] = *tags.begin();
    if (tags.size() == 1 && times >= count && tag != kOutside) known.emplace(word, tag);
  }
  return known;
}

void learn_sentence(const MarkedSentence& sentence, const std::map<Feature, std::uint32_t>& known,
                    Perceptron& model, std::vector<std::int64_t>& scores,
                    std::vector<Feature>& features) {
  Tag previous = kOutside;
  Tag before = kOutside;
  for (std::size_t i = 0; i < sentence.views.size(); ++i) {
    Tag tag = sentence.tags[i];
    if (!known.contains(known_word(sentence.views[i]))) {
      tag_features(sentence.views, i, previous, before, features);
      model.scores(features, scores);
      const auto guess = std::max_element(scores.begin(), scores.end()) - scores.begin();
      model.tick();
      if (tag != kOutside) model.update(features, tag, static_cast<std::uint32_t>(guess));
      tag = static_cast<Tag>(guess);
    }
    before = previous;
    previous = tag;
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
  for (const TreeSentence* tree : trees) sentences.push_back(sentence_of(*tree, numbers));
  const auto known = known_words(sentences, options.known_count);
  Perceptron model(labels);
  std::vector<std::int64_t> scores(labels.size());
  std::vector<Feature> features;
  std::vector<std::uint32_t> order = numbers_to(sentences.size());
  Shuffle shuffle(options.seed);
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    shuffle(order);
    for (const std::uint32_t number : order)
      learn_sentence(sentences[number], known, model, scores, features);
  }
  std::vector<WeightRow> rows;
  for (const auto& [word, tag] : known) rows.push_back({word, {{tag, 1.0F}}});
  return {model.section(options.pruning), linear_section(labels, std::move(rows), 0.5F)};
}

std::vector<std::vector<Tag>> jackknife_tags(std::span<const TreeSentence> sentences,
                                             const std::vector<std::string>& labels,
                                             std::size_t folds, const TaggerOptions& options) {
  std::vector<std::vector<Tag>> tags(sentences.size());
  std::vector<Feature> features;
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<const TreeSentence*> others;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      if (i % folds != fold) others.push_back(&sentences[i]);
    }
    TaggerSections sections = train_tagger(others, labels, options);
    ModelWriter writer;
    writer.add("tagger", std::move(sections.tagger));
    writer.add("tagger.known", std::move(sections.known));
    const ModelFile file = model_in_memory(writer);
    const auto tagger = Tagger::open(file);
    RELATA_CHECK(tagger);
    for (std::size_t i = fold; i < sentences.size(); i += folds) {
      std::vector<WordView> views;
      for (const TreeWord& word : sentences[i].words) views.push_back(view_word(word.form));
      tagger->tag(views, tags[i], features);
    }
  }
  return tags;
}

}  // namespace relata
