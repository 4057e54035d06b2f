// SPDX-License-Identifier: Apache-2.0
// The voices that a reading lists: those that stand in a claim's chain and those that perform a speech act ("The council
// condemned …"). Whoever speaks of anything else is left to the attributions.
#pragma once

#include "relata/claims/claim.h"

namespace relata {

// Drops the other voices, and numbers those kept anew in chains and attributions. An attribution whose voice is dropped
// keeps its words.
void keep_heard_voices(Reading& reading);

}  // namespace relata
