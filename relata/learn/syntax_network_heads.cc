// SPDX-License-Identifier: Apache-2.0
// What stands on top of the layers: tags, arcs and relations, their loss and the gradients that they hand down.
#include <algorithm>
#include <cmath>

#include "relata/learn/network_pass.h"
#include "relata/learn/syntax_network.h"

namespace relata {
namespace {

// The loss of choosing `truth` by these scores, which become their gradients times `share`.
float choose(std::span<float> scores, std::size_t truth, float share) {
  to_softmax(scores);
  const float loss = -std::log(std::max(scores[truth], 1e-12F)) * share;
  scores[truth] -= 1;
  for (float& score : scores) score *= share;
  return loss;
}

}  // namespace

void SyntaxNetwork::Linear::run(Block inputs, Matrix& out) {
  out.reset(inputs.rows, weights.value.columns());
  add_to_rows(bias.value.values(), out);
  add_product(inputs, weights.value, out);
}

void SyntaxNetwork::Linear::go_back(Block inputs, Block out_gradient, Block inputs_gradient) {
  add_product_transposed_a(inputs, out_gradient, weights.gradient);
  add_sum_of_rows(out_gradient, bias.gradient.values());
  add_product_transposed_b(out_gradient, weights.value, inputs_gradient);
}

float SyntaxNetwork::judge_tags(Pass& pass) {
  Matrix scores;
  tag.run(pass.top, scores);
  float loss = 0;
  for (const Sentence& sentence : pass.sentences) {
    for (std::size_t w = 0; w < sentence.size(); ++w)
      loss += choose({scores.row(sentence.first + w), sizes.tags}, sentence.marked->tags[w],
                     pass.share());
  }
  if (pass.learning()) tag.go_back(pass.top, scores, pass.top_gradient);
  return loss;
}

float SyntaxNetwork::judge_arcs(Pass& pass, const Sentence& sentence) {
  const std::size_t size = sentence.size();
  const std::size_t width = sizes.arc_width;
  const Block words = Block(pass.hidden[0]).row_range(sentence.first, size);
  Matrix heads(size + 1, width);
  for (std::size_t w = 0; w < size; ++w)
    std::copy_n(pass.hidden[1].row(sentence.first + w), width, heads.row(w));
  std::copy_n(arc_root.value.row(0), width, heads.row(size));
  // A word asks for a head: (word product + liking) · head.
  Matrix asks(size, width);
  add_to_rows(arc_liking.value.values(), asks);
  add_product(words, arc_product.value, asks);
  Matrix scores(size, size + 1);
  add_product_transposed_b(asks, heads, scores);
  float loss = 0;
  for (std::size_t w = 0; w < size; ++w) {
    scores.row(w)[w] = -1e4F;  // no word is its own head
    loss += choose({scores.row(w), size + 1}, sentence.marked->heads[w], pass.share());
  }
  if (!pass.learning()) return loss;
  Matrix asks_gradient(size, width);
  Matrix heads_gradient(size + 1, width);
  add_product(scores, heads, asks_gradient);
  add_product_transposed_a(scores, asks, heads_gradient);
  add_product_transposed_a(words, asks_gradient, arc_product.gradient);
  add_sum_of_rows(asks_gradient, arc_liking.gradient.values());
  add_product_transposed_b(asks_gradient, arc_product.value,
                           Block(pass.hidden_gradients[0]).row_range(sentence.first, size));
  for (std::size_t w = 0; w < size; ++w)
    std::copy_n(heads_gradient.row(w), width, pass.hidden_gradients[1].row(sentence.first + w));
  add_sum_of_rows(Block(heads_gradient).row_range(size, 1), arc_root.gradient.values());
  return loss;
}

float SyntaxNetwork::judge_relations(Pass& pass) {
  const std::size_t width = sizes.relation_width;
  Matrix joint(pass.top.rows(), width);
  Matrix mask(pass.top.rows(), width);
  for (const Sentence& sentence : pass.sentences) {
    const std::size_t size = sentence.size();
    for (std::size_t w = 0; w < size; ++w) {
      if (sentence.marked->heads[w] == size) continue;
      const float* const word = pass.hidden[2].row(sentence.first + w);
      const float* const head = pass.hidden[3].row(sentence.first + sentence.marked->heads[w]);
      for (std::size_t i = 0; i < width; ++i) {
        const float sum = word[i] + head[i];
        float& left = mask.row(sentence.first + w)[i];
        left = sum > 0 ? pass.left_of(pass.dropout.heads) : 0;
        joint.row(sentence.first + w)[i] = sum * left;
      }
    }
  }
  Matrix scores;
  relation.run(joint, scores);
  float loss = 0;
  for (const Sentence& sentence : pass.sentences) {
    const std::size_t size = sentence.size();
    for (std::size_t w = 0; w < size; ++w) {
      const std::span<float> row{scores.row(sentence.first + w), sizes.relations};
      if (sentence.marked->heads[w] == size) {
        std::fill(row.begin(), row.end(), 0.0F);
      } else {
        loss += choose(row, sentence.marked->relations[w], pass.share());
      }
    }
  }
  if (!pass.learning()) return loss;
  Matrix joint_gradient(joint.rows(), width);
  relation.go_back(joint, scores, joint_gradient);
  multiply(joint_gradient.values(), mask.values());
  for (const Sentence& sentence : pass.sentences) {
    const std::size_t size = sentence.size();
    for (std::size_t w = 0; w < size; ++w) {
      if (sentence.marked->heads[w] == size) continue;
      const float* const from = joint_gradient.row(sentence.first + w);
      float* const word = pass.hidden_gradients[2].row(sentence.first + w);
      float* const head = pass.hidden_gradients[3].row(sentence.first + sentence.marked->heads[w]);
      for (std::size_t i = 0; i < width; ++i) {
        word[i] += from[i];
        head[i] += from[i];
      }
    }
  }
  return loss;
}

float SyntaxNetwork::judge(Pass& pass) {
  float loss = judge_tags(pass);
  for (const Sentence& sentence : pass.sentences) loss += judge_arcs(pass, sentence);
  return loss + judge_relations(pass);
}

}  // namespace relata
