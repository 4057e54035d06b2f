// SPDX-License-Identifier: Apache-2.0
// The view tables of a casebook: what its reports, accounts, incidents and voices are found by. All of it follows from the
// ledger; a table can be dropped and filled again at any time. docs/formats/casebook-views.md describes them.
//
// Row numbers are given as things arrive, and are never shown: whatever is listed is ordered by its values and keys.
#pragma once

#include "relata/sqlite/database.h"

namespace relata {

// Makes the view tables. Those of another version (of Relata's views or of Unicode, by which words are folded) are dropped
// first. True: they were made and are empty; false: they were there. Call it within a transaction of the caller's.
Result<bool> create_views(Database& database);

Result<Done> drop_views(Database& database);

// Whether the view tables are there and of this version.
Result<bool> has_views(Database& database);

// After something was erased from a casebook: words, names and places of which nothing is left are purged from the indexes
// too. Takes time in the size of the casebook. The rows of what was erased must have been removed before.
Result<Done> purge_views(Database& database);

}  // namespace relata
