// SPDX-License-Identifier: Apache-2.0
// Who does something to whom, by the tree around the word that tells it, where no claim says so: the subject of the word
// or of the verb that it hangs on; then whoever is named first after the word.
#pragma once

#include <vector>

#include "relata/text/document.h"

namespace relata {

struct PloverActors {
  std::vector<Span> source, target;  // empty: nobody
};

// With `by_speaker` the subject of the word's own clause is the target, that of the clause above it the source: "Kalan said
// that Maren must leave".
[[nodiscard]] PloverActors actors_around(const Document& document, TokenIndex word,
                                         bool by_speaker);

}  // namespace relata
