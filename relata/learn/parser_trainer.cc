// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/parser_trainer.h"

#include <algorithm>
#include <array>
#include <set>

#include "relata/learn/arc_oracle.h"
#include "relata/learn/folds.h"
#include "relata/learn/in_parallel.h"
#include "relata/learn/model_in_memory.h"
#include "relata/text/parser.h"

namespace relata {
namespace {

using Word = ArcHybrid::Word;

// Every action that the trees need.
std::vector<ParseAction> actions_of(const std::vector<const ParserExample*>& sentences) {
  std::set<ParseAction> actions{ParseAction{}, ParseAction{Move::left, Deprel::root}};
  for (const ParserExample* sentence : sentences) {
    for (std::size_t i = 0; i < sentence->heads.size(); ++i) {
      const Move move = sentence->heads[i] > static_cast<Word>(i) ? Move::left : Move::right;
      if (sentence->deprels[i] != Deprel::root) actions.insert({move, sentence->deprels[i]});
    }
  }
  return {actions.begin(), actions.end()};
}

class Trainer {
 public:
  Trainer(const std::vector<const ParserExample*>& sentences, const ParserOptions& options)
      : options_(options),
        actions_(actions_of(sentences)),
        model_(names(), options.pruning.least_updates),
        scores_(actions_.size()),
        random_(options.seed) {}

  void learn(const ParserExample& sentence, bool explore) {
    state_.start(sentence.heads.size());
    while (!state_.finished()) {
      parse_features(state_, sentence.words, features_);
      model_.scores(features_, scores_);
      model_.tick();
      const auto costs = move_costs(state_, sentence.heads);
      const auto least = *std::min_element(costs.begin(), costs.end());
      const auto guess = best([](ParseAction) { return true; });
      const auto truth = best([&](ParseAction action) {
        return costs[static_cast<std::size_t>(action.move)] == least &&
               right_label(sentence, action);
      });
      const bool wrong = costs[static_cast<std::size_t>(actions_[guess].move)] != least ||
                         !right_label(sentence, actions_[guess]);
      if (wrong) model_.update(features_, truth, guess);
      const bool follow = !wrong || (explore && random_.below(100) < options_.explore_per_cent);
      const ParseAction action = actions_[follow ? guess : truth];
      state_.apply(action.move, action.deprel);
    }
  }

  [[nodiscard]] std::string section() const { return model_.section(options_.pruning); }

 private:
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const ParseAction action : actions_) names.push_back(action_name(action));
    return names;
  }

  // Of the allowed actions that fit, the one of the highest score.
  template <typename Fits>
  [[nodiscard]] std::uint32_t best(Fits fits) const {
    std::size_t best = actions_.size();
    for (std::size_t i = 0; i < actions_.size(); ++i) {
      if (best != actions_.size() && scores_[i] <= scores_[best]) continue;
      if (allowed(state_, actions_[i]) && fits(actions_[i])) best = i;
    }
    RELATA_CHECK(best != actions_.size());
    return static_cast<std::uint32_t>(best);
  }

  // The relation of an arc must be the marked one where the arc is; a wrong arc, where the best move still makes one, may have any.
  [[nodiscard]] bool right_label(const ParserExample& sentence, ParseAction action) const {
    if (action.move == Move::shift) return true;
    const auto top = static_cast<std::size_t>(state_.stack(0));
    const Word head = action.move == Move::left ? state_.ahead(0) : state_.stack(1);
    return sentence.heads[top] != head || sentence.deprels[top] == action.deprel;
  }

  const ParserOptions& options_;
  std::vector<ParseAction> actions_;
  Perceptron model_;
  std::vector<std::int64_t> scores_;
  std::vector<Feature> features_;
  ArcHybrid state_;
  Shuffle random_;
};

}  // namespace

ParserExample parser_example(const TreeSentence& tree, const std::vector<Tag>& tags) {
  ParserExample example;
  std::vector<WordView> views;
  const auto root = static_cast<Word>(tree.words.size());
  for (const TreeWord& word : tree.words) {
    views.push_back(view_word(word.form));
    example.heads.push_back(word.head == 0 ? root : static_cast<Word>(word.head) - 1);
    example.deprels.push_back(word.head == 0 ? Deprel::root : word.deprel);
  }
  parse_words(views, tags, example.words);
  return example;
}

ParserExample mirrored(const ParserExample& example) {
  ParserExample result;
  mirror_words(example.words, result.words);
  const auto root = static_cast<Word>(example.heads.size());
  for (Word word = root - 1; word >= 0; --word) {
    const Word head = example.heads[static_cast<std::size_t>(word)];
    result.heads.push_back(head == root ? root : root - 1 - head);
    result.deprels.push_back(example.deprels[static_cast<std::size_t>(word)]);
  }
  return result;
}

std::string train_parser(const std::vector<const ParserExample*>& examples,
                         const ParserOptions& options,
                         const std::function<void(int)>& after_epoch) {
  Trainer trainer(examples, options);
  std::vector<std::uint32_t> order = numbers_to(examples.size());
  Shuffle shuffle(options.seed);
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    shuffle(order);
    for (const std::uint32_t number : order)
      trainer.learn(*examples[number], epoch >= options.guided_epochs);
    after_epoch(epoch);
  }
  return trainer.section();
}

void jackknife_guides(std::vector<ParserExample>& examples, std::size_t folds,
                      const ParserOptions& options) {
  const Folds parts(examples.size(), folds);
  std::vector<ParserExample> mirrors;
  for (const ParserExample& example : examples) mirrors.push_back(mirrored(example));
  in_parallel(folds, [&](std::size_t fold) {
    std::vector<const ParserExample*> others;
    for (std::size_t i = 0; i < mirrors.size(); ++i) {
      if (parts.of(i) != fold) others.push_back(&mirrors[i]);
    }
    ModelWriter writer;
    writer.add("parser.guide", train_parser(others, options, [](int) {}));
    const ModelFile file = model_in_memory(writer);
    const auto guide = DependencyParser::open(file, "parser.guide");
    RELATA_CHECK(guide);
    std::vector<Feature> features;
    ArcHybrid state;
    for (std::size_t i = 0; i < mirrors.size(); ++i) {
      if (parts.of(i) != fold) continue;
      guide->parse(mirrors[i].words, state, features);
      set_guides(state, examples[i].words);
    }
  });
}

}  // namespace relata
