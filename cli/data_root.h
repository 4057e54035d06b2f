// SPDX-License-Identifier: Apache-2.0
// Where the program finds the folder that holds data/ and models/: what --data says; else RELATA_DATA; else share/relata
// beside the program's bin; else, for a program run from its build folder, the source tree it was built from.
#pragma once

#include <string>

#include "relata/base/env.h"

namespace relata::cli {

// Error: none of these holds a folder data; the error names those that were looked into.
[[nodiscard]] Result<std::string> find_data_root(const Files& files, const std::string& asked);

}  // namespace relata::cli
