// SPDX-License-Identifier: Apache-2.0
#include "relata/text/tree_search.h"

#include <optional>

#include "doctest/doctest.h"
#include "relata/model/feature.h"

namespace relata {
namespace {

using Heads = std::vector<std::uint32_t>;

// One root, nothing round and round, no arc across another.
bool is_projective_tree(const Heads& heads) {
  const auto words = static_cast<std::uint32_t>(heads.size());
  std::size_t roots = 0;
  for (std::uint32_t word = 0; word < words; ++word) {
    roots += heads[word] == words;
    std::uint32_t at = word;
    for (std::uint32_t steps = 0; at != words; at = heads[at]) {
      if (++steps > words) return false;
    }
  }
  for (std::uint32_t word = 0; word < words; ++word) {
    // Every word between a word and its head is under the head.
    if (heads[word] == words) continue;
    for (std::uint32_t between = std::min(word, heads[word]) + 1;
         between < std::max(word, heads[word]); ++between) {
      std::uint32_t above = between;
      while (above != words && above != heads[word]) above = heads[above];
      if (above == words) return false;
    }
  }
  return roots == 1;
}

std::int64_t sum_of(const std::vector<std::int32_t>& scores, const Heads& heads) {
  std::int64_t sum = 0;
  for (std::size_t word = 0; word < heads.size(); ++word)
    sum += scores[word * (heads.size() + 1) + heads[word]];
  return sum;
}

// By trying all.
std::int64_t highest_sum(const std::vector<std::int32_t>& scores, std::size_t words) {
  std::optional<std::int64_t> highest;
  Heads heads(words, 0);
  while (true) {
    bool own = false;
    for (std::size_t word = 0; word < words; ++word) own = own || heads[word] == word;
    if (!own && is_projective_tree(heads))
      highest = std::max(highest.value_or(INT64_MIN), sum_of(scores, heads));
    std::size_t place = 0;
    while (place < words && ++heads[place] > words) heads[place++] = 0;
    if (place == words) return highest.value();
  }
}

TEST_CASE("of all projective trees the one of the highest sum is found") {
  TreeSearch search;
  Heads heads;
  for (std::size_t words = 1; words <= 5; ++words) {
    for (std::uint64_t trial = 0; trial < 60; ++trial) {
      std::vector<std::int32_t> scores;
      for (std::size_t i = 0; i < words * (words + 1); ++i)
        scores.push_back(static_cast<std::int32_t>(mix(trial * 1000 + i + words) % 2001) - 1000);
      search.find(scores, words, heads);
      REQUIRE(heads.size() == words);
      CHECK(is_projective_tree(heads));
      CHECK(sum_of(scores, heads) == highest_sum(scores, words));
    }
  }
}

TEST_CASE("no words have no heads, and equal scores still make a tree") {
  TreeSearch search;
  Heads heads = {3};
  search.find({}, 0, heads);
  CHECK(heads.empty());
  const std::size_t words = 120;
  search.find(std::vector<std::int32_t>(words * (words + 1), 5), words, heads);
  CHECK(is_projective_tree(heads));
}

}  // namespace
}  // namespace relata
