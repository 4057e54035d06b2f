// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/repeats.h"

#include <string>
#include <unordered_set>

#include "relata/base/fold.h"

namespace relata {

namespace {

constexpr std::size_t kShortestRepeat = 20;  // letters; shorter lines ("He said.") repeat by chance

// The letters and digits of a stretch, case folded.
std::string bare(std::string_view words) {
  std::string kept;
  for (const char c : fold(words)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (letter) kept.push_back(c);
  }
  return kept;
}

}  // namespace

std::vector<bool> repeated_sentences(const Document& document) {
  std::vector<bool> repeated(document.sentences.size(), false);
  std::unordered_set<std::string> seen;
  const std::string title = document.title ? bare(document.words(*document.title)) : std::string();
  for (std::size_t i = 0; i < document.sentences.size(); ++i) {
    const Sentence& sentence = document.sentences[i];
    const std::string words = bare(document.words(sentence.span));
    if (words.size() < kShortestRepeat) continue;
    const bool in_title = document.title && document.title->contains(sentence.span);
    const bool ends_with_title =
        !in_title && title.size() >= kShortestRepeat && words.ends_with(title);
    repeated[i] = ends_with_title || !seen.insert(words).second;
  }
  return repeated;
}

}  // namespace relata
