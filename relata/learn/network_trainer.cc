// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/network_trainer.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "relata/text/tags.h"

namespace relata {
namespace {

using WordRows = std::unordered_map<std::uint64_t, std::uint32_t>;

// The words that are learnt on, most frequent first, then the others that have a vector.
std::vector<std::uint64_t> words_of(const WordRows& counts, const WordVectors& vectors,
                                    std::size_t least_count, std::size_t& learnt) {
  std::vector<std::pair<std::uint32_t, std::uint64_t>> frequent;
  for (const auto& [word, count] : counts) {
    if (count >= least_count) frequent.emplace_back(count, word);
  }
  std::sort(frequent.begin(), frequent.end(), std::greater<>());
  std::vector<std::uint64_t> words = {0};
  for (const auto& [count, word] : frequent) words.push_back(word);
  learnt = words.size();
  for (const std::uint64_t word : vectors.words) {
    const auto found = counts.find(word);
    if (found == counts.end() || found->second < least_count) words.push_back(word);
  }
  return words;
}

NetworkLabels labels_of(std::span<const TreeSentence> trees) {
  std::map<std::string, std::size_t> tags;
  std::set<Deprel> relations;
  for (const TreeSentence& tree : trees) {
    for (const TreeWord& word : tree.words) {
      ++tags[tag_name(word.xpos, word.upos)];
      if (word.head != 0 && word.deprel != Deprel::root) relations.insert(word.deprel);
    }
  }
  std::vector<std::pair<std::size_t, std::string>> by_count;
  for (const auto& [tag, count] : tags) by_count.emplace_back(count, tag);
  std::sort(by_count.begin(), by_count.end(), std::greater<>());
  NetworkLabels labels;
  for (auto& [count, tag] : by_count) {
    if (labels.tags.size() < kMostTags) labels.tags.push_back(std::move(tag));
  }
  labels.relations.assign(relations.begin(), relations.end());
  return labels;
}

template <typename T>
std::uint32_t place_in(const std::vector<T>& all, const T& one) {
  const auto found = std::find(all.begin(), all.end(), one);
  return found == all.end() ? 0 : static_cast<std::uint32_t>(found - all.begin());
}

NetworkSentence sentence_of(const TreeSentence& tree, const WordRows& rows, const WordRows& counts,
                            const NetworkLabels& labels, std::size_t affix_rows_count) {
  NetworkSentence sentence;
  const auto size = static_cast<std::uint32_t>(tree.words.size());
  for (const TreeWord& word : tree.words) {
    const WordView view = view_word(word.form);
    NetworkWord seen;
    const auto row = rows.find(view.lower);
    seen.input.word = row == rows.end() ? 0 : row->second;
    seen.input.affixes = affix_rows(view, static_cast<std::uint32_t>(affix_rows_count));
    const auto count = counts.find(view.lower);
    seen.count = count == counts.end() ? 0 : count->second;
    sentence.words.push_back(seen);
    sentence.tags.push_back(place_in(labels.tags, tag_name(word.xpos, word.upos)));
    sentence.heads.push_back(word.head == 0 ? size : word.head - 1);
    sentence.relations.push_back(place_in(labels.relations, word.deprel));
  }
  return sentence;
}

// Sentences of like length together, in random order, cut into batches of about so many words.
std::vector<std::vector<const NetworkSentence*>> batches_of(
    const std::vector<NetworkSentence>& sentences, std::size_t words, Shuffle& random) {
  std::vector<std::pair<std::uint64_t, const NetworkSentence*>> order;
  for (const NetworkSentence& sentence : sentences) {
    if (sentence.words.empty()) continue;
    const std::uint64_t size = sentence.words.size();
    order.emplace_back((size + random.below(size / 4 + 2)) << 32 | random.below(1ULL << 32),
                       &sentence);
  }
  std::sort(order.begin(), order.end());
  std::vector<std::vector<const NetworkSentence*>> batches;
  std::size_t held = words;
  for (const auto& [key, sentence] : order) {
    if (held >= words) {
      batches.emplace_back();
      held = 0;
    }
    batches.back().push_back(sentence);
    held += sentence->words.size();
  }
  for (auto& batch : batches) {
    std::stable_sort(batch.begin(), batch.end(),
                     [](const NetworkSentence* a, const NetworkSentence* b) {
                       return a->words.size() > b->words.size();
                     });
  }
  random(batches);
  return batches;
}

// Rises over the first half epoch, then falls to nothing.
float rate_at(float highest, std::size_t step, std::size_t steps, std::size_t steps_of_epoch) {
  const float rise =
      std::min(1.0F, static_cast<float>(step + 1) / static_cast<float>(steps_of_epoch / 2 + 1));
  return highest * rise * (1 - static_cast<float>(step) / static_cast<float>(steps));
}

}  // namespace

WordRows word_counts(std::span<const TreeSentence> trees) {
  WordRows counts;
  for (const TreeSentence& tree : trees) {
    for (const TreeWord& word : tree.words) ++counts[view_word(word.form).lower];
  }
  return counts;
}

TrainedNetwork train_network(std::span<const TreeSentence> trees, const WordVectors& vectors,
                             const NetworkOptions& options, const Progress& progress) {
  const WordRows counts = word_counts(trees);
  NetworkSizes sizes = options.sizes;
  std::vector<std::uint64_t> words =
      words_of(counts, vectors, options.least_count, sizes.learnt_words);
  NetworkLabels labels = labels_of(trees);
  sizes.words = words.size();
  sizes.word_width = vectors.vectors.columns();
  sizes.tags = labels.tags.size();
  sizes.relations = labels.relations.size();
  WordRows rows;
  for (std::uint32_t row = 1; row < words.size(); ++row) rows.emplace(words[row], row);
  std::vector<NetworkSentence> sentences;
  for (const TreeSentence& tree : trees)
    sentences.push_back(sentence_of(tree, rows, counts, labels, sizes.affix_rows));

  TrainedNetwork result{SyntaxNetwork(sizes, options.seed), std::move(words), std::move(labels)};
  for (std::size_t i = 0; i < vectors.words.size(); ++i)
    std::copy_n(vectors.vectors.row(i), sizes.word_width,
                result.network.known_words.row(rows.at(vectors.words[i])));
  Shuffle random(options.seed + 1);
  Adam adam;
  std::size_t step = 0;
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    const auto batches = batches_of(sentences, options.batch_words, random);
    const std::size_t steps =
        std::max<std::size_t>(step + 1, batches.size() * static_cast<std::size_t>(options.epochs));
    float loss = 0;
    for (const auto& batch : batches) {
      loss += result.network.learn(batch, options.dropout, random);
      result.network.step(adam,
                          rate_at(options.rate, std::min(step, steps), steps, batches.size()));
      ++step;
    }
    progress("epoch " + std::to_string(epoch + 1) + " of " + std::to_string(options.epochs) +
             ": loss " + std::to_string(loss / static_cast<float>(batches.size())));
  }
  return result;
}

}  // namespace relata
