// SPDX-License-Identifier: Apache-2.0
// SyntaxNetwork: the network of SyntaxModel while it is learnt, in floating point: word vectors and affixes, layers that read
// the sentence in both directions, and on top of them the tags, the heads (Dozat and Manning 2017) and the relations.
// Gradients are written out by hand; a test checks them against differences.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "relata/learn/adam.h"
#include "relata/learn/lstm_layer.h"
#include "relata/text/word_input.h"

namespace relata {

struct NetworkSizes {
  std::size_t words = 1;         // vectors, with that of unknown words
  std::size_t learnt_words = 1;  // of these the first, which are learnt on
  std::size_t word_width = 100;
  std::size_t affix_rows = std::size_t{1} << 15U;
  std::size_t affix_width = 60;
  std::size_t layer_width = 128;  // in each direction
  std::size_t layers = 2;
  std::size_t arc_width = 96;
  std::size_t relation_width = 96;
  std::size_t tags = 1;
  std::size_t relations = 1;
};

// How much is left out at random while learning.
struct Dropout {
  float inputs = 0.25F;
  float layers = 0.35F;
  float heads = 0.35F;
  float unknown = 0.05F;  // words that are read as unknown
  float rare =
      0.7F;  // at most, by how rare a word is: what was learnt of it beyond its given vector
};

struct NetworkWord {
  WordInput input;
  std::uint32_t count = 0;  // in the sentences learnt from
};

struct NetworkSentence {
  std::vector<NetworkWord> words;
  std::vector<std::uint32_t> tags;
  std::vector<std::uint32_t> heads;      // words.size(): the root
  std::vector<std::uint32_t> relations;  // ignored under the root
};

class SyntaxNetwork {
 public:
  SyntaxNetwork(const NetworkSizes& given, std::uint64_t seed);

  // Adds the batch's gradients; gives its loss: the mean over words. The sentences by falling size.
  float learn(std::span<const NetworkSentence* const> batch, const Dropout& dropout,
              Shuffle& random);
  // The loss alone, nothing left out.
  float loss(std::span<const NetworkSentence* const> batch);

  // Moves everything that the last batch touched.
  void step(Adam& adam, float rate);

  struct Linear {
    Parameter weights, bias;
    Linear(std::size_t inputs, std::size_t outputs, Shuffle& random)
        : weights(inputs, outputs), bias(1, outputs) {
      weights.fill(random);
    }
    void run(Block inputs, Matrix& out);
    void go_back(Block inputs, Block out_gradient, Block inputs_gradient);
  };
  struct BothWays {
    LstmLayer forward, backward;
  };

  NetworkSizes sizes;
  Matrix known_words;      // as given, never moved
  Parameter learnt_words;  // what is added to the first of them
  Parameter affixes;
  std::vector<BothWays> layers;
  Linear tag, arc_word, arc_head, relation_word, relation_head, relation;
  Parameter arc_product;  // word times head
  Parameter arc_liking;   // of a head alone
  Parameter arc_root;     // the root as a head

 private:
  // What one pass keeps for its way back.
  struct Pass;
  struct Sentence;
  SyntaxNetwork(const NetworkSizes& given, Shuffle random);
  void begin(Pass& pass) const;
  void look_up(Pass& pass) const;
  static void leave_out(Pass& pass, float share, bool by_sentence);
  void read(Pass& pass);
  float judge(Pass& pass);
  float judge_tags(Pass& pass);
  float judge_arcs(Pass& pass, const Sentence& sentence);
  float judge_relations(Pass& pass);
  void go_back(Pass& pass);
  [[nodiscard]] std::vector<Parameter*> dense();

  std::vector<std::uint32_t> touched_words_, touched_affixes_;
};

}  // namespace relata
