// SPDX-License-Identifier: Apache-2.0
// The blocks of a web page: its runs of text between block-level elements, in order, with what tells main text from
// boilerplate: words, words within links, sentence ends. What a browser does not show (scripts, hidden parts) and parts that
// by their element or role are no article (navigation, forms' controls) are left out here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "relata/ingest/html_hints.h"
#include "relata/ingest/html_tree.h"

namespace relata {

struct HtmlBlock {
  std::uint32_t node = 0;  // the innermost block-level element
  HtmlTag tag = HtmlTag::other;
  std::string text;  // spaces joined; a line break of the page is one of the text
  std::uint32_t words = 0;
  std::uint32_t link_words = 0;
  std::uint32_t sentence_ends = 0;
  bool doubt = false;  // within a part marked as caption, byline, date …

  [[nodiscard]] double link_share() const {
    return words == 0 ? 0.0 : static_cast<double>(link_words) / static_cast<double>(words);
  }
  // Running text: several words, few of them links.
  [[nodiscard]] bool prose() const {
    return words >= 8 && link_share() < 0.35 && (sentence_ends > 0 || words >= 25);
  }
};

// Whether an element begins a line of its own.
[[nodiscard]] bool is_block(HtmlTag tag);

[[nodiscard]] std::vector<HtmlBlock> html_blocks(const HtmlTree& tree, const HtmlHints& hints);

}  // namespace relata
