// SPDX-License-Identifier: Apache-2.0
// read_csv: the cells of CSV that we wrote ourselves, to check it (RFC 4180). What is not well formed ends in a cell of what is
// left. Reports that come as CSV are read by ingest/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace relata {

[[nodiscard]] std::vector<std::vector<std::string>> read_csv(std::string_view bytes);

}  // namespace relata
