// SPDX-License-Identifier: Apache-2.0
#include "relata/text/tree_search.h"

#include <algorithm>
#include <numeric>

namespace relata {

void TreeSearch::find(std::span<const std::int32_t> scores, std::size_t words,
                      std::vector<std::uint32_t>& heads) {
  heads.resize(words);
  for (std::size_t word = 0; word < words; ++word) {
    const std::int32_t* const row = scores.data() + word * (words + 1);
    std::size_t favourite = word == 0 ? 1 : 0;
    for (std::size_t head = 0; head <= words; ++head) {
      if (head != word && row[head] > row[favourite]) favourite = head;
    }
    heads[word] = static_cast<std::uint32_t>(favourite);
  }
  if (words == 0 || is_tree(heads)) return;
  search(scores, words);
  unfold(words, heads);
}

// Whether one word is under the root, all words are under it, and what is under a word is an unbroken row: no arc crosses another.
bool TreeSearch::is_tree(std::span<const std::uint32_t> heads) {
  const std::size_t words = heads.size();
  if (std::count(heads.begin(), heads.end(), words) != 1) return false;
  first_.resize(words);
  std::iota(first_.begin(), first_.end(), 0U);
  last_ = first_;
  size_.assign(words, 1);
  for (std::uint32_t word = 0; word < words; ++word) {
    std::size_t steps = 0;
    for (std::size_t above = heads[word]; above != words; above = heads[above]) {
      if (++steps > words) return false;  // round and round
      first_[above] = std::min(first_[above], word);
      last_[above] = std::max(last_[above], word);
      ++size_[above];
    }
  }
  for (std::size_t word = 0; word < words; ++word) {
    if (last_[word] - first_[word] + 1 != size_[word]) return false;
  }
  return true;
}

void TreeSearch::search(std::span<const std::int32_t> scores, std::size_t words) {
  words_ = words;
  best_.resize(words * words);
  const auto score = [&](std::size_t word, std::size_t head) -> std::int64_t {
    return scores[word * (words + 1) + head];
  };
  for (std::size_t i = 0; i < words; ++i) best(i, i) = {};
  for (std::size_t length = 1; length < words; ++length) {
    for (std::size_t i = 0; i + length < words; ++i) {
      const std::size_t j = i + length;
      Best& found = best(i, j);
      std::int64_t most = INT64_MIN;
      for (std::size_t k = i; k < j; ++k) {
        const std::int64_t sum = best(i, k).closed_right + best(k + 1, j).closed_left;
        if (sum > most) {
          most = sum;
          found.open_at = static_cast<std::uint32_t>(k);
        }
      }
      found.open_right = most + score(j, i);
      found.open_left = most + score(i, j);
      found.closed_left = found.closed_right = INT64_MIN;
      for (std::size_t k = i; k < j; ++k) {
        const std::int64_t left = best(i, k).closed_left + best(k, j).open_left;
        if (left > found.closed_left) {
          found.closed_left = left;
          found.closed_left_at = static_cast<std::uint32_t>(k);
        }
        const std::int64_t right = best(i, k + 1).open_right + best(k + 1, j).closed_right;
        if (right > found.closed_right) {
          found.closed_right = right;
          found.closed_right_at = static_cast<std::uint32_t>(k + 1);
        }
      }
    }
  }
  std::int64_t most = INT64_MIN;
  for (std::size_t word = 0; word < words; ++word) {
    const std::int64_t sum =
        best(0, word).closed_left + best(word, words - 1).closed_right + score(word, words);
    if (sum > most) {
      most = sum;
      root_ = static_cast<std::uint32_t>(word);
    }
  }
}

void TreeSearch::unfold(std::size_t words, std::vector<std::uint32_t>& heads) {
  heads[root_] = static_cast<std::uint32_t>(words);
  const auto last = static_cast<std::uint32_t>(words - 1);
  parts_ = {{0, root_, false, false}, {root_, last, false, true}};
  while (!parts_.empty()) {
    const Part part = parts_.back();
    parts_.pop_back();
    if (part.from == part.to) continue;
    const Best& found = best(part.from, part.to);
    if (part.open) {
      (part.right ? heads[part.to] : heads[part.from]) = part.right ? part.from : part.to;
      parts_.push_back({part.from, found.open_at, false, true});
      parts_.push_back({found.open_at + 1, part.to, false, false});
    } else if (part.right) {
      parts_.push_back({part.from, found.closed_right_at, true, true});
      parts_.push_back({found.closed_right_at, part.to, false, true});
    } else {
      parts_.push_back({part.from, found.closed_left_at, false, false});
      parts_.push_back({found.closed_left_at, part.to, true, false});
    }
  }
}

}  // namespace relata
