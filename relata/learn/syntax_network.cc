// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/syntax_network.h"

#include <algorithm>
#include <cmath>

#include "relata/learn/network_pass.h"

namespace relata {

namespace {

std::vector<std::uint32_t> sizes_of(std::span<const NetworkSentence* const> batch) {
  std::vector<std::uint32_t> sizes;
  for (const NetworkSentence* sentence : batch)
    sizes.push_back(static_cast<std::uint32_t>(sentence->words.size()));
  return sizes;
}

std::vector<std::uint32_t> sorted_once(std::vector<std::uint32_t> rows) {
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

}  // namespace

SyntaxNetwork::Pass::Pass(std::span<const NetworkSentence* const> batch, const Dropout& what,
                          Shuffle* chance)
    : packed(sizes_of(batch)), dropout(what), random(chance) {
  std::size_t first = 0;
  for (const NetworkSentence* sentence : batch) {
    sentences.push_back({first, sentence});
    first += sentence->words.size();
  }
}

SyntaxNetwork::SyntaxNetwork(const NetworkSizes& given, std::uint64_t seed)
    : SyntaxNetwork(given, Shuffle(seed)) {}

SyntaxNetwork::SyntaxNetwork(const NetworkSizes& given, Shuffle random)
    : sizes(given),
      known_words(given.words, given.word_width),
      learnt_words(given.learnt_words, given.word_width),
      affixes(given.affix_rows, given.affix_width),
      tag(2 * given.layer_width, given.tags, random),
      arc_word(2 * given.layer_width, given.arc_width, random),
      arc_head(2 * given.layer_width, given.arc_width, random),
      relation_word(2 * given.layer_width, given.relation_width, random),
      relation_head(2 * given.layer_width, given.relation_width, random),
      relation(given.relation_width, given.relations, random),
      arc_product(given.arc_width, given.arc_width),
      arc_liking(1, given.arc_width),
      arc_root(1, given.arc_width) {
  affixes.fill(0.1F, random);
  arc_root.fill(0.1F, random);
  std::size_t inputs = given.word_width + given.affix_width;
  for (std::size_t layer = 0; layer < given.layers; ++layer) {
    layers.push_back({LstmLayer(inputs, given.layer_width, Direction::forward, random),
                      LstmLayer(inputs, given.layer_width, Direction::backward, random)});
    inputs = 2 * given.layer_width;
  }
}

void SyntaxNetwork::begin(Pass& pass) const {
  pass.inputs.resize(pass.packed.rows());
  pass.learnt.assign(pass.packed.rows(), false);
  for (std::uint32_t s = 0; s < pass.sentences.size(); ++s) {
    for (std::uint32_t w = 0; w < pass.sentences[s].size(); ++w) {
      const std::uint32_t row = pass.packed.row(s, w);
      pass.order.push_back(row);
      const NetworkWord& word = pass.sentences[s].marked->words[w];
      WordInput& input = pass.inputs[row];
      input = word.input;
      // What was learnt of rare words is often left out: most words that will be met have only their given vector.
      const float rare =
          std::min(0.1F + 1 / (1 + static_cast<float>(word.count)), pass.dropout.rare);
      const bool kept = pass.left_of(rare) > 0;
      if (pass.left_of(pass.dropout.unknown) == 0) input.word = 0;
      pass.learnt[row] = input.word == 0 || (kept && input.word < sizes.learnt_words);
    }
  }
}

void SyntaxNetwork::look_up(Pass& pass) const {
  Matrix& out = pass.read.emplace_back(pass.packed.rows(), sizes.word_width + sizes.affix_width);
  for (std::size_t row = 0; row < out.rows(); ++row) {
    const WordInput& input = pass.inputs[row];
    float* const to = out.row(row);
    std::copy_n(known_words.row(input.word), sizes.word_width, to);
    if (pass.learnt[row]) {
      const float* const more = learnt_words.value.row(input.word);
      for (std::size_t i = 0; i < sizes.word_width; ++i) to[i] += more[i];
    }
    for (const std::uint32_t affix : input.affixes) {
      const float* const more = affixes.value.row(affix);
      for (std::size_t i = 0; i < sizes.affix_width; ++i) to[sizes.word_width + i] += more[i];
    }
  }
}

// One mask for all words of a sentence (Gal and Ghahramani 2016), or for the words' own vectors one each.
void SyntaxNetwork::leave_out(Pass& pass, float share, bool by_sentence) {
  Matrix& out = pass.read.back();
  Matrix& mask = pass.read_masks.emplace_back(out.rows(), out.columns());
  for (std::size_t step = 0; step < pass.packed.steps(); ++step) {
    for (std::size_t s = 0; s < pass.packed.count[step]; ++s) {
      float* const to = mask.row(pass.packed.start[step] + s);
      if (by_sentence && step > 0) {
        std::copy_n(mask.row(s), out.columns(), to);
      } else {
        for (std::size_t i = 0; i < out.columns(); ++i) to[i] = pass.left_of(share);
      }
    }
  }
  multiply(out.values(), mask.values());
}

void SyntaxNetwork::read(Pass& pass) {
  begin(pass);
  look_up(pass);
  leave_out(pass, pass.dropout.inputs, false);
  for (BothWays& layer : layers) {
    const Block inputs = pass.read.back();
    Matrix& out = pass.outs.emplace_back(inputs.rows, 2 * sizes.layer_width);
    layer.forward.run(inputs, pass.packed, Block(out).column_range(0, sizes.layer_width));
    layer.backward.run(inputs, pass.packed,
                       Block(out).column_range(sizes.layer_width, sizes.layer_width));
    pass.read.push_back(out);
    leave_out(pass, pass.dropout.layers, true);
  }
  pass.top.reset(pass.order.size(), 2 * sizes.layer_width);
  pass.top_gradient.reset(pass.order.size(), 2 * sizes.layer_width);
  for (std::size_t row = 0; row < pass.order.size(); ++row)
    std::copy_n(pass.read.back().row(pass.order[row]), pass.top.columns(), pass.top.row(row));
  const std::array<Linear*, 4> heads = {&arc_word, &arc_head, &relation_word, &relation_head};
  for (std::size_t i = 0; i < heads.size(); ++i) {
    heads[i]->run(pass.top, pass.hidden[i]);
    pass.hidden_gradients[i].reset(pass.hidden[i].rows(), pass.hidden[i].columns());
  }
  for (std::size_t i = 0; i < pass.hidden_masks.size(); ++i) {
    Matrix& mask = pass.hidden_masks[i];
    mask.reset(pass.hidden[i].rows(), pass.hidden[i].columns());
    for (std::size_t at = 0; at < mask.values().size(); ++at)
      mask.values()[at] = pass.hidden[i].values()[at] > 0 ? pass.left_of(pass.dropout.heads) : 0;
    multiply(pass.hidden[i].values(), mask.values());
  }
}

void SyntaxNetwork::go_back(Pass& pass) {
  for (std::size_t i = 0; i < pass.hidden_masks.size(); ++i)
    multiply(pass.hidden_gradients[i].values(), pass.hidden_masks[i].values());
  const std::array<Linear*, 4> heads = {&arc_word, &arc_head, &relation_word, &relation_head};
  for (std::size_t i = 0; i < heads.size(); ++i)
    heads[i]->go_back(pass.top, pass.hidden_gradients[i], pass.top_gradient);
  Matrix gradient(pass.top.rows(), pass.top.columns());
  for (std::size_t row = 0; row < pass.order.size(); ++row)
    std::copy_n(pass.top_gradient.row(row), gradient.columns(), gradient.row(pass.order[row]));
  for (std::size_t layer = layers.size(); layer-- > 0;) {
    multiply(gradient.values(), pass.read_masks[layer + 1].values());
    const std::size_t width = sizes.layer_width;
    Matrix below(pass.read[layer].rows(), pass.read[layer].columns());
    for (LstmLayer* way : {&layers[layer].forward, &layers[layer].backward}) {
      const std::size_t first = way == &layers[layer].forward ? 0 : width;
      way->learn(pass.read[layer], pass.packed, Block(pass.outs[layer]).column_range(first, width),
                 Block(gradient).column_range(first, width), below);
    }
    gradient = std::move(below);
  }
  multiply(gradient.values(), pass.read_masks[0].values());
  for (std::size_t row = 0; row < gradient.rows(); ++row) {
    const float* const from = gradient.row(row);
    const WordInput& input = pass.inputs[row];
    if (pass.learnt[row]) {
      float* const to = learnt_words.gradient.row(input.word);
      for (std::size_t i = 0; i < sizes.word_width; ++i) to[i] += from[i];
      touched_words_.push_back(input.word);
    }
    for (const std::uint32_t affix : input.affixes) {
      float* const to = affixes.gradient.row(affix);
      for (std::size_t i = 0; i < sizes.affix_width; ++i) to[i] += from[sizes.word_width + i];
      touched_affixes_.push_back(affix);
    }
  }
}

float SyntaxNetwork::learn(std::span<const NetworkSentence* const> batch, const Dropout& dropout,
                           Shuffle& random) {
  Pass pass(batch, dropout, &random);
  read(pass);
  const float loss = judge(pass);
  go_back(pass);
  return loss;
}

float SyntaxNetwork::loss(std::span<const NetworkSentence* const> batch) {
  const Dropout nothing{.inputs = 0, .layers = 0, .heads = 0, .unknown = 0, .rare = 0};
  Pass pass(batch, nothing, nullptr);
  read(pass);
  return judge(pass);
}

std::vector<Parameter*> SyntaxNetwork::dense() {
  std::vector<Parameter*> all = {&arc_product, &arc_liking, &arc_root};
  for (Linear* linear : {&tag, &arc_word, &arc_head, &relation_word, &relation_head, &relation})
    all.insert(all.end(), {&linear->weights, &linear->bias});
  for (BothWays& layer : layers) {
    for (LstmLayer* way : {&layer.forward, &layer.backward})
      all.insert(all.end(), {&way->input, &way->recurrent, &way->bias});
  }
  return all;
}

void SyntaxNetwork::step(Adam& adam, float rate) {
  adam.begin_step(rate);
  for (Parameter* parameter : dense()) adam.move(*parameter);
  adam.move_rows(learnt_words, sorted_once(std::move(touched_words_)));
  adam.move_rows(affixes, sorted_once(std::move(touched_affixes_)));
  touched_words_.clear();
  touched_affixes_.clear();
}

}  // namespace relata
