// SPDX-License-Identifier: Apache-2.0
// NounPhrases: the words of the phrase that a noun heads, and who is meant by a token, for the stages after this one.
//
//   entity_of(document, token)        the entity whose mention this token heads or stands in, if any
//   name_of_phrase(document, token)   "the regime" -> "Syrian government"; of an unnamed phrase its words: "local residents"
//   left_of(document, token)          the first token of the phrase before its head, without an article
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "relata/text/document.h"

namespace relata {

// The mention that the token heads, else the one that covers it.
[[nodiscard]] std::optional<std::uint32_t> entity_of(const Document& document, TokenIndex token);

// The canonical name of who is meant; of a phrase that is no mention its own words without an article.
[[nodiscard]] std::string name_of_phrase(const Document& document, TokenIndex head);

// The phrase's words up to its head: modifiers and owners; no article, number or preposition.
[[nodiscard]] TokenIndex left_of(const Document& document, TokenIndex head);

// The determiner of the phrase, if it has one: "the", "this", "a".
[[nodiscard]] std::optional<TokenIndex> determiner_of(const Document& document, TokenIndex head);

// "nobody", "none": a word for no one.
[[nodiscard]] bool is_nobody(const Token& token);

}  // namespace relata
