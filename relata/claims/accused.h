// SPDX-License-Identifier: Apache-2.0
// "The opposition accused the army of gassing hundreds": the army is said to have done it, whatever the tree takes for the
// subject. So what an accusation is about, in its own sentence, is done by the accused.
#pragma once

#include <vector>

#include "relata/claims/claim.h"
#include "relata/text/document.h"

namespace relata {

void let_the_accused_be_doers(const Document& document, std::vector<Claim>& claims);

}  // namespace relata
