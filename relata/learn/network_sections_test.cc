// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/network_sections.h"

#include <cmath>
#include <cstring>

#include "doctest/doctest.h"
#include "relata/learn/model_in_memory.h"
#include "relata/text/sentence_network.h"

namespace relata {
namespace {

constexpr float kOne = IntegerMatrix::kOne;

TrainedNetwork small_network() {
  const NetworkSizes sizes{.words = 3,
                           .learnt_words = 2,
                           .word_width = 10,
                           .affix_rows = 50,
                           .affix_width = 6,
                           .layer_width = 16,
                           .layers = 1,
                           .arc_width = 16,
                           .relation_width = 16,
                           .tags = 2,
                           .relations = 2};
  TrainedNetwork trained{SyntaxNetwork(sizes, 3),
                         {0, 77, 99},
                         {{"NN/NOUN", "VBD/VERB"}, {Deprel::nsubj, Deprel::obj}}};
  Shuffle random(4);
  trained.network.arc_product.fill(random);
  return trained;
}

TEST_CASE("a layer in whole numbers reads what the learnt one reads") {
  TrainedNetwork trained = small_network();
  ModelWriter writer;
  add_network(trained, writer);
  const ModelFile file = model_in_memory(writer);
  const auto curves = Curves::open(file);
  const auto layer = RecurrentLayer::open(file, "layer0", SentenceNetwork::kLargestInput);
  REQUIRE(curves);
  REQUIRE(layer);
  constexpr std::uint32_t kWords = 12;
  Matrix in(kWords, 16);
  std::vector<std::int16_t> steps;
  Shuffle random(9);
  for (float& value : in.values()) {
    value = static_cast<float>(random.below(2001)) / 1000.0F - 1;
    steps.push_back(static_cast<std::int16_t>(std::lround(value * kOne)));
  }
  const std::vector<std::uint32_t> sizes = {kWords};
  const PackedBatch batch(sizes);
  Matrix expected(kWords, 32);
  trained.network.layers[0].forward.run(in, batch, Block(expected).column_range(0, 16));
  trained.network.layers[0].backward.run(in, batch, Block(expected).column_range(16, 16));
  std::vector<std::int16_t> out;
  RecurrentLayer::Buffers buffers;
  layer->read(steps, kWords, *curves, out, buffers);
  REQUIRE(out.size() == expected.values().size());
  for (std::size_t i = 0; i < out.size(); ++i)
    CHECK(std::fabs(static_cast<float>(out[i]) / kOne - expected.values()[i]) < 0.006F);
}

TEST_CASE(
    "a network whose parts were cut or do not fit is refused, and none is read out of bounds") {
  ModelWriter writer;
  add_network(small_network(), writer);
  const ModelFile good = model_in_memory(writer);
  REQUIRE(SentenceNetwork::open(good));
  for (const std::string_view name : good.names()) {
    CAPTURE(name);
    const auto bytes = good.section(name).value();
    const std::string whole(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    const auto with = [&](std::string section) {
      ModelWriter other;
      for (const std::string_view part : good.names()) {
        const auto kept = good.section(part).value();
        other.add(std::string(part),
                  part == name
                      ? section
                      : std::string(reinterpret_cast<const char*>(kept.data()), kept.size()));
      }
      return model_in_memory(other);
    };
    CHECK_FALSE(SentenceNetwork::open(with(whole.substr(0, whole.size() - 1))));
    CHECK_FALSE(SentenceNetwork::open(with("")));
    // Whatever opens can be asked.
    for (std::size_t at = 0; at < std::min<std::size_t>(whole.size(), 64); ++at) {
      std::string changed = whole;
      changed[at] = static_cast<char>(changed[at] ^ 0x5F);
      const ModelFile file = with(changed);
      const auto network = SentenceNetwork::open(file);
      if (!network) continue;
      SentenceNetwork::Buffers buffers;
      std::vector<WordSyntax> words;
      network->read(std::vector<WordView>(5), buffers, words);
      CHECK(words.size() == 5);
    }
  }
}

}  // namespace
}  // namespace relata
