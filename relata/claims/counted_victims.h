// SPDX-License-Identifier: Apache-2.0
// Those whom a claim counts among those it was done to: "killed nine civilians, two women among them" is to civilians and to
// women, however the tree hangs them on the verb. A bare number ("At least 23") gives way to the whole of what is counted.
#pragma once

#include "relata/claims/claim.h"
#include "relata/events/victims.h"
#include "relata/text/document.h"

namespace relata {

void add_counted_victims(const Document& document, const VictimClasses& victims, Claim& claim);

}  // namespace relata
