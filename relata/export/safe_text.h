// SPDX-License-Identifier: Apache-2.0
// Text of a report on its way to somebody's eyes. What a report holds was written by strangers: it may carry marks that
// turn the direction of writing, letters without width, or commands to a terminal, so that a quote looks as it is not.
// Shown text has those marks visible, "<U+202E>"; the stored text is never touched.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace relata {

// Controls, marks that turn the direction of writing, and letters without width or ink. Space, tab and line ends too are
// controls here: who shows them decides. ZWNJ and ZWJ are letters of Persian, Arabic and Indic writing, and pass.
[[nodiscard]] bool is_hidden(char32_t code_point);

// The text on one line: runs of spaces, tabs and line ends become one space, every hidden mark becomes "<U+XXXX>".
[[nodiscard]] std::string shown(std::string_view text);

// How many columns a terminal needs for the text: two for wide letters, none for marks that sit on another.
[[nodiscard]] int columns_of(std::string_view text);

// A line kept from turning what stands beside it: between U+2068 and U+2069 if it holds anything written right to left.
[[nodiscard]] std::string isolated(std::string_view line);

// The words of a shown text in lines of at most `columns` columns; a longer word gets a line of its own, cut if need be.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, int columns);

// &, <, >, " and ' as HTML wants them.
[[nodiscard]] std::string html_escaped(std::string_view text);

}  // namespace relata
