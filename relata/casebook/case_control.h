// SPDX-License-Identifier: Apache-2.0
// Who held what in a casebook. It is worked out when it is asked for, from the accounts that bear on it.
#pragma once

#include <string_view>

#include "relata/casebook/case_knowledge.h"
#include "relata/casebook/casebook.h"
#include "relata/control/control_of.h"

namespace relata {

// The views must be current. Holdings end with the day of the last report.
Result<Control> control_of_case(Casebook& casebook, const CaseKnowledge& knowledge);

// Of the place with this name, in whatever spelling.
[[nodiscard]] Control only_place(Control control, std::string_view name,
                                 const CaseKnowledge& knowledge);
// What holds on that day.
[[nodiscard]] Control only_day(Control control, Date day);

}  // namespace relata
