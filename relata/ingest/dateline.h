// SPDX-License-Identifier: Apache-2.0
// find_dateline(): what a report says of itself at its head or foot: where it was written ("BEIRUT (Reuters) —"), its own
// date ("Wed 05 Apr 2017", "Published October 2 2017", "Last Update: …") and the agency it credits ("--AFP", "Source: SANA").
// The head is the text's opening, the opening after its title (even if the title is told twice), and short lines near the
// top; the foot is its last line. Dates within sentences ("on 12 March 2011 protesters …") are not the report's own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/ingest/date_scan.h"
#include "relata/ingest/report.h"
#include "relata/ingest/tables.h"

namespace relata {

// Adds a warning if a date is there but may be read in two ways.
[[nodiscard]] Dateline find_dateline(std::string_view text, std::optional<Span> title,
                                     const IngestTables::Parts& tables, const DateContext& context,
                                     std::vector<std::string>& warnings);

// Where the words after a leading date, lead-in ("Published") and time begin: 16 for "Sun 10 Jul 2016 Rebels …"; 0 without one.
[[nodiscard]] std::size_t after_leading_date(std::string_view text,
                                             const IngestTables::Parts& tables);

}  // namespace relata
