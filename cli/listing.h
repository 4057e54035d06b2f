// SPDX-License-Identifier: Apache-2.0
// What lists are asked for, as the query stage wants it.
#pragma once

#include "cli/case_commands.h"
#include "relata/query/filter.h"
#include "relata/query/page.h"

namespace relata::cli {

// Errors: a value that makes no sense, and which there are.
[[nodiscard]] Result<Filter> filter_of(const FilterArguments& arguments,
                                       const FilterLexicon& lexicon);
[[nodiscard]] Result<PageRequest> page_of(const ListArguments& arguments);

// The conditions as they were typed, "--place Aleppo", for manifests.
[[nodiscard]] std::vector<std::string> words_of(const FilterArguments& arguments);

}  // namespace relata::cli
