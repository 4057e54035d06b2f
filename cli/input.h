// SPDX-License-Identifier: Apache-2.0
// What the command line says of the input, as ingest wants it.
#pragma once

#include "cli/commands.h"
#include "relata/ingest/reader.h"

namespace relata::cli {

// Errors: a value that makes no sense, and how it is written.
Result<IngestOptions> ingest_options(const InputArguments& arguments);

}  // namespace relata::cli
