// SPDX-License-Identifier: Apache-2.0
// Whether a voice's words name somebody who would be known again in another report ("SANA", "Ismail Abdallah", "a Pentagon
// official"), or only describe ("activists", "One resident", "Local sources in Deir Ezzor"). A capital at the beginning says
// nothing by itself: descriptions often begin a sentence. Where somebody speaks names nobody.
#pragma once

#include "relata/accounts/account.h"
#include "relata/attribution/lexicon.h"

namespace relata {

// `known`: the whole name is that of a known voice.
[[nodiscard]] bool names_somebody(const ToldVoice& voice, bool known,
                                  const AttributionLexicon& lexicon);

}  // namespace relata
