// SPDX-License-Identifier: Apache-2.0
// `relata gazetteer compile`: makes models/gazetteer.bin anew from its sources (models/gazetteer.toml has the command).
#pragma once

#include <string>

#include "relata/base/data_folder.h"
#include "relata/places/gazetteer_sources.h"

namespace relata::cli {

struct GazetteerOptions {
  GazetteerInputs inputs;
  std::string out;
};

// Returns the exit code; says on standard error what went wrong.
int run_gazetteer(const DataFolder& folder, const GazetteerOptions& options);

}  // namespace relata::cli
