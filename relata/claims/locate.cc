// SPDX-License-Identifier: Apache-2.0
#include "relata/claims/locate.h"

#include <algorithm>

#include "relata/base/result.h"

namespace relata {

namespace {

constexpr std::uint32_t kLongestPath =
    64;  // a deeper tree is no sentence; keeps every walk bounded

std::uint32_t depth_of(const Document& document, TokenIndex token) {
  std::uint32_t depth = 0;
  while (document.tokens[token].head != kNoToken && depth < kLongestPath) {
    token = document.tokens[token].head;
    ++depth;
  }
  return depth;
}

}  // namespace

TokenIndex token_at(const Document& document, std::uint32_t byte) {
  RELATA_CHECK(!document.tokens.empty());
  const auto found =
      std::partition_point(document.tokens.begin(), document.tokens.end(),
                           [&](const Token& token) { return token.span.end <= byte; });
  const auto index = static_cast<TokenIndex>(found - document.tokens.begin());
  return std::min(index, static_cast<TokenIndex>(document.tokens.size() - 1));
}

TokenIndex head_of(const Document& document, Span span) {
  const TokenIndex first = token_at(document, span.begin);
  TokenIndex token = first;
  for (; token < document.tokens.size() && document.tokens[token].span.begin < span.end; ++token) {
    const TokenIndex head = document.tokens[token].head;
    if (head == kNoToken || !span.overlaps(document.tokens[head].span)) return token;
  }
  return first;
}

std::uint32_t sentence_of(const Document& document, Span span) {
  return document.tokens[token_at(document, span.begin)].sentence;
}

std::optional<std::uint32_t> tree_distance(const Document& document, TokenIndex a, TokenIndex b) {
  if (document.tokens[a].sentence != document.tokens[b].sentence) return std::nullopt;
  std::uint32_t depth_a = depth_of(document, a);
  std::uint32_t depth_b = depth_of(document, b);
  std::uint32_t steps = 0;
  while (a != b && steps < 2 * kLongestPath) {
    if (depth_a == 0 && depth_b == 0) return steps + 2;  // two roots of one sentence
    if (depth_a >= depth_b) {
      a = document.tokens[a].head;
      --depth_a;
    } else {
      b = document.tokens[b].head;
      --depth_b;
    }
    ++steps;
  }
  return steps;
}

}  // namespace relata
