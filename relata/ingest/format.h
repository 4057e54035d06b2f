// SPDX-License-Identifier: Apache-2.0
// What a file is to be read as, by its ending and its first bytes. A PDF or a web page is one whatever it is called.
#pragma once

#include <string_view>

#include "relata/ingest/tables.h"

namespace relata {

// `start` is the beginning of the file; `path` may be "-". Never by_name; plain if nothing else fits.
[[nodiscard]] InputFormat find_format(std::string_view path, std::string_view start,
                                      const IngestTables::Parts& tables);

// Whether the ending says that each line is a value of its own.
[[nodiscard]] bool is_json_lines(std::string_view path);

}  // namespace relata
