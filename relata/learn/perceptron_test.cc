// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/perceptron.h"

#include "doctest/doctest.h"
#include "relata/learn/maxent.h"
#include "relata/model/linear_model.h"

namespace relata {
namespace {

// Label 1 if and only if the first feature is even, with noise beside it.
std::vector<Example> parity_examples() {
  std::vector<Example> examples;
  Shuffle random(7);
  for (int i = 0; i < 400; ++i) {
    const auto number = static_cast<std::uint32_t>(random.below(40));
    examples.push_back({{feature(1, number), feature(2, random.below(10)), feature(3, 0U)},
                        number % 2 == 0 ? 1U : 0U});
  }
  return examples;
}

double accuracy(const std::string& section, const std::vector<Example>& examples) {
  ModelWriter writer;
  writer.add("m", section);
  const auto files = files_in_memory({{"m.bin", writer.finish()}});
  const auto file = ModelFile::open(std::move(files->map("m.bin")).value());
  REQUIRE(file);
  const auto model = LinearModel::open(*file, "m");
  REQUIRE(model);
  std::size_t right = 0;
  std::vector<float> scores(model->labels().size());
  for (const Example& example : examples) {
    model->scores(example.features, scores);
    right += best_label(scores) == example.label;
  }
  return static_cast<double>(right) / static_cast<double>(examples.size());
}

TEST_CASE("a perceptron learns what can be learnt, and the same bits each time") {
  const auto examples = parity_examples();
  const auto section = train_perceptron(examples, {"odd", "even"}, {.epochs = 10}).section({});
  CHECK(accuracy(section, examples) == 1.0);
  CHECK(section == train_perceptron(examples, {"odd", "even"}, {.epochs = 10}).section({}));
  CHECK(section !=
        train_perceptron(examples, {"odd", "even"}, {.epochs = 10, .seed = 2}).section({}));
}

TEST_CASE("maxent learns the same, and the same bits each time") {
  const auto examples = parity_examples();
  const auto section = train_maxent(examples, {"odd", "even"}, {.epochs = 20});
  CHECK(accuracy(section, examples) == 1.0);
  CHECK(section == train_maxent(examples, {"odd", "even"}, {.epochs = 20}));
}

TEST_CASE("maxent's probabilities are those of the examples where nothing else can be known") {
  std::vector<Example> examples;
  for (int i = 0; i < 1000; ++i) examples.push_back({{feature(1, 0U)}, i % 4 == 0 ? 1U : 0U});
  ModelWriter writer;
  writer.add("m", train_maxent(examples, {"no", "yes"}, {.epochs = 30}));
  const auto files = files_in_memory({{"m.bin", writer.finish()}});
  const auto file = ModelFile::open(std::move(files->map("m.bin")).value());
  REQUIRE(file);
  const auto model = LinearModel::open(*file, "m");
  REQUIRE(model);
  std::vector<float> p(2);
  model->probabilities(std::vector<Feature>{feature(1, 0U)}, p);
  CHECK(p[1] == doctest::Approx(0.25).epsilon(0.1));
}

TEST_CASE("a section is made no larger than it may be") {
  const auto model = train_perceptron(parity_examples(), {"odd", "even"}, {.epochs = 10});
  const auto whole = model.section({}).size();
  CHECK(model.section({.most_bytes = whole}).size() == whole);
  CHECK(model.section({.most_bytes = whole * 3 / 4}).size() <= whole * 3 / 4);
}

TEST_CASE("features of few updates never count") {
  Perceptron model({"no", "yes"}, 3);
  const std::vector<Feature> features{feature(1, 0U)};
  std::vector<std::int64_t> scores(2);
  for (int i = 0; i < 2; ++i) model.update(features, 1, 0);
  model.scores(features, scores);
  CHECK(scores == std::vector<std::int64_t>{0, 0});
  model.update(features, 1, 0);
  model.scores(features, scores);
  CHECK(scores == std::vector<std::int64_t>{-3, 3});
}

TEST_CASE("pruning makes the section smaller") {
  const auto examples = parity_examples();
  const auto model = train_perceptron(examples, {"odd", "even"}, {.epochs = 10});
  CHECK(model.section({.least_weight = 0.5F}).size() <
        model.section({.least_weight = 0.001F}).size());
}

}  // namespace
}  // namespace relata
