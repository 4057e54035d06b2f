// SPDX-License-Identifier: Apache-2.0
#include "relata/accounts/compared_words.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>

#include "relata/base/fold.h"
#include "relata/base/hash.h"
#include "relata/base/utf8.h"

namespace relata {
namespace {

constexpr std::size_t kShortestWord = 4;   // letters
constexpr std::size_t kShortestQuote = 5;  // words

// The runs of letters and digits of a folded text, with how many code points each has.
template <typename Each>
void each_word(std::string_view folded, Each each) {
  std::size_t begin = 0, letters = 0;
  for (std::size_t at = 0; at <= folded.size();) {
    const std::size_t here = at;
    const char32_t c = at < folded.size() ? next_code_point(folded, at) : (++at, U' ');
    if (u_isalnum(static_cast<UChar32>(c))) {
      if (letters++ == 0) begin = here;
    } else if (letters > 0) {
      each(folded.substr(begin, here - begin), letters);
      letters = 0;
    }
  }
}

enum class Mark : std::uint8_t { none, opens, closes, either };

Mark mark_of(char32_t c) {
  switch (c) {
    case U'"':
      return Mark::either;
    case U'\u201C':
    case U'\u00AB':
      return Mark::opens;
    case U'\u201D':
    case U'\u00BB':
      return Mark::closes;
    default:
      return Mark::none;
  }
}

void add_stretch(std::string_view text, Span span, std::vector<QuotedStretch>& stretches) {
  const std::string folded = fold(words_of(text, span));
  std::size_t count = 0;
  std::uint64_t hash = kFnvStart;
  each_word(folded, [&](std::string_view word, std::size_t) {
    ++count;
    hash = fnv1a(" ", fnv1a(word, hash));
  });
  if (count >= kShortestQuote) stretches.push_back({span, hash});
}

}  // namespace

std::vector<std::uint32_t> compared_words(std::string_view words) {
  std::vector<std::uint32_t> hashes;
  const std::string folded = fold(words);
  each_word(folded, [&](std::string_view word, std::size_t letters) {
    if (letters < kShortestWord) return;
    const std::uint64_t hash = fnv1a(word);
    hashes.push_back(static_cast<std::uint32_t>(hash ^ hash >> 32));
  });
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

std::vector<QuotedStretch> quoted_stretches(std::string_view text) {
  std::vector<QuotedStretch> stretches;
  std::uint32_t begun = 0;
  bool open = false;
  bool line_ended = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto here = static_cast<std::uint32_t>(at);
    const char32_t c = next_code_point(text, at);
    if (c == U'\n' && line_ended) open = false;  // a paragraph ends what was never closed
    line_ended = c == U'\n';
    const Mark mark = mark_of(c);
    if (mark == Mark::none) continue;
    if (open && mark != Mark::opens) {
      add_stretch(text, Span{begun, here}, stretches);
      open = false;
    } else if (mark != Mark::closes) {
      begun = static_cast<std::uint32_t>(at);
      open = true;
    }
  }
  return stretches;
}

}  // namespace relata
