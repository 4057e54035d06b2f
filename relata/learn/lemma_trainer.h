// SPDX-License-Identifier: Apache-2.0
// Trains the section of Lemmas from the forms, tags and lemmas of a treebank.
#pragma once

#include <span>
#include <string>

#include "relata/text/conllu.h"

namespace relata {

[[nodiscard]] std::string train_lemmas(std::span<const TreeSentence> sentences, int epochs);

}  // namespace relata
