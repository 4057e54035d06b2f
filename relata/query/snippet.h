// SPDX-License-Identifier: Apache-2.0
// Snippets: what was looked for, in its exact words, with some of the text around. They are found again in the frozen text
// itself, so that every span is one of its bytes.
#pragma once

#include <vector>

#include "relata/query/sought_words.h"

namespace relata {

struct Snippet {
  Span span;                  // of the text, between words
  std::vector<Span> matches;  // within it, in order
};

// The first stretches that hold matches, at most `most`, each about `bytes` long. None: nothing is looked for, or the
// words are not in the text.
[[nodiscard]] std::vector<Snippet> snippets_of(const SoughtWords& sought, std::string_view text,
                                               std::size_t most = 3, std::uint32_t bytes = 160);

// The snippet on one line, safe to show, its matches between `begins` and `ends`, "…" where the text goes on.
[[nodiscard]] std::string shown_snippet(const Snippet& snippet, std::string_view text,
                                        std::string_view begins, std::string_view ends);

}  // namespace relata
