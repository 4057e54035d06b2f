// SPDX-License-Identifier: Apache-2.0
// A name of several words hangs on the tree by one of them. Where the tree tore one apart ("the Ledger and Radio Saffron said":
// three that are joined), the others are hung under the one that the rest of the sentence hangs it by.
#pragma once

#include "relata/text/document.h"

namespace relata {

// Asks document.mentions; sets heads, relations and children of tokens.
void mend_torn_names(Document& document);

}  // namespace relata
