// SPDX-License-Identifier: Apache-2.0
// main_text(): the article of a web page without navigation, advertisements, comments and other boilerplate: the blocks of
// running text, the smallest part of the page that holds most of them, and what belongs to it there (headings, lists, tables).
// Paragraphs are parted by an empty line. The title is no part of it.
#pragma once

#include <string>

#include "relata/ingest/html_hints.h"
#include "relata/ingest/html_tree.h"

namespace relata {

[[nodiscard]] std::string main_text(const HtmlTree& tree, const HtmlHints& hints,
                                    std::string_view title);

}  // namespace relata
