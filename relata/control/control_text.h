// SPDX-License-Identifier: Apache-2.0
// Control for a person at a terminal: place by place, who held it from when to when and by which claims it changed hands; under
// it what was claimed; at the end the shares of areas, as said.
#pragma once

#include <string>

#include "relata/control/control_of.h"

namespace relata {

// `bold`: marks of weight for a terminal.
[[nodiscard]] std::string control_text(const Control& control, bool bold);

}  // namespace relata
