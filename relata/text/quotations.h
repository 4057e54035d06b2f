// SPDX-License-Identifier: Apache-2.0
// Quotations: sets Token::quoted for the words between matching quotation marks of a paragraph. A quotation that stays open
// runs on if the next paragraph opens with a mark again; else it ends with its sentence.
#pragma once

#include "relata/text/document.h"

namespace relata {

// Needs tokens and sentences.
void mark_quotations(Document& document);

}  // namespace relata
