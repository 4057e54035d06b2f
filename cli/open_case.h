// SPDX-License-Identifier: Apache-2.0
// Opening a casebook as the commands do: with the user's signing key where something is to be appended, and its views brought
// up to date where something is to be shown.
#pragma once

#include <string>

#include "relata/casebook/case_views.h"
#include "relata/casebook/casebook.h"

namespace relata::cli {

// For appending. `key`: the file of the signing key, "" for the user's own, which is made if need be. `create`: the casebook
// is made if it is not there.
[[nodiscard]] Result<Casebook> open_for_writing(const std::string& path, const std::string& key,
                                                bool create);
[[nodiscard]] Result<Casebook> open_for_reading(const std::string& path);

// What must be known to make views of a casebook, from --data or where the program finds it.
[[nodiscard]] Result<CaseKnowledge> load_case_knowledge(const std::string& data);

// A casebook whose views hold all that its record holds. They are made if they are behind, which needs the right to write.
[[nodiscard]] Result<Casebook> open_with_views(const std::string& path,
                                               const CaseKnowledge& knowledge);

// Brings the views up to date, saying on a terminal how far it is.
[[nodiscard]] Result<Done> bring_up_to_date(Casebook& casebook, const CaseKnowledge& knowledge);

[[nodiscard]] EntryTime now();

// The name that decisions are signed with if --who is not given: the user's, as the system knows it.
[[nodiscard]] std::string name_of_user();

}  // namespace relata::cli
