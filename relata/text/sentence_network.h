// SPDX-License-Identifier: Apache-2.0
// SentenceNetwork: tags and the tree of a sentence at once. Vectors of its words and of their beginnings and endings go through
// layers that read the sentence in both directions; on top of them each word is given its tag, and asks every other word
// whether that is its head (Dozat and Manning 2017). All in whole numbers: every processor reads the same.
//
// Sections: "words" and "affixes" (VectorTable), "layer0" … (RecurrentLayer), "curves" (Curves); IntegerMatrix: "tag", "hidden"
// (outputs: word and head for the arc, word and head for the relation), "arc", "relation"; "arc.root": i16[] ; names, each
// ended by a zero byte: "tag.names", "relation.names".
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "relata/base/result.h"
#include "relata/model/integer_matrix.h"
#include "relata/model/vector_table.h"
#include "relata/text/document.h"
#include "relata/text/recurrent_layer.h"
#include "relata/text/tags.h"
#include "relata/text/tree_search.h"
#include "relata/text/word_view.h"

namespace relata {

struct WordSyntax {
  Upos upos = Upos::x;
  Xpos xpos = Xpos::other;
  Deprel deprel = Deprel::root;
  std::uint32_t head = kNoToken;  // index within the sentence; kNoToken: root
};

class SentenceNetwork {
 public:
  // Bounds of what goes into the matrices, in steps of 2^-12.
  static constexpr std::int32_t kLargestInput = 4 * IntegerMatrix::kOne - 1;   // of vectors
  static constexpr std::int32_t kLargestHidden = 8 * IntegerMatrix::kOne - 1;  // of what is hidden
  static constexpr std::size_t kWidestArc = 112;

  static Result<SentenceNetwork> open(const ModelFile& file);

  struct Buffers {
    std::vector<std::int32_t> input;
    std::vector<std::int16_t> in, out, asks, heads, joint;
    std::vector<std::int32_t> tags, hidden, asked, scores, relations;
    std::vector<std::uint32_t> tree;
    RecurrentLayer::Buffers layer;
    TreeSearch search;
  };
  void read(std::span<const WordView> views, Buffers& buffers, std::vector<WordSyntax>& out) const;

 private:
  SentenceNetwork(VectorTable words, VectorTable affixes, Curves curves, IntegerMatrix tag,
                  IntegerMatrix hidden, IntegerMatrix arc, IntegerMatrix relation)
      : words_(words),
        affixes_(affixes),
        curves_(curves),
        tag_(tag),
        hidden_(hidden),
        arc_(arc),
        relation_(relation) {}
  Result<Done> open_layers(const ModelFile& file);
  Result<Done> open_names(const ModelFile& file);
  [[nodiscard]] bool fits() const;
  void look_up(std::span<const WordView> views, Buffers& buffers) const;
  void choose_tags(Buffers& buffers, std::vector<WordSyntax>& out) const;
  void choose_heads(Buffers& buffers, std::vector<WordSyntax>& out) const;
  void choose_relations(Buffers& buffers, std::vector<WordSyntax>& out) const;

  VectorTable words_, affixes_;
  Curves curves_;
  IntegerMatrix tag_, hidden_, arc_, relation_;
  std::span<const std::int16_t> arc_root_;
  std::vector<RecurrentLayer> layers_;
  std::vector<TagPair> tags_;
  std::vector<Deprel> relations_;
};

}  // namespace relata
