// SPDX-License-Identifier: Apache-2.0
// read_html(): a web page -> its article and what it says of itself.
#pragma once

#include <string>

#include "relata/ingest/freeze.h"

namespace relata {

// Errors: no text, no page that the limits let be parsed.
Result<Received> read_html(std::string bytes, const IngestTables::Parts& tables,
                           const IngestOptions& options);

}  // namespace relata
