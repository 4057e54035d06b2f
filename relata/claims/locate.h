// SPDX-License-Identifier: Apache-2.0
// Where a span stands in the document: its tokens, its sentence, and how far two tokens are apart in the tree.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "relata/text/document.h"

namespace relata {

// The first token that ends after this byte; the last token if there is none. The document must have tokens.
[[nodiscard]] TokenIndex token_at(const Document& document, std::uint32_t byte);

// The token of the span whose head lies outside of it: what stands for the span in the tree.
[[nodiscard]] TokenIndex head_of(const Document& document, Span span);

// The sentence that holds the first byte of the span.
[[nodiscard]] std::uint32_t sentence_of(const Document& document, Span span);

// Steps up and down the tree between two tokens of one sentence; nothing if they are in different sentences.
[[nodiscard]] std::optional<std::uint32_t> tree_distance(const Document& document, TokenIndex a,
                                                         TokenIndex b);

}  // namespace relata
