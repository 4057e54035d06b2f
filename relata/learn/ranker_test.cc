// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/ranker.h"

#include <doctest/doctest.h>

#include <memory>

#include "relata/learn/model_in_memory.h"
#include "relata/model/linear_model.h"

using namespace relata;

TEST_CASE("a ranker learns which candidate fits, and that sometimes none does") {
  const Feature kNear = feature(1, 1), kFar = feature(1, 2), kSpeaker = feature(2, 1);
  std::vector<Choice> choices;
  for (int i = 0; i < 20; ++i) {
    choices.push_back({{{kNear}, {kFar}}, {true, false}});
    choices.push_back({{{kSpeaker}}, {false}});
  }
  const std::string section = train_ranker(choices, {.epochs = 20, .l2 = 0.0F, .least_count = 1});
  CHECK(section == train_ranker(choices, {.epochs = 20, .l2 = 0.0F, .least_count = 1}));
  ModelWriter writer;
  writer.add("place", section);
  const ModelFile file = model_in_memory(writer);
  const auto model = LinearModel::open(file, "place");
  REQUIRE(model);
  const auto score = [&](Feature feature) {
    float out = 0;
    model->scores(std::span(&feature, 1), std::span(&out, 1));
    return out;
  };
  CHECK(score(kNear) > 1.0F);
  CHECK(score(kNear) > score(kFar));
  CHECK(score(kSpeaker) < -1.0F);  // none, whose score is 0, is likelier
}
