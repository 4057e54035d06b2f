// SPDX-License-Identifier: Apache-2.0
// Control as JSON (docs/formats/control.md): a list of places, each with its names and its periods, which do not overlap and
// include both ends; what is claimed beside what is assessed; and, as entries without periods, the shares of areas.
#pragma once

#include <string>

#include "relata/control/control_of.h"

namespace relata {

[[nodiscard]] std::string control_json(const Control& control);

}  // namespace relata
