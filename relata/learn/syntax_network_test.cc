// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/syntax_network.h"

#include <algorithm>
#include <cmath>

#include "doctest/doctest.h"

namespace relata {
namespace {

constexpr Dropout kNothing{.inputs = 0, .layers = 0, .heads = 0, .unknown = 0, .rare = 0};

NetworkSizes small_sizes() {
  return {.words = 9,
          .learnt_words = 5,
          .word_width = 7,
          .affix_rows = 11,
          .affix_width = 5,
          .layer_width = 6,
          .layers = 2,
          .arc_width = 8,
          .relation_width = 9,
          .tags = 4,
          .relations = 3};
}

NetworkSentence sentence_of(std::size_t size, Shuffle& random) {
  NetworkSentence sentence;
  for (std::size_t i = 0; i < size; ++i) {
    NetworkWord word{.input = {}, .count = 3};
    word.input.word = static_cast<std::uint32_t>(random.below(9));
    for (std::uint32_t& affix : word.input.affixes)
      affix = static_cast<std::uint32_t>(random.below(11));
    sentence.words.push_back(word);
    sentence.tags.push_back(static_cast<std::uint32_t>(random.below(4)));
    sentence.heads.push_back(static_cast<std::uint32_t>(i == 0 ? size : i - 1));
    sentence.relations.push_back(static_cast<std::uint32_t>(random.below(3)));
  }
  return sentence;
}

struct Setting {
  Shuffle random{7};
  SyntaxNetwork network{small_sizes(), 5};
  std::vector<NetworkSentence> sentences{sentence_of(5, random), sentence_of(3, random),
                                         sentence_of(3, random), sentence_of(1, random)};
  std::vector<const NetworkSentence*> batch;

  Setting() {
    for (float& value : network.known_words.values())
      value = static_cast<float>(random.below(2001)) / 1000.0F - 1;
    network.learnt_words.fill(0.5F, random);
    network.arc_product.fill(random);
    network.arc_liking.fill(0.5F, random);
    for (const NetworkSentence& sentence : sentences) batch.push_back(&sentence);
  }
  [[nodiscard]] std::vector<Parameter*> parameters() {
    std::vector<Parameter*> all = {&network.learnt_words, &network.affixes, &network.arc_product,
                                   &network.arc_liking, &network.arc_root};
    for (auto* linear : {&network.tag, &network.arc_word, &network.arc_head, &network.relation_word,
                         &network.relation_head, &network.relation})
      all.insert(all.end(), {&linear->weights, &linear->bias});
    for (auto& layer : network.layers) {
      for (LstmLayer* way : {&layer.forward, &layer.backward})
        all.insert(all.end(), {&way->input, &way->recurrent, &way->bias});
    }
    return all;
  }
};

TEST_CASE("gradients are the slopes of the loss") {
  Setting setting;
  setting.network.learn(setting.batch, kNothing, setting.random);
  std::size_t number = 0;
  for (Parameter* parameter : setting.parameters()) {
    CAPTURE(number++);
    // The steepest of each parameter, where the difference is well above the rounding.
    const auto gradient = parameter->gradient.values();
    const auto steepest = std::max_element(gradient.begin(), gradient.end(), [](float a, float b) {
      return std::fabs(a) < std::fabs(b);
    });
    REQUIRE(*steepest != 0);
    float& weight =
        parameter->value.values()[static_cast<std::size_t>(steepest - gradient.begin())];
    constexpr float kStep = 0.004F;
    const float kept = weight;
    weight = kept + kStep;
    const float above = setting.network.loss(setting.batch);
    weight = kept - kStep;
    const float below = setting.network.loss(setting.batch);
    weight = kept;
    CHECK((above - below) / (2 * kStep) == doctest::Approx(*steepest).epsilon(0.03));
  }
}

TEST_CASE("steps against the gradient bring the loss down to almost nothing") {
  Setting setting;
  Adam adam;
  const float before = setting.network.loss(setting.batch);
  for (int step = 0; step < 150; ++step) {
    setting.network.learn(setting.batch, kNothing, setting.random);
    setting.network.step(adam, 0.02F);
  }
  CHECK(before > 1);
  CHECK(setting.network.loss(setting.batch) < 0.05F);
}

TEST_CASE("a word's loss does not depend on the sentences beside its own") {
  Setting setting;
  double apart = 0;
  std::size_t words = 0;
  for (const NetworkSentence* sentence : setting.batch) {
    apart += static_cast<double>(setting.network.loss({&sentence, 1})) *
             static_cast<double>(sentence->words.size());
    words += sentence->words.size();
  }
  CHECK(setting.network.loss(setting.batch) ==
        doctest::Approx(apart / static_cast<double>(words)).epsilon(1e-4));
}

}  // namespace
}  // namespace relata
