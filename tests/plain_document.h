// SPDX-License-Identifier: Apache-2.0
// plain_document: a Document without tags or trees, for tests of what reads words alone: tokens part at white space and
// marks, sentences at ". " before a capital and at line ends. The text must outlive the document.
#pragma once

#include <string_view>

#include "relata/text/document.h"

namespace relata {

[[nodiscard]] inline Document plain_document(std::string_view text) {
  const auto letter = [](char c) {
    return (c & 0x80) != 0 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9');
  };
  const auto capital = [](char c) { return (c >= 'A' && c <= 'Z') || c == '"'; };
  Document document;
  document.text = text;
  TokenIndex first = 0;
  const auto close_sentence = [&] {
    const auto last = static_cast<TokenIndex>(document.tokens.size());
    if (last == first) return;
    const Span span = cover(document.tokens[first].span, document.tokens[last - 1].span);
    document.sentences.push_back(Sentence{.span = span, .first = first, .last = last});
    first = last;
  };
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\n') close_sentence();
    if (text[at] == ' ' || text[at] == '\n' || text[at] == '\t') {
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    while (letter(text[at]) && end < text.size() && letter(text[end])) ++end;
    Token token;
    token.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    token.sentence = static_cast<std::uint32_t>(document.sentences.size());
    document.tokens.push_back(token);
    if (text[at] == '.' && end + 1 < text.size() && text[end] == ' ' && capital(text[end + 1]))
      close_sentence();
    at = end;
  }
  close_sentence();
  document.children.resize(document.tokens.size());
  return document;
}

}  // namespace relata
