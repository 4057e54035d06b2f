// SPDX-License-Identifier: Apache-2.0
// Who did what a clause leaves without a doer, where the words before say it: the damage is done by whoever attacked ("The attack
// also caused damage to houses"), and "the strikes" are those of whoever struck right before.
//
//   share_doers(document, words, claims);     // once all claims have what their own clauses say
#pragma once

#include <vector>

#include "relata/claims/claim.h"
#include "relata/claims/relation_words.h"
#include "relata/text/document.h"

namespace relata {

void share_doers(const Document& document, const RelationWords& words, std::vector<Claim>& claims);

}  // namespace relata
