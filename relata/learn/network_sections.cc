// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/network_sections.h"

#include <algorithm>
#include <cmath>

#include "relata/model/section_reader.h"
#include "relata/text/sentence_network.h"

namespace relata {
namespace {

constexpr std::int32_t kOne = IntegerMatrix::kOne;
constexpr float kArcRootOne = 512.0F;

// Weights are learnt with a column per output and kept with a row per output.
class Rows {
 public:
  void add(const Matrix& weights, std::span<const float> bias) {
    for (std::size_t c = 0; c < weights.columns(); ++c) {
      for (std::size_t r = 0; r < weights.rows(); ++r) weights_.push_back(weights.row(r)[c]);
      bias_.push_back(bias.empty() ? 0.0F : bias[c]);
    }
  }
  void add(const SyntaxNetwork::Linear& linear) {
    add(linear.weights.value, linear.bias.value.values());
  }
  [[nodiscard]] std::string section(std::int32_t largest_input) const {
    return integer_matrix_section(weights_, bias_, largest_input);
  }

 private:
  std::vector<float> weights_, bias_;
};

std::string section_of(const SyntaxNetwork::Linear& linear, std::int32_t largest_input) {
  Rows rows;
  rows.add(linear);
  return rows.section(largest_input);
}

void add_way(const LstmLayer& way, const std::string& name, std::int32_t largest_input,
             ModelWriter& writer) {
  Rows input;
  input.add(way.input.value, way.bias.value.values());
  writer.add(name + ".input", input.section(largest_input));
  Rows recurrent;
  recurrent.add(way.recurrent.value, {});
  writer.add(name + ".recurrent", recurrent.section(kOne));
}

std::string words_section(const TrainedNetwork& trained) {
  Matrix sum = trained.network.known_words;
  const auto learnt = trained.network.learnt_words.value.values();
  for (std::size_t i = 0; i < learnt.size(); ++i) sum.values()[i] += learnt[i];
  return vector_table_section(sum.values(), sum.columns(), trained.words);
}

}  // namespace

void add_network(const TrainedNetwork& trained, ModelWriter& writer) {
  const SyntaxNetwork& network = trained.network;
  writer.add("words", words_section(trained));
  writer.add("affixes", vector_table_section(network.affixes.value.values(),
                                             network.affixes.value.columns(), {}));
  writer.add("curves", curves_section());
  for (std::size_t layer = 0; layer < network.layers.size(); ++layer) {
    const std::string name = "layer" + std::to_string(layer);
    const std::int32_t largest = layer == 0 ? SentenceNetwork::kLargestInput : kOne;
    add_way(network.layers[layer].forward, name + ".forward", largest, writer);
    add_way(network.layers[layer].backward, name + ".backward", largest, writer);
  }
  writer.add("tag", section_of(network.tag, kOne));
  Rows hidden;
  for (const auto* part :
       {&network.arc_word, &network.arc_head, &network.relation_word, &network.relation_head})
    hidden.add(*part);
  writer.add("hidden", hidden.section(kOne));
  Rows arc;
  arc.add(network.arc_product.value, network.arc_liking.value.values());
  writer.add("arc", arc.section(SentenceNetwork::kLargestHidden));
  writer.add("relation", section_of(network.relation, SentenceNetwork::kLargestHidden));
  SectionBytes root;
  for (const float value : network.arc_root.value.values())
    root.value(
        static_cast<std::int16_t>(std::clamp(std::lround(value * kArcRootOne), -4095L, 4095L)));
  writer.add("arc.root", std::move(root).take());
  std::string tags;
  for (const std::string& tag : trained.labels.tags) tags += tag + '\0';
  writer.add("tag.names", tags);
  std::string relations;
  for (const Deprel relation : trained.labels.relations)
    relations += std::string(name_of(relation)) + '\0';
  writer.add("relation.names", relations);
}

}  // namespace relata
