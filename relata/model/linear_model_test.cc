// SPDX-License-Identifier: Apache-2.0
#include "relata/model/linear_model.h"

#include <cmath>

#include "doctest/doctest.h"

namespace relata {
namespace {

Result<ModelFile> file_with(std::string section) {
  ModelWriter writer;
  writer.add("m", std::move(section));
  const auto files = files_in_memory({{"m.bin", writer.finish()}});
  RELATA_TRY(auto mapped, files->map("m.bin"));
  return ModelFile::open(std::move(mapped));
}

TEST_CASE("scores are the sums of the weights, within the rounding of 8 bits") {
  std::vector<WeightRow> rows;
  for (std::uint32_t i = 0; i < 1000; ++i) {
    rows.push_back({feature(1, i), {{i % 3, static_cast<float>(i) * 0.01F}, {(i + 1) % 3, -2.5F}}});
  }
  auto file = file_with(linear_section({"a", "b", "c"}, rows, 0.001F));
  REQUIRE(file);
  auto model = LinearModel::open(*file, "m");
  REQUIRE(model);
  CHECK(model->labels() == std::vector<std::string_view>{"a", "b", "c"});
  for (std::uint32_t i = 0; i < 1000; i += 37) {
    std::vector<float> expected(3, 0.0F);
    expected[i % 3] += static_cast<float>(i) * 0.01F;
    expected[(i + 1) % 3] += -2.5F;
    std::vector<float> scores(3);
    model->scores(std::vector<Feature>{feature(1, i), feature(2, i)}, scores);
    for (std::size_t label = 0; label < 3; ++label) {
      CHECK(std::fabs(scores[label] - expected[label]) <=
            0.008F * std::max(2.5F, static_cast<float>(i) * 0.01F));
    }
  }
}

TEST_CASE("probabilities sum to one and follow the scores") {
  auto file = file_with(linear_section({"no", "yes"}, {{feature(1, 1U), {{1, 2.0F}}}}, 0.001F));
  REQUIRE(file);
  auto model = LinearModel::open(*file, "m");
  REQUIRE(model);
  std::vector<float> out(2);
  model->probabilities(std::vector<Feature>{feature(1, 1U)}, out);
  CHECK(out[0] + out[1] == doctest::Approx(1.0));
  CHECK(out[1] == doctest::Approx(0.8808).epsilon(0.01));
  CHECK(best_label(out) == 1);
}

TEST_CASE("an empty model scores everything zero") {
  auto file = file_with(linear_section({"a"}, {}, 0.1F));
  REQUIRE(file);
  auto model = LinearModel::open(*file, "m");
  REQUIRE(model);
  std::vector<float> out(1, 5.0F);
  model->scores(std::vector<Feature>{1, 2, 3}, out);
  CHECK(out[0] == 0.0F);
}

TEST_CASE("a section with any broken bound is an error or still safe to ask") {
  const std::string good =
      linear_section({"a", "b"}, {{feature(1, 1U), {{0, 1.0F}, {1, -1.0F}}}}, 0.01F);
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const char flip : {'\x01', '\x7f', '\x80'}) {
      std::string bad = good;
      bad[at] = static_cast<char>(bad[at] ^ flip);
      auto file = file_with(bad);
      REQUIRE(file);
      if (auto model = LinearModel::open(*file, "m")) {
        std::vector<float> out(LinearModel::kMaxLabels);
        model->scores(std::vector<Feature>{feature(1, 1U)}, out);
      }
    }
    auto cut = file_with(good.substr(0, at));
    REQUIRE(cut);
    CHECK_FALSE(LinearModel::open(*cut, "m"));
  }
}

TEST_CASE("features differ by template, by part and by order") {
  CHECK(feature(1, 2U, 3U) != feature(1, 3U, 2U));
  CHECK(feature(1, 2U) != feature(2, 2U));
  CHECK(feature(1, "killed") != feature(1, "killer"));
  CHECK(hash_text("Aleppo") == hash_text(std::string("Aleppo")));
  CHECK(hash_text(std::string_view("a\0", 2)) != hash_text("a"));
}

}  // namespace
}  // namespace relata
