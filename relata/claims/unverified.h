// SPDX-License-Identifier: Apache-2.0
// Accounts that somebody says they cannot verify: "The report could not be independently confirmed." The doubt is a claim of its
// own, of the type of what was told, tied to it; if its sentence names the happening again, that claim is the doubt.
//
//   const auto doubts = add_unverified_accounts(document, telling, words, claims);   // before claims get their ids
#pragma once

#include <vector>

#include "relata/claims/claim.h"
#include "relata/claims/relation_words.h"
#include "relata/text/document.h"

namespace relata {

struct UnverifiedAccount {
  Span doubt;  // the triggers of the claim that doubts …
  Span told;   // … and of the claim that was told
};

// Adds what is missing; claims stay in order of the text.
[[nodiscard]] std::vector<UnverifiedAccount> add_unverified_accounts(const Document& document,
                                                                     const Telling& telling,
                                                                     const RelationWords& words,
                                                                     std::vector<Claim>& claims);

}  // namespace relata
