// SPDX-License-Identifier: Apache-2.0
// What entries that came since the views were last made mean for them.
#pragma once

#include <cstdint>
#include <set>

#include "relata/casebook/casebook.h"

namespace relata {

struct Changes {
  std::set<ReportId> reports;  // read, read again, or decided of
  bool links = false;          // people put claims together or apart
  bool letters = false;        // of voices: every assessment may be another
  bool erased = false;         // nothing of what was erased may stay: the views are made anew
};

// Of the entries from `seen` on.
Result<Changes> changes_since(std::uint64_t seen, Casebook& casebook,
                              const std::vector<NumberedDecision>& decisions);

}  // namespace relata
