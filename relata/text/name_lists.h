// SPDX-License-Identifier: Apache-2.0
// Names in one list are of one kind: of "al-Fardous, al-Jaloom and al-Salheen", where the first and the last are places,
// the second is no person.
#pragma once

#include "relata/text/document.h"

namespace relata {

// Makes a place of a person's name that stands between two places, parted from both by commas or conjunctions alone.
// document.mentions must be in order of the text.
void agree_in_lists(Document& document);

}  // namespace relata
