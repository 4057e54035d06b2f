// SPDX-License-Identifier: Apache-2.0
#include "relata/text/name_lists.h"

namespace relata {

namespace {

// Whether only commas and conjunctions, and at least one, stand between the two.
bool listed(const Document& document, const Mention& left, const Mention& right) {
  if (right.first <= left.last || right.first - left.last > 2) return false;
  for (TokenIndex i = left.last; i < right.first; ++i) {
    const std::string_view word = document.word(i);
    if (word != "," && word != "and" && word != "or") return false;
  }
  return true;
}

}  // namespace

void agree_in_lists(Document& document) {
  for (std::size_t i = 1; i + 1 < document.mentions.size(); ++i) {
    Mention& mention = document.mentions[i];
    const Mention& left = document.mentions[i - 1];
    const Mention& right = document.mentions[i + 1];
    if (mention.kind == NameKind::person && left.kind == NameKind::place &&
        right.kind == NameKind::place && listed(document, left, mention) &&
        listed(document, mention, right)) {
      mention.kind = NameKind::place;
    }
  }
}

}  // namespace relata
