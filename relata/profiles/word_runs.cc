// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/word_runs.h"

#include <algorithm>
#include <cctype>

#include "relata/base/fold.h"
#include "relata/base/hash.h"
#include "relata/base/utf8.h"
#include "relata/export/safe_text.h"

namespace relata {
namespace {

bool in_word(char32_t c) {
  if (c < 0x80) return std::isalnum(static_cast<int>(c)) != 0;
  if (c <= 0xBF) return false;                                      // signs of Latin-1
  if (c >= 0x2000 && c <= 0x206F) return false;                     // dashes, quotes, spaces
  return c != 0x060C && c != 0x061B && c != 0x061F && c != 0x06D4;  // Arabic comma, semicolon …
}

// Over the words of a run.
std::uint64_t hash_of(const std::vector<std::string>& words, std::size_t first) {
  std::uint64_t hash = kFnvStart;
  for (std::size_t i = first; i < first + WordRuns::kRun; ++i)
    hash = fnv1a(" ", fnv1a(words[i], hash));
  return hash;
}

template <typename Use>
void each_run(const std::vector<std::string>& words, Use use) {
  for (std::size_t i = 0; i + WordRuns::kRun <= words.size(); ++i) use(hash_of(words, i));
}

}  // namespace

std::vector<std::string> folded_words(std::string_view text) {
  const std::string folded = fold(shown(text));
  std::vector<std::string> words;
  bool inside = false;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    if (!in_word(next_code_point(folded, at))) {
      inside = false;
      continue;
    }
    if (!inside) words.emplace_back();
    inside = true;
    words.back().append(folded, begin, at - begin);
  }
  return words;
}

void WordRuns::add(std::string_view text) {
  each_run(folded_words(text), [&](std::uint64_t hash) { runs_.insert(hash); });
}

void WordRuns::forget(std::string_view text) {
  each_run(folded_words(text), [&](std::uint64_t hash) { runs_.erase(hash); });
}

bool WordRuns::meets(const std::vector<std::string>& words) const {
  bool found = false;
  each_run(words, [&](std::uint64_t hash) { found = found || runs_.contains(hash); });
  return found;
}

void WordNames::add(std::string_view name) {
  const std::vector<std::string> words = folded_words(name);
  std::string joined;
  for (const std::string& word : words) joined += ' ' + word;
  if (joined.size() < 4) return;  // a letter or two is no name that could be told from a word
  longest_ = std::max(longest_, words.size());
  names_.insert(std::move(joined));
}

bool WordNames::meets(const std::vector<std::string>& words) const {
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string joined;
    for (std::size_t j = i; j < words.size() && j < i + longest_; ++j) {
      joined += ' ' + words[j];
      if (names_.contains(joined)) return true;
    }
  }
  return false;
}

}  // namespace relata
