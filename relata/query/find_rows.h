// SPDX-License-Identifier: Apache-2.0
// find_rows(): the rows of a view table that fit some conditions, a page of them in order. It chooses how by looking:
// 1. if an index knows of few rows for one of the conditions, those are tested for the others and sorted;
// 2. else rows are tested in the order asked for until the page is full;
// 3. if it does not fill soon, the condition with the fewest rows is taken as in 1 after all, or every row is tested.
// What is found is the same either way.
#pragma once

#include <string>
#include <vector>

#include "relata/query/conditions.h"
#include "relata/query/page.h"

namespace relata {

struct FoundRows {
  std::vector<std::int64_t> rows;
  std::string next;
};

// Errors: a page of that size, order or beginning cannot be asked for.
Result<FoundRows> find_rows(Database& database, const Filter& filter, Target target,
                            const PageRequest& request);

// How many rows fit.
Result<std::uint64_t> count_rows(Database& database, const Filter& filter, Target target);

}  // namespace relata
