// SPDX-License-Identifier: Apache-2.0
#include "relata/corroboration/vote.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "relata/base/env.h"
#include "relata/corroboration/copying.h"

namespace relata {
namespace {

VoteSettings shipped() {
  static const auto files = real_files();
  const auto settings = VoteSettings::load({files.get(), RELATA_SOURCE_DIR});
  REQUIRE(settings);
  return *settings;
}

Question question(std::uint32_t answers, std::vector<Ballot> statements) {
  Question made{answers, std::move(statements), {}, std::nullopt};
  made.lends.assign(std::size_t{answers} * answers, 0);
  for (std::size_t i = 0; i < answers; ++i) made.lends[i * answers + i] = 1;
  return made;
}

std::size_t winner(const std::vector<double>& chances) {
  return static_cast<std::size_t>(std::max_element(chances.begin(), chances.end()) -
                                  chances.begin());
}

TEST_CASE("who agrees with others elsewhere is believed where two differ") {
  // 0, 1 and 2 agree, 3 is alone each time; then 0 and 3 differ.
  std::vector<Question> questions;
  for (int i = 0; i < 6; ++i) questions.push_back(question(2, {{0, 0}, {1, 0}, {2, 0}, {3, 1}}));
  questions.push_back(question(2, {{0, 1}, {3, 0}}));
  const std::vector<std::uint32_t> kinds(4, 0);
  const Vote result = vote(questions, kinds, shipped());
  CHECK(winner(result.chances.back()) == 1);
  CHECK(result.reliability[0] > result.reliability[3]);
}

TEST_CASE("a voice that nothing is known of is judged by its kind") {
  std::vector<Question> questions;
  for (std::uint32_t i = 0; i < 8; ++i) {
    questions.push_back(question(2, {{0, 0}, {1, 0}, {2 + i, 1}}));
  }
  questions.push_back(question(2, {{11, 0}, {10, 1}}));  // 10: of the bad kind, 11: of the good one
  std::vector<std::uint32_t> kinds(12, 1);
  kinds[0] = kinds[1] = kinds[11] = 0;
  CHECK(winner(vote(questions, kinds, shipped()).chances.back()) == 0);
}

TEST_CASE("what a person decided stands, and teaches whom to believe") {
  std::vector<Question> questions;
  for (int i = 0; i < 5; ++i) questions.push_back(question(2, {{0, 0}, {1, 1}}));
  for (int i = 0; i < 3; ++i) questions[static_cast<std::size_t>(i)].decided = 1;
  const std::vector<std::uint32_t> kinds{0, 1};
  const Vote result = vote(questions, kinds, shipped());
  CHECK(result.chances[0] == std::vector<double>{0, 1});
  CHECK(winner(result.chances[4]) == 1);
}

TEST_CASE("three that share the same mistakes do not outvote two that do not copy") {
  std::vector<Question> questions;
  // What is right is known of some: 2, 3 and 4 make the same mistakes there.
  for (int i = 0; i < 6; ++i) {
    questions.push_back(question(3, {{0, 0}, {1, 0}, {2, 1}, {3, 1}, {4, 1}}));
    questions.back().decided = 0;
  }
  for (int i = 0; i < 6; ++i) {
    questions.push_back(question(3, {{0, 0}, {1, 0}, {2, 0}, {3, 0}, {4, 0}}));
  }
  const std::vector<std::uint32_t> kinds(5, 0);
  const Vote result = vote(questions, kinds, shipped());
  const Copying copying(questions, result, shipped());
  CHECK(copying.chance(2, 3) > 0.9);
  CHECK(copying.chance(0, 1) < 0.5);
  CHECK(copying.chance(0, 2) < 0.1);
}

TEST_CASE("the order of questions' statements means nothing") {
  std::mt19937 random(3);
  std::vector<Question> questions;
  for (int q = 0; q < 60; ++q) {
    std::vector<Ballot> statements;
    for (std::uint32_t s = 0; s < 12; ++s) {
      if (random() % 3 != 0) statements.push_back({s, static_cast<std::uint32_t>(random() % 4)});
    }
    questions.push_back(question(4, std::move(statements)));
  }
  const std::vector<std::uint32_t> kinds{0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1};
  const Vote once = vote(questions, kinds, shipped());
  for (Question& each : questions) {
    std::shuffle(each.statements.begin(), each.statements.end(), random);
  }
  const Vote again = vote(questions, kinds, shipped());
  CHECK(once.chances == again.chances);
  CHECK(once.reliability == again.reliability);
}

}  // namespace
}  // namespace relata
