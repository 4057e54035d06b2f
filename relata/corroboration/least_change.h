// SPDX-License-Identifier: Apache-2.0
// LeastChange: what would alter a grade, found by changing what is known and grading again: a lineage more or less, a
// concession, an action nearby, who was harmed, a voice's letter; one change at a time, then two together.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "relata/corroboration/assessment.h"
#include "relata/corroboration/grading.h"

namespace relata {

// The least change first, and for each grade that can be reached only that. Two changes together are tried where none alone
// would make it fair, so that it can always be said what is missing.
[[nodiscard]] std::vector<GradeChange> changes_of(const GradeFacts& facts,
                                                  std::optional<Grade> grade);

// "a second credible lineage that is not SANA's would make it fair".
[[nodiscard]] std::string words_for(const GradeChange& change);

}  // namespace relata
