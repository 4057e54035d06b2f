// SPDX-License-Identifier: Apache-2.0
#include "relata/query/snippet.h"

#include <algorithm>

#include "relata/base/utf8.h"
#include "relata/export/safe_text.h"

namespace relata {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// The nearest place not after `at` where a word begins, or, in text without spaces, a letter.
std::uint32_t word_begin(std::string_view text, std::uint32_t at, std::uint32_t least) {
  for (std::uint32_t i = at; i > least; --i) {
    if (is_space(text[i - 1])) return i;
  }
  while (at > least && !on_boundary(text, at)) --at;
  return at;
}

std::uint32_t word_end(std::string_view text, std::uint32_t at, std::uint32_t most) {
  for (std::uint32_t i = at; i < most; ++i) {
    if (is_space(text[i])) return i;
  }
  while (at < most && !on_boundary(text, at)) ++at;
  return at;
}

Snippet around(std::string_view text, Span match, std::uint32_t bytes) {
  constexpr std::uint32_t kSeek = 40;  // for the end of a word
  const auto size = static_cast<std::uint32_t>(text.size());
  const std::uint32_t before = bytes / 3;
  const std::uint32_t begin = match.begin > before ? match.begin - before : 0;
  const std::uint32_t end = std::max(match.end, std::min(size, begin + bytes));
  return {{begin == 0 ? 0 : word_begin(text, begin, begin > kSeek ? begin - kSeek : 0),
           word_end(text, end, std::min(size, end + kSeek))},
          {match}};
}

}  // namespace

std::vector<Snippet> snippets_of(const SoughtWords& sought, std::string_view text, std::size_t most,
                                 std::uint32_t bytes) {
  std::vector<Snippet> snippets;
  for (const Span match : matches_of(sought, text)) {
    if (!snippets.empty() && match.begin < snippets.back().span.end) {
      snippets.back().matches.push_back(match);
      snippets.back().span.end = std::max(snippets.back().span.end, match.end);
      continue;
    }
    if (snippets.size() == most) break;
    Snippet next = around(text, match, bytes);
    if (!snippets.empty()) next.span.begin = std::max(next.span.begin, snippets.back().span.end);
    snippets.push_back(std::move(next));
  }
  return snippets;
}

std::string shown_snippet(const Snippet& snippet, std::string_view text, std::string_view begins,
                          std::string_view ends) {
  // The words between matches are made safe piece by piece; a space that a piece begins or ends with is kept.
  std::string line = snippet.span.begin > 0 ? "… " : "";
  const auto add = [&](Span span) {
    const std::string_view words = words_of(text, span);
    if (words.empty()) return;
    if (is_space(words.front()) && !line.empty() && line.back() != ' ') line += ' ';
    const std::string safe = shown(words);
    line += safe;
    if (is_space(words.back()) && !safe.empty() && line.back() != ' ') line += ' ';
  };
  std::uint32_t at = snippet.span.begin;
  for (const Span match : snippet.matches) {
    add({at, match.begin});
    line += std::string(begins) + shown(words_of(text, match)) + std::string(ends);
    at = match.end;
  }
  add({at, snippet.span.end});
  return snippet.span.end < text.size() ? line + " …" : line;
}

}  // namespace relata
