// SPDX-License-Identifier: Apache-2.0
// dataset_hash(): one number for all that the views of a casebook say: accounts, incidents with their assessments, voices,
// holdings. Two casebooks with the same reports, readings and decisions have the same, however they came by them.
#pragma once

#include <string>

#include "relata/casebook/case_knowledge.h"
#include "relata/casebook/casebook.h"

namespace relata {

// 64 hexadecimal digits. The views must be current.
Result<std::string> dataset_hash(Casebook& casebook, const CaseKnowledge& knowledge);

}  // namespace relata
