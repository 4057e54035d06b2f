// SPDX-License-Identifier: Apache-2.0
// CoNLL-U (universaldependencies.org/format): trees marked by people, to train on and to measure against.
// Empty nodes (8.1) and enhanced dependencies are left out; of multiword tokens (8-9) only the words and their spacing stay.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "relata/base/result.h"
#include "relata/text/document.h"

namespace relata {

struct TreeWord {
  std::string form;
  std::string lemma;
  Upos upos = Upos::x;
  Xpos xpos = Xpos::other;
  Deprel deprel = Deprel::dep;
  std::uint32_t head = 0;   // 1 for the first word; 0: root
  bool space_after = true;  // white space or the sentence's end follows
};

struct TreeSentence {
  std::string text;  // as "# text =" gives it
  bool new_paragraph = false;
  bool new_document = false;
  std::vector<TreeWord> words;
};

// Errors, with the line: a row without ten columns, words out of order, a head outside the sentence, an unknown UPOS.
[[nodiscard]] Result<std::vector<TreeSentence>> read_conllu(std::string_view bytes);

}  // namespace relata
