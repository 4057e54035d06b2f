// SPDX-License-Identifier: Apache-2.0
// WordRuns: finds in a text what must not stand there, however much that is: runs of five words of texts, and whole names. Case,
// accents, punctuation and spaces do not hide them. Runs are kept as hashes: a million claims fit in memory.
//
//   WordRuns runs;
//   runs.add("planes struck the only bakery in town");
//   runs.meets("he said: “Planes struck the only bakery”")   // true
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace relata {

// The words of a text, folded, hidden marks shown.
[[nodiscard]] std::vector<std::string> folded_words(std::string_view text);

class WordRuns {
 public:
  static constexpr std::size_t kRun = 5;

  void add(std::string_view text);
  // Runs that we write of our own accord, "suicide bombing in Aleppo, Syria", are nobody's.
  void forget(std::string_view text);
  [[nodiscard]] bool meets(const std::vector<std::string>& words) const;

 private:
  std::unordered_set<std::uint64_t> runs_;  // asked only whether one is in it
};

// Names of one word or several.
class WordNames {
 public:
  void add(std::string_view name);
  [[nodiscard]] bool meets(const std::vector<std::string>& words) const;

 private:
  std::set<std::string> names_;  // their words, each with a space before it
  std::size_t longest_ = 0;      // in words
};

}  // namespace relata
